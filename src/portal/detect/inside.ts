// [Note: forms within] A portal may draw its forms in components, whose shadow roots no search of the page enters and whose events
// say outside that the component was meant, or in frames. A content script may look into a shadow root, also a closed one, and from
// its own window into frames of the page's origin (also into those without an address, which have it from the page). So such forms
// are found, read and filled in from the page itself, by the tools that are there once; no script is put into a frame for it.
// Frames of other origins, another host of the portal's among them, nobody can enter.
import { closedRootOf } from "../../platform/shadowRoot.ts";
import { pageFacts, type PageFacts } from "./page.ts";
import { anyForm, closestTo, documentOf, holds, hostOf, isA, localNameOf, ofPage, openRootOf, type Place, within } from "./unshadowed.ts";

/** A page, a shadow root in it, or the page of a frame in it. */
export type Root = Document | ShadowRoot;

/** What can't be a component, nor a frame, and what there is most of: nobody asks it. */
const mayHost = ":not(a, b, dd, dt, input, label, li, option, path, strong, td, tr)";

/** Those that were found: not every element is asked for one each time. */
const found = new WeakMap<Element, ShadowRoot>();

/** What somebody does in the element itself happens in there; null: it has nothing of the kind. Our own elements are nobody's form. */
export function rootIn(host: Element): Root | null {
  if (isA(host, "HTMLIFrameElement")) return host.contentDocument;
  if (localNameOf(host).startsWith("moqalaqe-")) return null;
  const root = openRootOf(host) ?? found.get(host) ?? closedRootOf(host);
  if (root) found.set(host, root);
  return root;
}

/** @param frames whether those are entered, too */
function rootsIn(place: Place, frames: boolean): readonly Root[] {
  const roots: Root[] = [];
  for (let at: Place | undefined = place, next = 0; at; at = roots[next++]) {
    for (const one of within(at, mayHost)) {
      const name = localNameOf(one);
      const isFrame = name === "iframe";
      // A closed root in what is no component by its name is found when somebody does something in it (hearWithin.ts).
      const root = isFrame || name.includes("-") ? (frames || !isFrame) && rootIn(one) : (openRootOf(one) ?? found.get(one));
      if (root) roots.push(root);
    }
  }
  return roots;
}

/** What was found of a page while nothing has changed in it. */
const known = new WeakMap<PageFacts, readonly Root[]>();

/** The page itself first. */
export function rootsOf(document: Document): readonly Root[] {
  const facts = pageFacts(document);
  const roots = known.get(facts) ?? [document, ...rootsIn(document, true)];
  known.set(facts, roots);
  return roots;
}

/** The elements that match, wherever in the page they stand. */
export function everywhere(document: Document, selector: string): readonly Element[] {
  return rootsOf(document).flatMap((root) => within(root, selector));
}

/** All that somebody may fill in, wherever it stands. */
export function allForms(document: Document): readonly Element[] {
  return everywhere(document, anyForm);
}

/** The elements inside that match, those in the roots of its components among them. */
export function deepWithin(place: Element, selector: string): readonly Element[] {
  return [place, ...rootsIn(place, false)].flatMap((one) => within(one, selector));
}

/** One that asks for a password is for signing in, and none of ours. */
export function asksPassword(form: Element): boolean {
  return deepWithin(form, "input[type=password]").length > 0;
}

/** The same as `closest`, which ends at a shadow root. */
export function closestAround(element: Element, selector: string): Element | null {
  let around: Element | null = null;
  for (let at: Element | null = element; at && !around; at = hostOf(at)) around = closestTo(at, selector);
  return around;
}

/** Whether it is the form itself, or in it, in however many components. */
export function holdsDeep(form: Element, element: Element): boolean {
  let at: Element | null = element;
  while (at && !holds(form, at)) at = hostOf(at);
  return at !== null;
}

/** The frame in whose page an element stands; null: in none, or in one that is gone. */
export function frameAround(element: Element): HTMLIFrameElement | null {
  const frame = ofPage(documentOf(element), "defaultView")?.frameElement;
  return isA(frame, "HTMLIFrameElement") ? frame : null;
}

/** Where the keyboard is in a component, if it is there. */
export function innermost(element: Element): Element {
  let at = element;
  for (let root = rootIn(at); isA(root, "ShadowRoot") && root.activeElement; root = rootIn(at)) at = root.activeElement;
  return at;
}
