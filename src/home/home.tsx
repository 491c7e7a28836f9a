import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { App } from "./App.tsx";
import { readAhead } from "./data/readRecords.ts";
import { fetchSection, sectionOf } from "./sections.ts";
import { ignoreStrayClicks } from "../ui/doubleClick.ts";
import { followFocus } from "../ui/followFocus.ts";

const section = sectionOf(location.hash);
if (section === "data") readAhead();
fetchSection(section);

ignoreStrayClicks(globalThis);
const root = document.getElementById("root");
if (root) {
  followFocus(document, root);
  render(
    <TextsProvider>
      <App />
    </TextsProvider>,
    root,
  );
}
