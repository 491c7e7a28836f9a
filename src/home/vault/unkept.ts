import type { SignedDocument } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";

/** A signed document, and the one it was made of as it was then. */
export interface Unkept {
  readonly view: DocumentView;
  readonly signed: SignedDocument;
}

/** Signatures that could not be kept in the vault, each by itself, for a document may be signed twice: they outlive the views that a lock takes away, not the page. */
const waiting = new Set<Unkept>();
/** Those on their way into the vault, which takes its time over a large one. */
const underWay = new Set<Unkept>();
const listeners = new Set<() => void>();

/** The browser asks in its own words. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

function changed(): void {
  if (waiting.size + underWay.size > 0) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
  for (const listener of listeners) listener();
}

/** Keeps one. While `keep` is at it, the page is not left without a question; what it fails to keep waits. */
export async function keeping<Kept>(one: Unkept, keep: () => Promise<Kept>): Promise<Kept> {
  underWay.add(one);
  changed();
  try {
    const kept = await keep();
    waiting.delete(one);
    return kept;
  } catch (error) {
    waiting.add(one);
    throw error;
  } finally {
    underWay.delete(one);
    changed();
  }
}

export function forget(one: Unkept): void {
  waiting.delete(one);
  changed();
}

/** All that wait, the oldest first. */
export function allUnkept(): readonly Unkept[] {
  return [...waiting];
}

/** All of it is in this page: it takes no vault to save it. Of a large document the vault has the rest. */
export function isWhole({ signed: { pieces = [] } }: Unkept): boolean {
  return pieces.every((piece) => piece instanceof Blob);
}

/** @returns ends the listening. */
export function onUnkept(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
