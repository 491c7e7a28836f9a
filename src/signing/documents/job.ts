// Documents to be signed together, and what becomes of each. Plain data: it crosses postMessage.
import type { Range } from "../../codec/distantFile.ts";
import type { JwaAlgorithm } from "../../card/api.ts";
import type { CardFailure } from "../../card/error.ts";
import type { SigningFailure } from "../error.ts";
import type { Level, SigningNotice } from "../sign/options.ts";

/** Where a visible block stands. */
export interface BlockPlace {
  /** From 0. */
  readonly page: number;
  /** x1, y1, x2, y2 in the page's own units, from its lower left corner. */
  readonly rect: readonly [number, number, number, number];
}

/** A revision of a document in the vault. */
export interface StoredDocument {
  readonly documentId: string;
  /** The revision's content. */
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}

export interface DocumentToSign {
  readonly name: string;
  readonly data: Blob;
  /** Too large to be taken out of the vault as a Blob: the window itself reads it there; `data` is not looked at. */
  readonly stored?: StoredDocument;
  /** PDF only (anything else becomes a container with the file in it); null: invisible. */
  readonly block: BlockPlace | null;
  /** An empty signature field of the PDF that is to be filled in, by its full name; none: a new field. */
  readonly field?: string | null;
  /** The document itself is elsewhere, and this is its hash (by the job's algorithm): a detached CMS is made, `data` is not looked at. */
  readonly digest?: Uint8Array<ArrayBuffer>;
}

/**
 * own: a PDF stays a PDF (PAdES), anything else goes into a container of its own (ASiC-E);
 * container: all into one container, one signature over all of them;
 * detached, enveloping: CAdES beside each document (`.p7s`), or around it (`.p7m`).
 */
export const signingFormats = ["own", "container", "detached", "enveloping"] as const;
export type SigningFormat = (typeof signingFormats)[number];

export interface SigningJob {
  readonly documents: readonly DocumentToSign[];
  /** The only one that will do; none: the card's best. */
  readonly algorithm?: JwaAlgorithm;
  /** Stands in the signature and in the visible block; null: none. */
  readonly reason: string | null;
  /** Without it: own. */
  readonly format?: SigningFormat;
  /** Asked for a time stamp (RFC 3161), if the person allowed its host; null: none. */
  readonly timestampUrl: string | null;
  /** With the stamp also the proofs that the certificates were good (level B-LT), from the addresses in them. */
  readonly proofs?: boolean;
  /** In the person's language: the words of the visible block, and what a signed PDF's name has more than the document's (without the hyphen). */
  readonly words: { readonly signed: string; readonly reason: string; readonly suffix: string };
}

export interface SignedDocument {
  /** A name for the signed file. */
  readonly name: string;
  /** Refers to the document that was signed: the original must stay until this is stored. */
  readonly data: Blob;
  /** In place of `data`, of a document that is stored: what is new, and what is the document's own. */
  readonly pieces?: readonly (Blob | Range)[];
  readonly level: Level;
  /** Why less was reached than was wanted; the signature is whole. */
  readonly notices: readonly SigningNotice[];
}

export type DocumentFailure = SigningFailure | CardFailure;

/** `value` null: signed inside the container that is the first document's outcome. */
export type DocumentOutcome = { readonly ok: true; readonly value: SignedDocument | null } | { readonly ok: false; readonly error: DocumentFailure };
