// The root that a component keeps to itself is open to an extension's content script. Pure looking: nothing of the page is touched.

/** @returns null: there is none, or nobody here may look (another kind of element, the extension was updated, a page's own scripts) */
export function closedRootOf(element: Element): ShadowRoot | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of another kind is refused
    return chrome.dom.openOrClosedShadowRoot(element as HTMLElement);
  } catch {
    return null;
  }
}
