import type { HashBits } from "../algorithms.ts";
import type { SigningErrorCode } from "../error.ts";
import type { WebPort } from "../port.ts";
import type { Bytes } from "../signer.ts";

/** ETSI baseline levels: the bare signature; with a time stamp; with the proofs needed to check it years later. */
export type Level = "B-B" | "B-T" | "B-LT";

export interface SigningOptions {
  /** The signer's clock. */
  readonly at: Date;
  /** What is wanted; what is reached is in the outcome. */
  readonly level: Level;
  /** Time-stamp authority; null: level B-B. */
  readonly timestampUrl: string | null;
  readonly web: WebPort;
  readonly signal?: AbortSignal | null;
  readonly progress?: ((progress: SigningProgress) => void) | null;
}

/** The hash of one file, as far as a signature needed it. */
export interface FileHash {
  readonly bits: HashBits;
  readonly digest: Bytes;
}

/** Bytes read so far, the hash of the n-th file (from 0), or what is being waited for. */
export type SigningProgress = { readonly phase: "reading"; readonly done: number; readonly total: number } | { readonly phase: "hashed"; readonly index: number; readonly hash: FileHash } | { readonly phase: "signing" | "stamping" | "proving" };

/** Why less than the wanted level was reached: shown to the person; the signature itself is whole. */
export type SigningNotice = SigningErrorCode;

/** What stands beside a signature, and how far it got. */
export interface Enrichment {
  readonly level: Level;
  readonly notices: readonly SigningNotice[];
  readonly timestampToken: Bytes | null;
  readonly certificates: readonly Bytes[];
  readonly crls: readonly Bytes[];
  readonly ocspResponses: readonly Bytes[];
}
