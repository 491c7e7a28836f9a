// A panel of the extension inside a portal page. See: [Note: frames in the page] in src/portal/features/panel.ts.
import { type FunctionComponent, render } from "preact";
import { useEffect } from "preact/hooks";
import { TextsProvider } from "../i18n/texts.tsx";
import type { FromFrame } from "../forms/line.ts";
import type { PanelId } from "../platform/pageMessages.ts";
import { pageZoom } from "../platform/tabs.ts";
import { awaitLine } from "./awaitLine.ts";
import { FavouritesPanel } from "./favourites/FavouritesPanel.tsx";
import { redeemed } from "./first.ts";
import { FramePlace } from "./framePlace.ts";
import { KeyboardAway } from "./KeyboardAway.tsx";
import { keepFocus } from "./keepFocus.ts";
import { hearOpening, onOpened } from "./opened.ts";
import { Presses, PressAgain } from "./PressAgain.tsx";
import { guardClicks } from "./visibility.ts";

interface PanelProps {
  readonly line: Promise<MessagePort>;
}

/** A frame loads what it shows: the favourites are wanted at once, and have all they show with their start; the others bring the vault with them. */
const panels: Readonly<Record<Exclude<PanelId, "keeper" | "favourites">, () => Promise<FunctionComponent<PanelProps>>>> = {
  data: async () => (await import("./data/DataPanel.tsx")).DataPanel,
  applications: async () => (await import("./applications/ApplicationsPanel.tsx")).ApplicationsPanel,
  answers: async () => (await import("./answers/AnswerPanel.tsx")).AnswerPanel,
  documents: async () => (await import("./documents/DocumentsPanel.tsx")).DocumentsPanel,
  consent: async () => (await import("./consent/ConsentPanel.tsx")).ConsentPanel,
  personal: async () => (await import("./personal/PersonalPanel.tsx")).PersonalPanel,
  profile: async () => (await import("./profile/ProfilePanel.tsx")).ProfilePanel,
  password: async () => (await import("./password/PasswordPanel.tsx")).PasswordPanel,
  registration: async () => (await import("./registration/RegistrationPanel.tsx")).RegistrationPanel,
  terms: async () => (await import("./terms/TermsPanel.tsx")).TermsPanel,
};

async function start(): Promise<void> {
  const root = document.getElementById("root");
  const lineOf = awaitLine();
  const content = await redeemed;
  // Embedded by somebody else, or opened a second time: an empty page.
  if (!root || !content) return;
  const { panel } = content;
  hearOpening(content.line);
  const line = lineOf(content.line);
  if (panel === "keeper") {
    const { runKeeper } = await import("./keeper/keeper.ts");
    runKeeper(await line);
    return;
  }
  const place = new FramePlace();
  void pageZoom().then((zoom) => place.expect(zoom));
  const presses = new Presses();
  guardClicks(document, root, place, presses.tell);
  keepFocus(document, root);
  const shown = (
    <>
      <KeyboardAway />
      <PressAgain presses={presses} />
      <Shown line={line} />
    </>
  );
  if (panel === "favourites") {
    const { ahead } = content;
    render(
      <TextsProvider ahead={ahead?.texts ?? null}>
        <FavouritesPanel line={line} ahead={ahead?.kept ?? null} />
        {shown}
      </TextsProvider>,
      root,
    );
    return;
  }
  const Panel = await panels[panel]();
  render(
    <TextsProvider>
      <Panel line={line} />
      {shown}
    </TextsProvider>,
    root,
  );
}

/** Tells the page around that the texts are there, and when somebody has begun to type: what they type goes with the frame. */
function Shown({ line }: PanelProps) {
  useEffect(() => {
    const say = (kind: "shown" | "typed"): void => void line.then((port) => port.postMessage({ kind } satisfies FromFrame));
    say("shown");
    // Once each time that it is open.
    let said = false;
    const typed = (): void => {
      if (!said) say("typed");
      said = true;
    };
    document.addEventListener("input", typed);
    const end = onOpened(() => void (said = false));
    return () => {
      end();
      document.removeEventListener("input", typed);
    };
  }, [line]);
  return null;
}

void start();
