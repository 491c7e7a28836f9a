// Opens a card: application, layout, login certificate. Immutable things come from the cache where it has them.
import type { CardCacheStore } from "../api.ts";
import { type Bytes, concat, equal, toHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import { type Call, CardChannel } from "../iso7816/cardChannel.ts";
import { readTlv } from "../iso7816/tlv.ts";
import { type AlgorithmInfo, readObjectDirectory, readTokenInfo } from "../pkcs15/directory.ts";
import type { PrivateKeyObject } from "../pkcs15/objects.ts";
import { fileOf, type Path } from "../pkcs15/path.ts";
import type { CardConnection } from "../reader.ts";
import { type CachedCard, lacksShortIdentifiers, recall, rememberNoShortIdentifiers } from "./cardCache.ts";
import type { CardFiles } from "./cardFiles.ts";
import { type DirectoryFiles, findLayout, type Layout } from "./layout.ts";
import { openApplication } from "./openApplication.ts";
import { type CardProfile, profileFor } from "./profile.ts";

export interface OpenCard {
  readonly profile: CardProfile;
  readonly channel: CardChannel;
  readonly files: CardFiles;
  readonly layout: Layout;
  /** null: the card names no serial number, so nothing of it is kept. */
  readonly serialHex: string | null;
  readonly cached: CachedCard;
  /** The AODF was read just now, not taken from the cache. */
  readonly pinsFresh: boolean;
}

const odf = { sfi: 0x11, path: fileOf(0x5031) };
const tokenInfo = { sfi: 0x12, path: fileOf(0x5032) };

/** A DER object's length, tag and length bytes included, once enough of it is there. */
export function derLength(soFar: Uint8Array): number | null {
  const count = (soFar[1] ?? 0) & 0x7f;
  if (soFar.length < 2) return null;
  if ((soFar[1] ?? 0) < 0x80) return 2 + count;
  if (count === 0 || count > 3 || soFar.length < 2 + count) return null;
  return 2 + count + soFar.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** @throws CardError */
export async function openCard(connection: CardConnection, cache: CardCacheStore, call: Call = {}): Promise<OpenCard> {
  const profile = profileFor(connection.atr);
  const channel = new CardChannel(connection, true);
  const files = await openApplication(channel, profile, call);
  const kind = toHex(connection.atr);
  if (await lacksShortIdentifiers(cache, kind)) files.forgoShortIdentifiers();
  const { serialHex, algorithms } = await identify(files, call);
  if (!files.shortIdentifiers) await rememberNoShortIdentifiers(cache, kind);
  const known = serialHex === null ? null : await recall(cache, serialHex);
  const layoutStill = known && (await stillThere(files, known, call));
  if (known && layoutStill) return { profile, channel, files, layout: layoutStill, serialHex, cached: known, pinsFresh: false };
  if (known) await files.selectApplicationAgain(call);
  const directory = readObjectDirectory(await files.readShort(odf.sfi, odf.path, undefined, call));
  const read: DirectoryFiles = {
    pins: await readAllOf(files, directory.pins, call),
    certificates: await readAllOf(files, directory.certificates, call),
    privateKeys: await readAllOf(files, directory.privateKeys, call),
  };
  const layout = findLayout(read);
  const certificateDer = readTlv(await files.read(layout.certificate.path, derLength, call)).raw.slice();
  const cached: CachedCard = {
    files: read,
    certificateDer,
    named: namedFor(layout.key, algorithms),
    signingNamed: namedFor(layout.signingKey, algorithms),
    rung: null,
    signing: null,
  };
  return { profile, channel, files, layout, serialHex, cached, pinsFresh: true };
}

/** The AODF anew: whether the signing PIN exists is the one thing in the directory files that changes. */
export async function readPinsAgain(files: CardFiles, call: Call = {}): Promise<Bytes> {
  await files.home(call);
  const directory = readObjectDirectory(await files.readShort(odf.sfi, odf.path, undefined, call));
  return await readAllOf(files, directory.pins, call);
}

async function readAllOf(files: CardFiles, paths: readonly Path[], call: Call): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (const path of paths) parts.push(await files.read(path, undefined, call));
  return concat(...parts);
}

/** A key may name its algorithms; where it does not, all that the card has may be meant. */
function namedFor(key: PrivateKeyObject | null, algorithms: readonly AlgorithmInfo[]): readonly number[] {
  const wanted = key?.algorithmReferences ?? [];
  return algorithms.flatMap(({ reference, cardReference }) =>
    cardReference !== null && (wanted.length === 0 || wanted.includes(reference)) ? [cardReference] : [],
  );
}

/**
 * The cached card's layout if its certificate is still the same, else null. A renewed certificate differs in its first
 * bytes: serial number and validity stand there. Whatever is wrong with the cache, the card itself is asked then.
 */
async function stillThere(files: CardFiles, cached: CachedCard, call: Call): Promise<Layout | null> {
  try {
    const layout = findLayout(cached.files);
    const start = await files.readStart(layout.certificate.path, call);
    const enough = start.length >= Math.min(256, cached.certificateDer.length);
    return enough && equal(start, cached.certificateDer.slice(0, start.length)) ? layout : null;
  } catch (error) {
    if (error instanceof CardError && /^(CARD_(REFUSED|MALFORMED|UNKNOWN)|CERTIFICATE_MISSING)$/.test(error.code)) return null;
    throw error;
  }
}

/** TokenInfo is a help, not a need: a card whose TokenInfo can't be read or understood is read in full each time. */
async function identify(files: CardFiles, call: Call): Promise<{ serialHex: string | null; algorithms: readonly AlgorithmInfo[] }> {
  try {
    const { serialNumber, algorithms } = readTokenInfo(await files.readShort(tokenInfo.sfi, tokenInfo.path, derLength, call));
    return { serialHex: serialNumber && toHex(serialNumber), algorithms };
  } catch (error) {
    if (error instanceof CardError && /^CARD_(REFUSED|MALFORMED)$/.test(error.code)) return { serialHex: null, algorithms: [] };
    throw error;
  }
}
