// What is immutable on a card, kept between two logins of one browser session. See: CardCacheStore in card/api.ts.
import type { CardCacheStore, JwaAlgorithm } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import { isJwaAlgorithm } from "./algorithm.ts";
import type { DirectoryFiles } from "./layout.ts";
import type { Rung } from "./rung.ts";

export interface CachedCard {
  readonly files: DirectoryFiles;
  readonly certificateDer: Uint8Array<ArrayBuffer>;
  /** Algorithm references of TokenInfo for the login key. */
  readonly named: readonly number[];
  /** The rung that worked with the login key. */
  readonly rung: Rung | null;
  /** Algorithm references of TokenInfo for the signing key. */
  readonly signingNamed: readonly number[];
  /** What the signing key turned out to take; null: not asked yet. */
  readonly signing: SigningMemory | null;
}

export interface SigningMemory {
  /** null: not asked yet. */
  readonly algorithms: readonly JwaAlgorithm[] | null;
  /** By algorithm, the rung that worked. */
  readonly rungs: Readonly<Partial<Record<JwaAlgorithm, Rung>>>;
}

const version = 2;

/** The cached card, or null when there is none or it was written by another version. Never throws. */
export async function recall(store: CardCacheStore, serialHex: string): Promise<CachedCard | null> {
  try {
    const text = await store.get(serialHex);
    if (text === null) return null;
    const entry: unknown = JSON.parse(text);
    if (!isFields(entry)) return null;
    const { v, pins, certificates, privateKeys, certificate, named, rung, signingNamed, signing } = entry;
    if (v !== version || ![pins, certificates, privateKeys, certificate].every((one) => typeof one === "string")) return null;
    return {
      files: {
        pins: fromHex(String(pins)),
        certificates: fromHex(String(certificates)),
        privateKeys: fromHex(String(privateKeys)),
      },
      certificateDer: fromHex(String(certificate)),
      named: numbers(named),
      rung: isRung(rung) ? rung : null,
      signingNamed: numbers(signingNamed),
      signing: signingMemory(signing),
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
    signingNamed: card.signingNamed,
    signing: card.signing,
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

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];
}

function signingMemory(value: unknown): SigningMemory | null {
  if (!isFields(value) || !isFields(value["rungs"])) return null;
  const { algorithms, rungs } = value;
  const found: Partial<Record<JwaAlgorithm, Rung>> = {};
  for (const [name, rung] of Object.entries(isFields(rungs) ? rungs : {})) {
    if (isJwaAlgorithm(name) && isRung(rung)) found[name] = rung;
  }
  return { algorithms: Array.isArray(algorithms) ? algorithms.filter(isJwaAlgorithm) : null, rungs: found };
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
