// The page's documents from choosing to saving, as a pure state machine.
import type { DocumentFailure, DocumentOutcome, SignedDocument, SigningFormat } from "../../signing/documents/job.ts";
import type { SigningErrorCode } from "../../signing/error.ts";
import type { DocumentCheck } from "../../signing/documents/check.ts";
import type { EmptyField } from "../../signing/pades/emptyFields.ts";
import type { ViewRect } from "../../ui/documents/pdfRenderer.ts";

export interface Chosen {
  readonly id: number;
  readonly file: File;
  /** null: still being looked at. */
  readonly check: DocumentCheck | null;
  /** Where the block stands on it; null: where it stands on the others. */
  readonly place: Place | null;
  /** An empty signature field of the PDF, by its name; null: none of them; undefined: nobody has chosen yet. */
  readonly field: string | null | undefined;
  /** `document` null: signed inside the container that another document of the list has become. */
  readonly outcome: { readonly kind: "signed"; readonly document: SignedDocument | null; readonly saved: boolean } | { readonly kind: "failed"; readonly error: DocumentFailure } | null;
}

/** A block on a page, in fractions of the page as it is shown, and in the page's own units. */
export interface Place {
  readonly page: number;
  readonly view: ViewRect;
  readonly rect: readonly [number, number, number, number];
}

export interface SigningState {
  readonly documents: readonly Chosen[];
  readonly selected: number | null;
  readonly reason: string;
  readonly visible: boolean;
  /** Asked for a time stamp; null: not wanted, or not allowed. */
  readonly timestampUrl: string | null;
  /** With the time stamp also the proofs that the certificate was good. */
  readonly proofs: boolean;
  readonly format: SigningFormat;
  /** The prompt is open. */
  readonly signing: boolean;
  readonly nextId: number;
}

export type SigningEvent =
  | { readonly kind: "added"; readonly files: readonly File[] }
  | { readonly kind: "removed"; readonly id: number }
  | { readonly kind: "checked"; readonly id: number; readonly check: DocumentCheck }
  | { readonly kind: "selected"; readonly id: number }
  | { readonly kind: "placed"; readonly id: number; readonly place: Place }
  | { readonly kind: "reason"; readonly reason: string }
  | { readonly kind: "visible"; readonly visible: boolean }
  | { readonly kind: "stamped"; readonly timestampUrl: string | null }
  | { readonly kind: "proofs"; readonly proofs: boolean }
  | { readonly kind: "format"; readonly format: SigningFormat }
  | { readonly kind: "field"; readonly id: number; readonly field: string | null }
  | { readonly kind: "began" }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: DocumentOutcome }
  | { readonly kind: "ended" }
  | { readonly kind: "saved"; readonly id: number }
  | { readonly kind: "cleared" };

export const initialSigning: SigningState = { documents: [], selected: null, reason: "", visible: true, timestampUrl: null, proofs: false, format: "own", signing: false, nextId: 1 };

/** Longer is no reason but a letter, and would not fit the block. */
export const longestReason = 200;

/** Documents that would be signed now: those that can be, and are not yet. */
export function signable({ documents, format }: SigningState): readonly Chosen[] {
  return documents.filter(({ check, outcome }) => check !== null && (check.ok || (format !== "own" && asItIs.has(check.error.code))) && outcome?.kind !== "signed");
}

/** Those that would be signed in one format or another: what the person may still have wishes about. */
export function unsigned(state: SigningState): readonly Chosen[] {
  return signable({ ...state, format: "detached" });
}

/** What is wrong with a file as a PDF is nothing to a signature beside or around its bytes. */
const asItIs: ReadonlySet<string> = new Set<SigningErrorCode>(["PDF_BROKEN", "PDF_ENCRYPTED", "PDF_LOCKED", "UNSUPPORTED", "MALFORMED"]);

/** Signed files that nobody has saved: leaving the page would lose them. */
export function unsaved(state: SigningState): readonly Chosen[] {
  return state.documents.filter(({ outcome }) => outcome?.kind === "signed" && outcome.document !== null && !outcome.saved);
}

/** The empty field that will be filled in: the chosen one; when nobody chose, the only one there is. */
export function fieldOf({ check, field }: Chosen): EmptyField | null {
  const fields = check?.ok && check.kind === "pdf" ? check.fields : [];
  if (field === undefined) return fields.length === 1 ? (fields[0] ?? null) : null;
  return fields.find(({ name }) => name === field) ?? null;
}

export function reduceSigning(state: SigningState, event: SigningEvent): SigningState {
  const change = (id: number, to: (one: Chosen) => Partial<Chosen>): SigningState => ({ ...state, documents: state.documents.map((one) => (one.id === id ? { ...one, ...to(one) } : one)) });
  switch (event.kind) {
    case "added": {
      const added = event.files.map((file, i): Chosen => ({ id: state.nextId + i, file, check: null, place: null, field: undefined, outcome: null }));
      return { ...state, documents: [...state.documents, ...added], nextId: state.nextId + added.length, selected: state.selected ?? added[0]?.id ?? null };
    }
    case "removed": {
      const documents = state.documents.filter(({ id }) => id !== event.id);
      return { ...state, documents, selected: state.selected === event.id ? (documents[0]?.id ?? null) : state.selected };
    }
    case "checked":
      return change(event.id, () => ({ check: event.check }));
    case "selected":
      return { ...state, selected: event.id };
    case "placed":
      return change(event.id, () => ({ place: event.place }));
    case "reason":
      return { ...state, reason: event.reason.slice(0, longestReason) };
    case "visible":
      return { ...state, visible: event.visible };
    case "stamped":
      return { ...state, timestampUrl: event.timestampUrl };
    case "proofs":
      return { ...state, proofs: event.proofs };
    case "format":
      return { ...state, format: event.format };
    case "field":
      return change(event.id, () => ({ field: event.field }));
    case "began":
      return { ...state, signing: true, documents: state.documents.map((one) => (one.outcome?.kind === "failed" ? { ...one, outcome: null } : one)) };
    case "outcome": {
      const { outcome } = event;
      return change(event.id, () => ({ outcome: outcome.ok ? { kind: "signed", document: outcome.value, saved: outcome.value === null } : { kind: "failed", error: outcome.error } }));
    }
    case "ended":
      return { ...state, signing: false };
    case "saved":
      return change(event.id, ({ outcome }) => (outcome?.kind === "signed" ? { outcome: { ...outcome, saved: true } } : {}));
    case "cleared":
      return { ...initialSigning, nextId: state.nextId };
  }
}
