import type { SignedDocument } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";

/** A signed document, and the one it was made of as it was then. */
export interface Unkept {
  readonly view: DocumentView;
  readonly signed: SignedDocument;
}

/** Signatures that could not be kept yet, by the document's id: they outlive the view that a lock takes away. */
export const unkept = new Map<string, Unkept>();
