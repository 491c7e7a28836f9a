// A panel of the extension inside a portal page. See: [Note: frames in the page] in src/portal/features/panel.ts.
import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { FavouritesPanel } from "./favourites/FavouritesPanel.tsx";
import { redeem } from "./redeem.ts";
import { guardClicks } from "./visibility.ts";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  const content = await redeem();
  // Embedded by somebody else, or opened a second time: an empty page.
  if (!root || !content) return;
  guardClicks(document, root);
  render(
    <TextsProvider>
      <FavouritesPanel content={content} />
    </TextsProvider>,
    root,
  );
}

void start();
