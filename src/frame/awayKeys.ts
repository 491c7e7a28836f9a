// Whether the page around has taken the keyboard out of a field that somebody was typing into. See: [Note: keys stay in the panel]
// in src/portal/keyGuard.ts. A frame hears only that its window lost the focus; which it also does when the person goes on by
// Tab, or to another window: then the field stays the document's active element, and has the keyboard again when they come back.

const typedInto = "input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]:not([contenteditable=false])";

/** So long a panel that is closed may go on being there: it is not to say that just then. Shorter than from one key to the next. */
const closingMs = 80;

/**
 * Watches for it.
 * @param isOpen whether the panel can be seen
 * @param tell called with the field when it has lost the keyboard to the page; with null when something of the panel has it again
 * @returns how to end that
 */
export function watchKeys(document: Document, isOpen: () => boolean, tell: (field: HTMLElement | null) => void): () => void {
  const window = document.defaultView;
  const ending = new AbortController();
  const { signal } = ending;
  let field: HTMLElement | null = null;
  let leaving = false;
  const on = (target: EventTarget | null, type: string, act: (event: Event) => void): void => target?.addEventListener(type, act, { signal, capture: true });
  on(document, "focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    leaving = false;
    // On the way to what goes on the field is still the one to go on in.
    if (target.closest(".keys-away")) return;
    field = target.matches(typedInto) ? target : null;
    tell(null);
  });
  // Somebody who goes out of the panel's last field knows where they go.
  on(document, "keydown", (event) => (leaving = "key" in event && event.key === "Tab"));
  on(document, "pointerdown", () => (leaving = false));
  on(window, "blur", ({ target }) => {
    if (target !== window || !field || leaving) return;
    const lost = field;
    setTimeout(() => {
      if (!signal.aborted && isOpen() && !document.hasFocus() && document.activeElement !== lost && lost.isConnected) tell(lost);
    }, closingMs);
  });
  return () => ending.abort();
}
