// Runs in a page of the extension (bundled by bundle.ts): ciphers side by side, and the database without any of ours.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import sodium from "libsodium-wrappers";
import { chunkSize, newStream, openChunk, sealChunk } from "../../../src/vault/crypto/stream.ts";

/** Milliseconds to seal and to open the same bytes, the best of all rounds. */
export interface CipherTimes {
  readonly seal: number;
  readonly open: number;
}

const chunks = 512;
/** As many at once as the vault has (src/vault/store/streamStore.ts). */
const window = 32;
/** So many that the best of each is no accident: the two differ by less than a busy moment. */
const rounds = 21;

export interface CipherFigures {
  readonly bytes: number;
  readonly raw: CipherTimes;
  readonly ours: CipherTimes;
  readonly age: CipherTimes;
  readonly libsodium: CipherTimes;
}

async function time(act: () => Promise<unknown> | void): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function inWindows(act: (chunk: number) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < chunks; first += window) await Promise.all(Array.from({ length: window }, (_, at) => act(first + at)));
}

class Best {
  seal = Infinity;
  open = Infinity;

  async round(seal: () => Promise<unknown> | void, open: () => Promise<unknown> | void): Promise<void> {
    this.seal = Math.min(this.seal, await time(seal));
    this.open = Math.min(this.open, await time(open));
  }

  get times(): CipherTimes {
    return { seal: this.seal, open: this.open };
  }
}

/** All four over the same 31 MB, in turns, so that a slow moment of the machine meets each of them. */
async function cipher(): Promise<CipherFigures> {
  const whole = new Uint8Array(chunks * chunkSize);
  for (let at = 0; at < whole.length; at += 65_536) crypto.getRandomValues(whole.subarray(at, Math.min(whole.length, at + 65_536)));
  const piece = (chunk: number): Uint8Array<ArrayBuffer> => whole.subarray(chunk * chunkSize, (chunk + 1) * chunkSize);
  const [raw, ours, age, libsodium] = [new Best(), new Best(), new Best(), new Best()];

  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const additionalData = crypto.getRandomValues(new Uint8Array(16));
  const parameters = (chunk: number): AesGcmParams => ({ name: "AES-GCM", iv: new Uint8Array(new Uint32Array([chunk, 0, 0]).buffer), additionalData });
  const rawSealed: ArrayBuffer[] = [];

  const stream = await newStream();
  const sealed: ArrayBuffer[] = [];

  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let ageSealed = new Uint8Array(0);

  await sodium.ready;
  const secret = sodium.crypto_secretstream_xchacha20poly1305_keygen();
  let header = new Uint8Array(0);
  const pushed: Uint8Array[] = [];

  for (let round = 0; round < rounds; round += 1) {
    await raw.round(
      () => inWindows(async (chunk) => (rawSealed[chunk] = await crypto.subtle.encrypt(parameters(chunk), key, piece(chunk)))),
      () => inWindows((chunk) => crypto.subtle.decrypt(parameters(chunk), key, rawSealed[chunk] ?? new ArrayBuffer(0))),
    );
    await ours.round(
      () => inWindows(async (chunk) => (sealed[chunk] = await sealChunk(stream, chunk, false, piece(chunk)))),
      () => inWindows((chunk) => openChunk(stream, chunk, false, sealed[chunk] ?? new ArrayBuffer(0))),
    );
    // The peers are so much slower that two rounds say it.
    if (round >= 2) continue;
    await age.round(
      async () => void (ageSealed = Uint8Array.from(await encrypter.encrypt(whole))),
      () => decrypter.decrypt(ageSealed),
    );
    await libsodium.round(
      () => {
        const { state, header: made } = sodium.crypto_secretstream_xchacha20poly1305_init_push(secret);
        header = Uint8Array.from(made);
        for (let chunk = 0; chunk < chunks; chunk += 1) pushed[chunk] = sodium.crypto_secretstream_xchacha20poly1305_push(state, piece(chunk), null, 0);
      },
      () => {
        const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, secret);
        for (const one of pushed) if (!sodium.crypto_secretstream_xchacha20poly1305_pull(state, one, null)) throw new Error("not opened");
      },
    );
  }
  return { bytes: whole.length, raw: raw.times, ours: ours.times, age: age.times, libsodium: libsodium.times };
}

