import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { App } from "./App.tsx";

const root = document.getElementById("root");
if (root) {
  render(
    <TextsProvider>
      <App />
    </TextsProvider>,
    root,
  );
}
