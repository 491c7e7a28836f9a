// Somebody without a mouse stands on a button that goes away with what it did: a draft is thrown away, a vault is locked. Or one that
// can't be pressed while it is being done, or that stands elsewhere afterwards. The browser would leave the keyboard nowhere; it goes
// on where it was, or beside that.

const reachable = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";

interface Place {
  readonly element: Element;
  /** What it stood in, from the inside out. */
  readonly around: readonly Element[];
  /** It takes something back. */
  readonly undoes: boolean;
}

/** Watches what has the focus in `root`, and finds the next place for it when that is taken away. */
export function keepFocus(document: Document, root: Element): void {
  let last: Place | null = null;
  /** Where the person was before they took something back: there they go on. */
  let before: Place | null = null;
  let placed: Element | null = null;
  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const around: Element[] = [];
    for (let at = target.parentElement; at && at !== root; at = at.parentElement) around.push(at);
    last = { element: target, around, undoes: target.closest(".undo") !== null };
    if (!last.undoes) before = last;
  });
  // The person has gone on from there.
  for (const type of ["keydown", "pointerdown"]) document.addEventListener(type, () => (placed = null), { capture: true });
  const focus = (next: Element | null): void => {
    if (next instanceof HTMLElement) next.focus();
    placed = next;
  };
  new MutationObserver((records) => {
    // A frame that nobody is in, or that is out of sight, takes the keyboard from nobody.
    if (!document.hasFocus()) return;
    // What can be taken back comes first, also where it is offered a moment later.
    const undo = root.querySelector(".undo button");
    if (undo && placed && placed !== undo && document.activeElement === placed) return focus(undo);
    if (!last || (document.activeElement && document.activeElement !== document.body)) return;
    const { element, undoes } = last;
    if (element.isConnected) {
      if (element instanceof HTMLElement && element.matches(reachable) && records.some((one) => freed(one, element))) element.focus();
      return;
    }
    const from = undoes && before ? before : last;
    last = null;
    if (!undo && from.element.isConnected && from.element.matches(reachable)) return focus(from.element);
    focus(undo ?? from.around.find((one) => one.isConnected && one.querySelector(reachable))?.querySelector(reachable) ?? root.querySelector("h1"));
  }).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
}

/** Whether this is why the element lost the keyboard, though it is there: it could not be pressed for a while, or was put elsewhere. */
function freed(record: MutationRecord, element: Element): boolean {
  if (record.type === "attributes") return record.target === element;
  return [...record.removedNodes].some((one) => one.contains(element));
}