export interface StoreTimes {
  readonly store: number;
  readonly fetch: number;
}

export interface StoreFigures {
  readonly raw: StoreTimes;
  readonly ours: StoreTimes;
}

type Vault = (group: string, method: string, ...args: unknown[]) => Promise<unknown>;

const settled = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(new Error("aborted")));
  });
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("the database refused")));
  });

/** Bytes as large as a sealed chunk; as many in one transaction, and in one answer, as the vault has. */
async function rawStore(database: IDBDatabase, bytes: Uint8Array): Promise<StoreTimes> {
  const record = chunkSize + 16;
  const count = Math.ceil(bytes.length / record);
  const store = await time(async () => {
    for (let first = 0; first < count; first += window) {
      const durability = first + window >= count ? "strict" : "relaxed";
      const transaction = database.transaction("raw", "readwrite", { durability });
      for (let at = first; at < Math.min(count, first + window); at += 1) transaction.objectStore("raw").put(bytes.slice(at * record, (at + 1) * record).buffer, at);
      await settled(transaction);
    }
  });
  const fetch = await time(async () => {
    let read = 0;
    for (let first = 0; first < count; first += 2 * window) {
      const values: readonly ArrayBuffer[] = await answer(database.transaction("raw").objectStore("raw").getAll(IDBKeyRange.bound(first, first + 2 * window - 1)));
      for (const { byteLength } of values) read += byteLength;
    }
    if (read !== bytes.length) throw new Error("not all came back");
  });
  const clearing = database.transaction("raw", "readwrite");
  clearing.objectStore("raw").clear();
  await settled(clearing);
  return { store, fetch };
}

async function ourStore(vault: Vault, bytes: Uint8Array<ArrayBuffer>): Promise<StoreTimes> {
  const file = new Blob([bytes]);
  let documentId = "";
  const store = await time(async () => {
    const { document } = (await vault("documents", "add", file, { name: "bench" })) as { document: { documentId: string } };
    documentId = document.documentId;
  });
  const fetch = await time(async () => {
    let read = 0;
    for (;;) {
      const piece = (await vault("documents", "read", documentId, null, read, 64 * chunkSize)) as Uint8Array;
      if (piece.length === 0) break;
      read += piece.length;
    }
    if (read !== bytes.length) throw new Error("not all came back");
  });
  await vault("documents", "purge", [documentId]);
  return { store, fetch };
}

const least = (times: readonly StoreTimes[]): StoreTimes => times.reduce((best, one) => (one.store + one.fetch < best.store + best.fetch ? one : best));

/** In turns: the vault, and IndexedDB with records of the same size that nobody encrypts. */
async function storing(megabytes: number, times: number): Promise<StoreFigures> {
  const { vault } = globalThis as unknown as { readonly vault: Vault };
  const bytes = new Uint8Array(megabytes * 1_000_000).map((_, at) => (at * 31) ^ (at >> 8));
  const opening = indexedDB.open("bench", 1);
  opening.addEventListener("upgradeneeded", () => void opening.result.createObjectStore("raw"));
  const database = await answer(opening);
  const [raw, ours]: [StoreTimes[], StoreTimes[]] = [[], []];
  for (let round = 0; round < times; round += 1) {
    raw.push(await rawStore(database, bytes));
    ours.push(await ourStore(vault, bytes));
  }
  database.close();
  return { raw: least(raw), ours: least(ours) };
}

export interface BenchScope {
  readonly bench: { readonly cipher: typeof cipher; readonly storing: typeof storing };
}

Object.assign(globalThis, { bench: { cipher, storing } });
