// The toolbar's popup: the state of card and vault, the favourites, and one click to keep who holds a page's data.
import { render } from "preact";
import { TextsProvider } from "../i18n/texts.tsx";
import { followFocus } from "../ui/followFocus.ts";
import { PopupView } from "./PopupView.tsx";

const root = document.getElementById("root");
if (root) {
  followFocus(document, root);
  render(
    <TextsProvider>
      <PopupView />
    </TextsProvider>,
    root,
  );
}
