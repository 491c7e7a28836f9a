// Documents, as the vault offers them: a part of VaultApi (api.ts).
import type { Bytes } from "../card/bytes.ts";
import type { Category } from "../codec/categories.ts";
import type { Json } from "./api.ts";

/** What is known about a document besides its bytes. All of it is encrypted. */
export interface DocumentFacts {
  readonly name: string;
  /** MIME type; "" when unknown. */
  readonly type: string;
  readonly category: Category | null;
  readonly tags: readonly string[];
  readonly organisation: string | null;
  /** Path of the folder that it was dropped in, "" at the top. */
  readonly folder: string;
  /** What our own verifier said; null: not a signed document, or not looked at. */
  readonly signed: "valid" | "invalid" | "unknown" | null;
  /** Day after which the person is asked whether it may go (days since 1970-01-01); null: keep. */
  readonly keepUntil: number | null;
  /** Where it came from: "file", "paste", "portal", "signed", "answer", "import". */
  readonly source: string;
  /** Free for the part that stored it, e.g. `{ requestId }`. `about`: words by which a search finds it, too. */
  readonly extra: { readonly [key: string]: Json | undefined };
}

export interface RevisionView {
  /** 1, 2, … */
  readonly revision: number;
  readonly size: number;
  readonly storedAt: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  /** Two windows changed the document at once: both are kept, and this one came second. */
  readonly conflict: boolean;
}

export interface DocumentView extends DocumentFacts {
  readonly documentId: string;
  readonly version: string;
  readonly addedAt: number;
  readonly changedAt: number;
  /** Milliseconds since the epoch; null: not in the bin. */
  readonly binnedAt: number | null;
  /** Oldest first; never empty. */
  readonly revisions: readonly RevisionView[];
}

export interface Progress {
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
}

/** Long work: `onProgress` is called some times a second; `task` is a name of the caller's for `cancel`. */
export interface Work {
  readonly task?: string;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Search {
  /** Words; each must match the start of a word (one typo is forgiven in longer ones) of name, tags, organisation or text. */
  readonly text?: string;
  readonly category?: Category | null;
  readonly tag?: string;
  readonly organisation?: string;
  readonly folder?: string;
  readonly signed?: boolean;
  /** Milliseconds since the epoch, of the last change. */
  readonly from?: number;
  readonly to?: number;
  readonly inBin?: boolean;
  readonly sort?: "name" | "changed" | "size";
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

export interface Found {
  readonly total: number;
  readonly documents: readonly DocumentView[];
  /** The text of documents is still being loaded after opening: hits in it may be missing. */
  readonly partial: boolean;
}

/** A part of new content that is in the vault already: bytes `from` to before `to` of a revision. */
export interface StoredPart {
  readonly documentId: string;
  /** The revision's content: numbers change when another computer's versions come in between. */
  readonly sha256: string;
  readonly from: number;
  readonly to: number;
}

/** What is on its way from elsewhere: its bytes are stored as they come. Goes by transfer: the caller has the stream no longer. */
export interface Incoming {
  readonly stream: ReadableStream<Uint8Array>;
  /** As many bytes as somebody said that it has, for whoever waits; null: nobody said it. Whole is what its stream ends with: [Note: whole when it ends]. */
  readonly size: number | null;
}

/** New content: a file, parts one after the other, or what is still on its way. */
export type NewContent = Blob | readonly (Blob | StoredPart)[] | Incoming;

export interface DocumentApi {
  /**
   * Stores a file. A `File` goes through without being read into memory.
   * @returns the document, and an older one with the same content, if any (both are kept).
   * @throws QUOTA_FULL, FILE_UNREADABLE (also: the stream broke off, or gave nothing for a minute), CANCELLED: nothing is left of it then.
   */
  add(file: NewContent, facts: Partial<DocumentFacts> & { readonly name: string }, work?: Work): Promise<{ readonly document: DocumentView; readonly duplicateOf: string | null }>;
  /** The same content, if it is there: before a batch is taken up again. @param sha256 hexadecimal */
  findBySha256(sha256: string): Promise<DocumentView | null>;
  /** Of these contents those that no document outside of the bin has. @param sha256s hexadecimal */
  absent(sha256s: readonly string[]): Promise<readonly string[]>;
  /** Replaces the content; earlier revisions stay. If `expect` is no longer current, both are kept and `conflict` is set. */
  addRevision(documentId: string, file: NewContent, expect: string, work?: Work): Promise<DocumentView>;
  get(documentId: string): Promise<DocumentView | null>;
  search(search: Search): Promise<Found>;
  /** Names in use, for filters. */
  facets(): Promise<{ readonly tags: readonly string[]; readonly organisations: readonly string[]; readonly folders: readonly string[] }>;
  /** @throws CONFLICT when `expect` is not current. */
  change(documentId: string, facts: Partial<DocumentFacts>, expect?: string): Promise<DocumentView>;
  /**
   * Plaintext from `offset`, at most `length` (and at most 4 MiB); shorter only at the end.
   * @param revision its number; or its content's SHA-256, which stays the same when numbers change; null: the newest
   * @throws DOCUMENT_NONE: there is none of that number or content (any more)
   */
  read(documentId: string, revision: number | string | null, offset: number, length: number): Promise<Bytes>;
  /** Reads all of it and checks it against the stored SHA-256. */
  verify(documentId: string, revision: number | null, work?: Work): Promise<boolean>;
  /** The text inside a document, for searching; extracted by whoever can read the format. */
  setText(documentId: string, text: string): Promise<void>;
  /** Documents of these types that have no text yet. */
  withoutText(types: readonly string[], limit: number): Promise<readonly DocumentView[]>;
  /** Documents that may be signed and whose newest content nobody has looked at: by the end of their name, or their type. */
  withoutVerdict(endings: readonly string[], types: readonly string[], mostSize: number, limit: number): Promise<readonly DocumentView[]>;
  /**
   * What a verification found, of the content with that SHA-256; no other content's verdict is set.
   * @param signers names in its signatures' certificates, kept as `extra.signers` and found by a search
   */
  setVerdict(documentId: string, sha256: string, signed: DocumentFacts["signed"], signers?: readonly string[]): Promise<void>;
  bin(documentIds: readonly string[]): Promise<void>;
  /**
   * Into the bin with what a draft of a form brought in (`source` "draft"), by `extra.attachment`; or out of it again. All
   * that a frame in a page may throw away. Others' names are passed over.
   */
  binAttachments(attachmentIds: readonly string[], binned: boolean): Promise<void>;
  unbin(documentIds: readonly string[]): Promise<void>;
  /** Truly away: content, facts, text; then the vault key is rotated. */
  purge(documentIds: readonly string[]): Promise<void>;
  /** Those in the bin longer than the person chose: purged; `due`: retention is over, to be asked. */
  tidy(): Promise<{ readonly purged: number; readonly due: readonly DocumentView[] }>;
  /** Days that the bin keeps things; null: until emptied by hand. */
  binDays(): Promise<number | null>;
  setBinDays(days: number | null): Promise<void>;
  cancel(task: string): Promise<void>;
}
