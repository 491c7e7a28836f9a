// What is immutable on a card, kept between two logins of one browser session. See: CardCacheStore in card/api.ts.
import type { CardCacheStore } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { DirectoryFiles } from "./layout.ts";
import type { Rung } from "./rung.ts";

export interface CachedCard {
  readonly files: DirectoryFiles;
  readonly certificateDer: Uint8Array<ArrayBuffer>;
  /** Algorithm references of TokenInfo for the login key. */
  readonly named: readonly number[];
  readonly rung: Rung | null;
}

const version = 1;

/** The cached card, or null when there is none or it was written by another version. Never throws. */
export async function recall(store: CardCacheStore, serialHex: string): Promise<CachedCard | null> {
  try {
    const text = await store.get(serialHex);
    if (text === null) return null;
    const entry: unknown = JSON.parse(text);
    if (!isFields(entry)) return null;
    const { v, pins, certificates, privateKeys, certificate, named, rung } = entry;
    if (v !== version || ![pins, certificates, privateKeys, certificate].every((one) => typeof one === "string")) return null;
    return {
      files: {
        pins: fromHex(String(pins)),
        certificates: fromHex(String(certificates)),
        privateKeys: fromHex(String(privateKeys)),
      },
      certificateDer: fromHex(String(certificate)),
      named: Array.isArray(named) ? named.filter((one) => typeof one === "number") : [],
      rung: isRung(rung) ? rung : null,
    };
  } catch {
    // A cache that can't be read is an empty cache.
    return null;
  }
}

/** Keeps a card. A store that is full or gone is no reason to fail a login. */
export async function remember(store: CardCacheStore, serialHex: string, card: CachedCard): Promise<void> {
  const entry = {
    v: version,
    pins: toHex(card.files.pins),
    certificates: toHex(card.files.certificates),
    privateKeys: toHex(card.files.privateKeys),
    certificate: toHex(card.certificateDer),
    named: card.named,
    rung: card.rung,
  };
  await store.put(serialHex, JSON.stringify(entry)).catch(() => {});
}

/** Kept by ATR: a card of a kind that refused short file identifiers is not asked again in this browser session. */
export async function lacksShortIdentifiers(store: CardCacheStore, atrHex: string): Promise<boolean> {
  return (await store.get(`atr:${atrHex}`).catch(() => null)) === "no-sfi";
}

export async function rememberNoShortIdentifiers(store: CardCacheStore, atrHex: string): Promise<void> {
  await store.put(`atr:${atrHex}`, "no-sfi").catch(() => {});
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isRung(value: unknown): value is Rung {
  if (!isFields(value)) return false;
  const { algorithm, input, command } = value;
  return (
    typeof algorithm === "string" &&
    /^([0-9A-F]{2})*$/.test(algorithm) &&
    (input === "hash" || input === "digestInfo" || input === "block") &&
    (command === "pso" || command === "internalAuthenticate")
  );
}
