// [Note: fields that shadow] A form answers `form.id` with its field of that name, if it has one: named fields go before all that a
// form is and can (LegacyOverrideBuiltIns), in a content script as in the page, and a document does the same for its named
// forms and images: `<img name=querySelector>`, and nobody can ask the page anything. A field may well be called "id", "title" or
// "elements", and a page that wants to be misread calls them as it likes. So whatever may be a form, and the document, is asked
// here and nowhere else (.oxlintrc.json), by what the browser's own prototypes have. `location` alone is safe: no name takes its place.

/** What somebody fills in, to the browser or by its role alone. */
export const anyForm = "form, [role=form]";

/** The main heading of a page or a part of it. */
export const mainHeading = "h1, [role=heading][aria-level='1']";

/** Where elements are searched: a page, an element of it, or the shadow root of one. */
export type Place = Document | ShadowRoot | Element;

/** The elements inside that match. */
export function within(root: Place | null | undefined, selector: string): readonly Element[] {
  return root ? [...searched(root).querySelectorAll.call(root, selector)] : [];
}

/** The first one inside that matches. */
export function firstWithin(root: Place | null | undefined, selector: string): Element | null {
  return root ? searched(root).querySelector.call(root, selector) : null;
}

/** The prototype that searches in it, also where it is of another window (a frame's). */
function searched(root: Place): ParentNode {
  const type = own(Node.prototype, "nodeType", root);
  return (type === 9 ? Document : type === 11 ? DocumentFragment : Element).prototype;
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
export function ofPage<Key extends "activeElement" | "body" | "defaultView" | "documentElement" | "hidden" | "readyState" | "title" | "visibilityState">(page: Document, key: Key): Document[Key] {
  return own(Document.prototype, key, page);
}

/** Listens to what happens in a page, or in a shadow root of it. @param types one kind of event, or several */
export function listen<Type extends string>(page: Document | ShadowRoot, types: Type | readonly Type[], act: (event: Type extends keyof DocumentEventMap ? DocumentEventMap[Type] : Event) => void, options: AddEventListenerOptions): void;
export function listen(page: Document | ShadowRoot, types: string | readonly string[], act: (event: Event) => void, options: AddEventListenerOptions): void {
  for (const type of [types].flat()) EventTarget.prototype.addEventListener.call(page, type, act, options);
}

/** An element of our own. */
export function make<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag): HTMLElementTagNameMap[Tag];
export function make(page: Document, tag: string): HTMLElement;
export function make(page: Document, tag: string): HTMLElement {
  return Document.prototype.createElement.call(page, tag);
}

/** The elements that an attribute names, by their ids, in the page or the shadow root around. @param near the element that has it */
export function namedBy(near: Element, attribute: string): readonly Element[] {
  const ids = (attributeOf(near, attribute) ?? "").split(/\s+/);
  return ids.flatMap((id) => (id && firstWithin(rootAround(near), `#${CSS.escape(id)}`)) || []);
}

export function childrenOf(node: Node): Iterable<Node> {
  return own(Node.prototype, "childNodes", node);
}

/** Goes through what is inside. @param what of NodeFilter */
export function walkIn(root: Element, what: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(documentOf(root), root, what);
}

/** All words inside, as they stand in the markup. */
export function wordsIn(element: Node): string {
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

/** Whether it stands in its page, and that in its window or frame. */
export function isThere(form: Element): boolean {
  return own(Node.prototype, "isConnected", form) && ofPage(documentOf(form), "defaultView") !== null;
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

export function documentOf(element: Node): Document {
  return own<Node, "ownerDocument">(Node.prototype, "ownerDocument", element) ?? document;
}

/** The page or the shadow root that an element stands in; of one that stands nowhere, what is left around it. */
export function rootAround(element: Node): Place {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what nothing is around is a document, a fragment or an element
  return Node.prototype.getRootNode.call(element) as Place;
}

/** The component in whose shadow root an element stands, and what is around that is searched no more; null: it stands in a page itself. */
export function hostOf(element: Node): Element | null {
  const root = rootAround(element);
  return isA(root, "ShadowRoot") ? root.host : null;
}

/** The root that a component lets everybody into. */
export function openRootOf(element: Element): ShadowRoot | null {
  return own(Element.prototype, "shadowRoot", element);
}

export function localNameOf(element: Element): string {
  return own(Element.prototype, "localName", element);
}

/** Whether there may be more in it than a search of its page finds: a component, or a frame that may be entered. See: [Note: forms within]. */
export function mayHoldMore(element: Element): boolean {
  return "contentDocument" in element ? element.contentDocument !== null : openRootOf(element) !== null || localNameOf(element).includes("-");
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
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever else has such a property has a form there, or nothing
  return !isLike(control, "form") && "form" in control ? (control.form as HTMLFormElement | null) : null;
}

interface Classes {
  readonly HTMLFormElement: HTMLFormElement;
  readonly HTMLIFrameElement: HTMLIFrameElement;
  readonly HTMLInputElement: HTMLInputElement;
  readonly HTMLSelectElement: HTMLSelectElement;
  readonly HTMLSlotElement: HTMLSlotElement;
  readonly HTMLTextAreaElement: HTMLTextAreaElement;
  readonly ShadowRoot: ShadowRoot;
  readonly Text: Text;
}

/** Whether something is of this class, its own window's or ours: of an element in a frame `instanceof` says no. */
export function isA<Name extends keyof Classes>(one: unknown, name: Name): one is Classes[Name] {
  return classOf(one) === name;
}

export function isHtml(one: unknown): one is HTMLElement {
  return classOf(one).startsWith("HTML");
}

export function isElement(one: unknown): one is Element {
  return classOf(one).endsWith("Element");
}

/** No page has a say in it: its scripts have classes of their own. */
function classOf(one: unknown): string {
  return Object.prototype.toString.call(one).slice(8, -1);
}

/** What the prototype's getter says of `of`. */
function own<Of extends object, Key extends keyof Of>(prototype: Of, key: Key, of: Of): Of[Key] {
  return Reflect.get(prototype, key, of);
}
