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
