import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";

/** A document of the vault in the home page, where it can be looked at, signed, and saved. */
export function openDocument(documentId: string): void {
  void showPage(`${extensionUrl(homePage)}#documents/${encodeURIComponent(documentId)}`);
}
