import { browser } from "./browser.ts";

/** Runs a file of the extension in one document (its isolated world); a document that is gone is no error. */
export async function runInDocument(tabId: number, documentId: string, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, documentIds: [documentId] }, files: [file], injectImmediately: true }).catch(() => undefined);
}

/** Runs a file of the extension in the top document of one tab; where nobody is let in nothing happens. */
export async function runInTab(tabId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [file] }).catch(() => undefined);
}

/** Runs a file of the extension in the top document of every open tab with one of these addresses. */
export async function runInTabs(patterns: readonly string[], file: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  // A tab that is asleep answers late: the others do not wait for it.
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [runInTab(id, file)])));
}

/**
 * Asks one document whether our overlay in it holds a frame whose address ends so.
 * @returns false also when the document is gone: another one that has come to its place is not asked
 */
export async function holdsFrame(tabId: number, documentId: string, ending: string): Promise<boolean> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId, documentIds: [documentId] }, func: hasFrame, args: [ending], injectImmediately: true });
    return answer?.result === true;
  } catch {
    return false;
  }
}

// Goes over there as text: nothing outside of it is to be had. The overlay's root is closed to
// the page's scripts, not to ours. By the prototype, since a form of the page may be named like any function of its document.
function hasFrame(ending: string): boolean {
  const hosts: Iterable<HTMLElement> = Document.prototype.querySelectorAll.call<Document, ["moqalaqe-overlay"], NodeListOf<HTMLElement>>(document, "moqalaqe-overlay");
  return [...hosts].some((host) => chrome.dom.openOrClosedShadowRoot(host)?.querySelector(`iframe[src$="${ending}"]`));
}
