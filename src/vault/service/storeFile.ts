// A file into a stream, whether the vault is open or not: room checked first, hashed on the way.
import { createSHA256 } from "hash-wasm";
import { toHex } from "../../card/bytes.ts";
import { giveBack } from "../../codec/giveBack.ts";
import type { Progress } from "../documentApi.ts";
import { sealedSize } from "../crypto/stream.ts";
import { VaultError } from "../error.ts";
import { heldSize, type Source, writeStream, type WrittenStream } from "../store/streamStore.ts";
import type { Surroundings } from "./surroundings.ts";

export interface StoredFile extends WrittenStream {
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What the database needs besides the bytes themselves. */
const overhead = 1.05;
/** Bytes that are left free for records. */
const reserve = 4 << 20;

/**
 * Content that is hashed at once. WebCrypto hashes beside this thread and four times as fast as what is compiled for pieces
 * (measured: 10 MB in 13 ms, and 52), but it knows no pieces: what is no larger is gathered for it, twice in memory for moments.
 */
const gatheredSize = 12 << 20;

/** @throws QUOTA_FULL before a byte is written when there is no room for all of it */
export async function storeFile(around: Surroundings, source: Source, signal: AbortSignal, onProgress?: (progress: Progress) => void): Promise<StoredFile> {
  try {
    return await store(around, source, signal, onProgress);
  } catch (error) {
    source.giveUp?.();
    throw error;
  }
}

async function store(around: Surroundings, source: Source, signal: AbortSignal, onProgress?: (progress: Progress) => void): Promise<StoredFile> {
  const { size } = source;
  const expected = size ?? source.expected ?? 0;
  const small = size !== null && size <= heldSize;
  // What goes in with one transaction is refused whole or not at all: an answer of a minute ago will do to keep the reserve.
  const needed = neededFor(expected);
  let { available } = await around.room(small);
  // Room may have been made since: somebody threw things away because they had been told that there is none.
  if (small && needed > available) ({ available } = await around.room());
  if (needed > available) throw new VaultError("QUOTA_FULL", "there is no room for the file");
  const hash = size === null || size > gatheredSize ? await inPieces() : small ? atOnce() : gathered(size);
  let seen = 0;
  const stored = await writeStream(around.database, source, {
    signal,
    hold: true,
    tap: (plaintext) => {
      // More comes than was said.
      seen += plaintext.length;
      if (seen > expected && neededFor(seen) > available) throw new VaultError("QUOTA_FULL", "there is no room for all of the file");
      hash.update(plaintext);
    },
    onProgress: (done) => onProgress?.({ done, total: source.size ?? (done > expected ? 0 : expected) }),
  });
  around.took?.(Math.ceil(sealedSize(stored.size) * overhead));
  return { ...stored, sha256: await hash.digest() };
}

function neededFor(size: number): number {
  return sealedSize(size) * overhead + reserve;
}

interface Hash {
  /** The next bytes, in order; they are the caller's again when this returns. */
  update(plaintext: Uint8Array<ArrayBuffer>): void;
  /** Hexadecimal. */
  digest(): Promise<string>;
}

async function inPieces(): Promise<Hash> {
  const hasher = (await createSHA256()).init();
  return { update: (plaintext) => void hasher.update(plaintext), digest: async () => hasher.digest("hex") };
}

const empty = new Uint8Array(0);

/** For what comes as one piece, or none. */
function atOnce(): Hash {
  let digest: Promise<ArrayBuffer> | null = null;
  return {
    // WebCrypto has copied them when it returns.
    update: (plaintext) => void (digest = crypto.subtle.digest("SHA-256", plaintext)),
    digest: async () => toHex(new Uint8Array(await (digest ?? crypto.subtle.digest("SHA-256", empty)))).toLowerCase(),
  };
}

function gathered(size: number): Hash {
  const all = new Uint8Array(size);
  const hash = atOnce();
  let at = 0;
  return {
    update: (plaintext) => {
      all.set(plaintext, at);
      at += plaintext.length;
      if (at < size) return;
      // Begun with the last piece: it is done by the time that piece is sealed and the one before it written.
      hash.update(all);
      giveBack(all.buffer);
    },
    digest: () => hash.digest(),
  };
}
