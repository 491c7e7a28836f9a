// The vault's figures as rows of the table.
import type { StoreTimes } from "./inPage.ts";
import { heapFigures, listFigures, storeFigures } from "./figures.ts";

type Add = (what: string, value: number, unit: string, aim?: number | null, note?: string) => void;

const both = ({ store, fetch }: StoreTimes): number => store + fetch;

export async function vaultRows(add: Add): Promise<void> {
  const { cipher, stores, unlock } = await storeFigures();
  const { bytes, raw, ours, age, libsodium } = cipher;
  const rate = (ms: number): string => `${(bytes / 1e3 / ms).toFixed(0)} MB/s`;
  // Aims are "at most" in this table: "90 % of raw" is "at most 1.11 times raw's time".
  for (const way of ["seal", "open"] as const) {
    const peers = `ours ${rate(ours[way])}, WebCrypto ${rate(raw[way])}, libsodium secretstream ${rate(libsodium[way])}, age ${rate(age[way])}`;
    add(`vault: to ${way} 60 KiB chunks, to WebCrypto's own time`, ours[way] / raw[way], "×", 1 / 0.9, peers);
    add(`vault: to ${way}, libsodium secretstream's time to ours`, libsodium[way] / ours[way], "×");
    add(`vault: to ${way}, age's time to ours`, age[way] / ours[way], "×");
  }
  for (const { megabytes, figures, opfs } of stores) {
    const shown = (times: StoreTimes): string => `${times.store.toFixed(0)} + ${times.fetch.toFixed(0)} ms`;
    add(`vault: store and fetch ${megabytes} MB, to IndexedDB's own time`, both(figures.ours) / both(figures.raw), "×", 1 / 0.7, `ours ${shown(figures.ours)}, same records unencrypted ${shown(figures.raw)}, OPFS ${shown(opfs)}`);
    // Files without transactions: the ceiling, not a peer.
    add(`vault: store and fetch ${megabytes} MB, to OPFS's own time`, both(figures.ours) / both(opfs), "×");
  }
  for (const { way, ms } of unlock) add(`vault: opened by ${way}`, ms, "ms", null, way === "passphrase" ? "Argon2id with it, at least half a second by design" : "");
}

export async function vaultListRows(add: Add): Promise<void> {
  for (const { documents, coldMs, warmMs, firstSearchMs, searchMs, typoMs, addMs, pageMs } of await listFigures()) {
    const large = documents === 10_000;
    add(`vault: ${documents} documents, opened and listed`, coldMs, "ms", large ? 300 : null, `added in ${addMs.toFixed(1)} ms each`);
    add(`vault: ${documents} documents, listed again`, warmMs, "ms", large ? 300 : null);
    add(`vault: ${documents} documents, search`, searchMs, "ms", 30, `the first one, which makes the index: ${firstSearchMs.toFixed(0)} ms`);
    add(`vault: ${documents} documents, search with a typo`, typoMs, "ms", 30);
    add(`vault: ${documents} documents, page opened to list seen`, pageMs, "ms");
  }
}

export async function vaultHeapRows(add: Add): Promise<void> {
  const heap = await heapFigures();
  add(`vault: heap over baseline while ${heap.megabytes} MB are stored`, heap.overBaselineMB, "MB", 32, `${heap.seconds.toFixed(0)} s, ${(heap.megabytes / heap.seconds).toFixed(0)} MB/s`);
}
