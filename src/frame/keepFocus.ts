// Somebody without a mouse stands on a button that goes away with what it did: a draft is thrown away, a vault is locked. The
// browser would leave the keyboard nowhere; it goes on beside where it was.

const reachable = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";

/** Watches what has the focus in `root`, and finds the next place for it when that is taken away. */
export function keepFocus(document: Document, root: Element): void {
  let last: { readonly element: Element; readonly around: readonly Element[] } | null = null;
  let placed: Element | null = null;
  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const around: Element[] = [];
    for (let at = target.parentElement; at && at !== root; at = at.parentElement) around.push(at);
    last = { element: target, around };
  });
  // The person has gone on from there.
  for (const type of ["keydown", "pointerdown"]) document.addEventListener(type, () => (placed = null), { capture: true });
  const focus = (next: Element | null): void => {
    if (next instanceof HTMLElement) next.focus();
    placed = next;
  };
  new MutationObserver(() => {
    // A frame that nobody is in, or that is out of sight, takes the keyboard from nobody.
    if (!document.hasFocus()) return;
    // What can be taken back comes first, also where it is offered a moment later.
    const undo = root.querySelector(".undo button");
    if (undo && placed && placed !== undo && document.activeElement === placed) return focus(undo);
    if (!last || last.element.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
    const { around } = last;
    last = null;
    focus(undo ?? around.find((one) => one.isConnected && one.querySelector(reachable))?.querySelector(reachable) ?? root.querySelector("h1"));
  }).observe(root, { childList: true, subtree: true });
}
