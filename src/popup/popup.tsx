// The toolbar's popup: the state of card and vault, the favourites, and one click to keep who holds a page's data.
import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { PopupView } from "./PopupView.tsx";

const root = document.getElementById("root");
if (root) {
  render(
    <TextsProvider>
      <PopupView />
    </TextsProvider>,
    root,
  );
}
