import type { SignedDocument } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";

/** A signed document, and the one it was made of as it was then. */
export interface Unkept {
  readonly view: DocumentView;
  readonly signed: SignedDocument;
}

/** Signatures that are not in the vault yet, by the document's id: they outlive the views that a lock takes away, not the page. */
const waiting = new Map<string, Unkept>();
const listeners = new Set<() => void>();

/** The browser asks in its own words. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

function changed(): void {
  if (waiting.size > 0) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
  for (const listener of listeners) listener();
}

export function remember(one: Unkept): void {
  waiting.set(one.view.documentId, one);
  changed();
}

export function forget({ view }: Unkept): void {
  waiting.delete(view.documentId);
  changed();
}

export function allUnkept(): readonly Unkept[] {
  return [...waiting.values()];
}

/** @returns ends the listening. */
export function onUnkept(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
