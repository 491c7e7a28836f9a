// [Note: fields that shadow] A form answers `form.id` with its field of that name, if it has one: named fields go before all that a
// form is and can (LegacyOverrideBuiltIns), in a content script as in the page, and a document does the same for its named
// forms and images. A field may well be called "id", "title" or "elements", and a page that wants to be misread calls them as it
// likes. So whatever may be a form is asked here, by what the browser's own prototypes have; so is a document's title, and the way
// up from an element, which may lead over a form.

/** The elements inside that match. */
export function within(form: Element, selector: string): readonly Element[] {
  return [...Element.prototype.querySelectorAll.call(form, selector)];
}

/** Whether one inside matches. */
export function hasInside(form: Element, selector: string): boolean {
  return Element.prototype.querySelector.call(form, selector) !== null;
}

export function isLike(form: Element, selector: string): boolean {
  return Element.prototype.matches.call(form, selector);
}

export function closestTo(form: Element, selector: string): Element | null {
  return Element.prototype.closest.call(form, selector);
}

/** Whether `node` is the form itself or in it. */
export function holds(form: Element, node: Node): boolean {
  return Node.prototype.contains.call(form, node);
}

export function attributeOf(form: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(form, name);
}

/** Whether it stands in its page. */
export function isThere(form: Element): boolean {
  return own(Node.prototype, "isConnected", form);
}

export function isVisible(form: Element): boolean {
  return Element.prototype.checkVisibility.call(form);
}

/** The element around. */
export function parentOf(element: Element): Element | null {
  return own(Node.prototype, "parentElement", element);
}

/** The element before, among those around. */
export function beforeOf(element: Element): Element | null {
  return own(Element.prototype, "previousElementSibling", element);
}

export function firstIn(element: Element): Element | null {
  return own(Element.prototype, "firstElementChild", element);
}

export function documentOf(element: Element): Document {
  return own<Node, "ownerDocument">(Node.prototype, "ownerDocument", element) ?? document;
}

export function titleOfPage(page: Document): string {
  return own(Document.prototype, "title", page);
}

export function bodyOf(page: Document): HTMLElement | null {
  return own(Document.prototype, "body", page);
}

/** All controls of a form, those that belong to it from outside among them. */
export function controlsIn(form: HTMLFormElement): readonly Element[] {
  return [...own(HTMLFormElement.prototype, "elements", form)];
}

/** Whether the browser leaves its fields unchecked when it is sent. */
export function isUnchecked(form: HTMLFormElement): boolean {
  return own(HTMLFormElement.prototype, "noValidate", form);
}

/** Sends it as its button would. */
export function requestSubmit(form: HTMLFormElement): void {
  HTMLFormElement.prototype.requestSubmit.call(form);
}

/** The form that a control belongs to. */
export function ownerOf(control: Element): HTMLFormElement | null {
  // Of a form this would be its field of that name.
  const owner = !(control instanceof HTMLFormElement) && "form" in control ? control.form : null;
  return owner instanceof HTMLFormElement ? owner : null;
}

/** What the prototype's getter says of `of`. */
function own<Of extends object, Key extends keyof Of>(prototype: Of, key: Key, of: Of): Of[Key] {
  return Reflect.get(prototype, key, of);
}
