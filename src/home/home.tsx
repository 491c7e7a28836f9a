import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { App } from "./App.tsx";
import { readAhead } from "./data/readRecords.ts";

if (location.hash.startsWith("#data")) readAhead();

const root = document.getElementById("root");
if (root) {
  render(
    <TextsProvider>
      <App />
    </TextsProvider>,
    root,
  );
}
