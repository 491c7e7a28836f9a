import { make } from "../detect/unshadowed.ts";

/** A button of ours over a page. @param act the person's own click; never one that a page made up */
export function makeButton(document: Document, className: string, act: () => void): HTMLButtonElement {
  const button = make(document, "button");
  button.type = "button";
  button.className = className;
  button.addEventListener("click", ({ isTrusted }) => {
    if (isTrusted) act();
  });
  return button;
}
