// Events that the extension itself makes in a page on the person's behalf: a page's script can't put one here.
const own = new WeakSet<Event>();

/** Says that a control's content was changed, as the browser does after a person's own change. */
export function announceChange(control: Element): void {
  for (const event of [new Event("input", { bubbles: true, composed: true }), new Event("change", { bubbles: true })]) {
    own.add(event);
    control.dispatchEvent(event);
  }
}

/** Presses a button on the person's behalf, so that the page's own handlers run as after a click of theirs. */
export function pressButton(button: Element): void {
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window });
  own.add(click);
  button.dispatchEvent(click);
}

/** A person's own act, or what a person chose in one of our panels. */
export function isMeant(event: Event): boolean {
  return event.isTrusted || own.has(event);
}
