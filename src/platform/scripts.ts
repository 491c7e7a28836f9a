import { browser } from "./browser.ts";

/** Runs a file of the extension in one document (its isolated world); a document that is gone is no error. */
export async function runInDocument(tabId: number, documentId: string, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, documentIds: [documentId] }, files: [file], injectImmediately: true }).catch(() => undefined);
}
