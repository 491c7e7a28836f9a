// A panel of the extension inside a portal page. See: [Note: frames in the page] in src/portal/features/panel.ts.
import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { AnswerPanel } from "./answers/AnswerPanel.tsx";
import { ApplicationsPanel } from "./applications/ApplicationsPanel.tsx";
import { awaitLine } from "./awaitLine.ts";
import { ConsentPanel } from "./consent/ConsentPanel.tsx";
import { DataPanel } from "./data/DataPanel.tsx";
import { DocumentsPanel } from "./documents/DocumentsPanel.tsx";
import { FavouritesPanel } from "./favourites/FavouritesPanel.tsx";
import { runKeeper } from "./keeper/keeper.ts";
import { PasswordPanel } from "./password/PasswordPanel.tsx";
import { PersonalPanel } from "./personal/PersonalPanel.tsx";
import { ProfilePanel } from "./profile/ProfilePanel.tsx";
import { redeem } from "./redeem.ts";
import { RegistrationPanel } from "./registration/RegistrationPanel.tsx";
import { TermsPanel } from "./terms/TermsPanel.tsx";
import { guardClicks } from "./visibility.ts";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  const lineOf = awaitLine();
  const content = await redeem();
  // Embedded by somebody else, or opened a second time: an empty page.
  if (!root || !content) return;
  const line = lineOf(content.line);
  if (content.panel === "keeper") {
    runKeeper(await line);
    return;
  }
  guardClicks(document, root);
  const panels = {
    favourites: () => <FavouritesPanel content={content} />,
    data: () => <DataPanel line={line} />,
    applications: () => <ApplicationsPanel line={line} />,
    answers: () => <AnswerPanel line={line} />,
    documents: () => <DocumentsPanel line={line} />,
    consent: () => <ConsentPanel line={line} />,
    personal: () => <PersonalPanel line={line} />,
    profile: () => <ProfilePanel line={line} />,
    password: () => <PasswordPanel line={line} />,
    registration: () => <RegistrationPanel />,
    terms: () => <TermsPanel line={line} />,
  };
  render(<TextsProvider>{panels[content.panel]()}</TextsProvider>, root);
}

void start();
