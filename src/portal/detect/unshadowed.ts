// [Note: fields that shadow] A form answers `form.id` with its field of that name, if it has one: named fields go before all that a
// form is and can (LegacyOverrideBuiltIns), in a content script as in the page, and a document does the same for its named
// forms and images: `<img name=querySelector>`, and nobody can ask the page anything. A field may well be called "id", "title" or
// "elements", and a page that wants to be misread calls them as it likes. So whatever may be a form, and the document, is asked
// here and nowhere else (.oxlintrc.json), by what the browser's own prototypes have. `location` alone is safe: no name takes its place.

/** What somebody fills in, to the browser or by its role alone. */
export const anyForm = "form, [role=form]";

/** The main heading of a page or a part of it. */
export const mainHeading = "h1, [role=heading][aria-level='1']";

/** The elements inside that match. */
export function within(root: Document | Element | null | undefined, selector: string): readonly Element[] {
  if (!root) return [];
  return [...(root instanceof Document ? Document.prototype.querySelectorAll.call(root, selector) : Element.prototype.querySelectorAll.call(root, selector))];
}

/** The first one inside that matches. */
export function firstWithin(root: Document | Element | null | undefined, selector: string): Element | null {
  if (!root) return null;
  return root instanceof Document ? Document.prototype.querySelector.call(root, selector) : Element.prototype.querySelector.call(root, selector);
}

/** All that somebody may fill in. */
export function formsIn(page: Document): readonly Element[] {
  return within(page, anyForm);
}

/** The form that an element stands in. */
export function formAround(element: Element): Element | null {
  return closestTo(element, anyForm);
}

/** What the browser itself says of a page. */
export function ofPage<Key extends "activeElement" | "body" | "documentElement" | "hidden" | "readyState" | "title" | "visibilityState">(page: Document, key: Key): Document[Key] {
  return own(Document.prototype, key, page);
}

/** Listens to what happens in a page. @param types one kind of event, or several */
export function listen<Type extends string>(page: Document, types: Type | readonly Type[], act: (event: Type extends keyof DocumentEventMap ? DocumentEventMap[Type] : Event) => void, options: AddEventListenerOptions): void;
export function listen(page: Document, types: string | readonly string[], act: (event: Event) => void, options: AddEventListenerOptions): void {
  for (const type of [types].flat()) EventTarget.prototype.addEventListener.call(page, type, act, options);
}

/** An element of our own. */
export function make<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag): HTMLElementTagNameMap[Tag];
export function make(page: Document, tag: string): HTMLElement;
export function make(page: Document, tag: string): HTMLElement {
  return Document.prototype.createElement.call(page, tag);
}

/** The elements of the page that an attribute names, by their ids. @param near the element that has it */
export function namedBy(near: Element, attribute: string): readonly Element[] {
  const ids = (attributeOf(near, attribute) ?? "").split(/\s+/);
  return ids.flatMap((id) => (id && Document.prototype.getElementById.call(documentOf(near), id)) || []);
}

/** Goes through what is inside. @param what of NodeFilter */
export function walkIn(root: Element, what: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(documentOf(root), root, what);
}

/** All words inside, as they stand in the markup. */
export function wordsIn(element: Element): string {
  return own(Node.prototype, "textContent", element) ?? "";
}
/** Whether one inside matches. */
export function hasInside(form: Element, selector: string): boolean {
  return firstWithin(form, selector) !== null;
}

export function isLike(form: Element | null, selector: string): boolean {
  return form !== null && Element.prototype.matches.call(form, selector);
}

export function closestTo(form: Element | null, selector: string): Element | null {
  return form && Element.prototype.closest.call(form, selector);
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
