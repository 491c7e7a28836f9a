// A citizen's card: who it belongs to, how many tries are left, and a login signed with it.
import type { AuthenticateRequest, Authentication, CardCacheStore, CardView, CertificateView, PinView } from "../api.ts";
import { type Bytes, concat, equal, toHex, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import { type Call, CardChannel } from "../iso7816/cardChannel.ts";
import { readTlv } from "../iso7816/tlv.ts";
import { type AlgorithmInfo, readObjectDirectory, readTokenInfo } from "../pkcs15/directory.ts";
import { PinFlag, type PinObject } from "../pkcs15/objects.ts";
import { fileOf, type Path } from "../pkcs15/path.ts";
import { type CardConnection, Feature } from "../reader.ts";
import { type Certificate, parseCertificate } from "../x509/certificate.ts";
import { personalNumber } from "../x509/name.ts";
import { type CachedCard, lacksShortIdentifiers, recall, remember, rememberNoShortIdentifiers } from "./cardCache.ts";
import type { CardFiles } from "./cardFiles.ts";
import { type DirectoryFiles, findLayout, type Layout } from "./layout.ts";
import { openApplication } from "./openApplication.ts";
import { pinBlock, pinLengths, throwUnlessVerified, verifyPin } from "./pin.ts";
import { type Counter, readCounter } from "./pinCounter.ts";
import { pinVerifyStructure } from "./pinPad.ts";
import { type CardProfile, profileFor } from "./profile.ts";
import { algorithmOf, hashBitsOf, type SignerCrypto, signWithCard } from "./signer.ts";

export interface EidOptions {
  readonly crypto: SignerCrypto;
  readonly cache: CardCacheStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const odf = { sfi: 0x11, path: fileOf(0x5031) };
const tokenInfo = { sfi: 0x12, path: fileOf(0x5032) };

/** A DER object's length, tag and length bytes included, once enough of it is there. */
function derLength(soFar: Uint8Array): number | null {
  const count = (soFar[1] ?? 0) & 0x7f;
  if (soFar.length < 2) return null;
  if ((soFar[1] ?? 0) < 0x80) return 2 + count;
  if (count === 0 || count > 3 || soFar.length < 2 + count) return null;
  return 2 + count + soFar.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
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

export class EidCard {
  readonly profile: CardProfile;
  readonly certificate: Certificate;
  readonly #channel: CardChannel;
  readonly #files: CardFiles;
  readonly #layout: Layout;
  /** null: the card names no serial number, so nothing of it is kept. */
  readonly #serialHex: string | null;
  readonly #options: EidOptions;
  #cached: CachedCard;
  /** The login PIN's counter as last told; undefined: to be read. Nobody else can change it while the card is ours. */
  #counter: Counter | null | undefined;
  /** What the last wrong PIN's status word said was left: the only word of a card whose counter can't be read. */
  #told: Counter | null = null;

  /** Reads what a login needs, from the card or (immutable things) from the cache. @throws CardError */
  static async open(connection: CardConnection, options: EidOptions, call: Call = {}): Promise<EidCard> {
    const profile = profileFor(connection.atr);
    const channel = new CardChannel(connection, true);
    const files = await openApplication(channel, profile, call);
    const kind = toHex(connection.atr);
    if (await lacksShortIdentifiers(options.cache, kind)) files.forgoShortIdentifiers();
    const { serialHex, algorithms } = await identify(files, call);
    if (!files.shortIdentifiers) await rememberNoShortIdentifiers(options.cache, kind);
    const cached = serialHex === null ? null : await recall(options.cache, serialHex);
    const layoutStill = cached && (await stillThere(files, cached, call));
    if (cached && layoutStill) return new EidCard(profile, channel, files, layoutStill, serialHex, options, cached);
    if (cached) await files.selectApplicationAgain(call);
    const directory = readObjectDirectory(await files.readShort(odf.sfi, odf.path, undefined, call));
    const all = async (paths: readonly Path[]): Promise<Bytes> => {
      const parts: Bytes[] = [];
      for (const path of paths) parts.push(await files.read(path, undefined, call));
      return concat(...parts);
    };
    const read: DirectoryFiles = {
      pins: await all(directory.pins),
      certificates: await all(directory.certificates),
      privateKeys: await all(directory.privateKeys),
    };
    const layout = findLayout(read);
    const der = readTlv(await files.read(layout.certificate.path, derLength, call)).raw.slice();
    // The key may name its algorithms; where it does not, all that the card has may be meant.
    const wanted = layout.key.algorithmReferences;
    const named = algorithms.flatMap(({ reference, cardReference }) =>
      cardReference !== null && (wanted.length === 0 || wanted.includes(reference)) ? [cardReference] : [],
    );
    const entry: CachedCard = { files: read, certificateDer: der, named, rung: null };
    return new EidCard(profile, channel, files, layout, serialHex, options, entry);
  }

  private constructor(
    profile: CardProfile,
    channel: CardChannel,
    files: CardFiles,
    layout: Layout,
    serialHex: string | null,
    options: EidOptions,
    cached: CachedCard,
  ) {
    this.profile = profile;
    this.#channel = channel;
    this.#files = files;
    this.#layout = layout;
    this.#serialHex = serialHex;
    this.#options = options;
    this.#cached = cached;
    this.certificate = parseCertificate(cached.certificateDer);
  }

  /** APDUs sent so far. */
  get apdus(): number {
    return this.#channel.apdus;
  }

  /** Tries left of the login PIN, costing none; null when the card does not tell. */
  async triesLeft(call: Call = {}): Promise<Counter | null> {
    if (this.#counter !== undefined) return this.#counter;
    this.#counter = (await readCounter(this.#channel, this.profile, this.#layout.loginPin.reference, call)) ?? this.#told;
    return this.#counter;
  }

  /** @param extent "login": no more than a login shows; "all": every certificate and PIN, freshly read. */
  async view(extent: "login" | "all", call: Call = {}): Promise<Omit<CardView, "readerId" | "insertion">> {
    const { subject } = this.certificate;
    const { loginPin, signingPin, signingCertificate, puk } = this.#layout;
    const pins = [await this.#pinView(loginPin, "login", call)];
    const certificates = [viewOf(this.certificate, "authentication")];
    if (extent === "all") {
      if (signingPin) pins.push(await this.#pinView(signingPin, "signing", call));
      if (puk) pins.push(await this.#pinView(puk, "unblocking", call));
      const others = [
        ...(signingCertificate ? [{ path: signingCertificate.path, use: "signing" as const }] : []),
        ...this.#layout.authorities.map(({ path }) => ({ path, use: "authority" as const })),
      ];
      for (const { path, use } of others) {
        const certificate = await this.#optional(path, call);
        if (certificate) certificates.push(viewOf(certificate, use));
      }
    }
    return {
      generation: this.profile.generation,
      holder: {
        name: subject.commonName ?? [subject.givenName, subject.surname].filter(Boolean).join(" "),
        givenName: subject.givenName,
        surname: subject.surname,
        personalNumber: personalNumber(subject),
      },
      certificates,
      pins,
      pinpad: this.#channel.connection.features.has(Feature.verifyPinDirect),
    };
  }

  /**
   * Verifies the login PIN and signs the Web eID value for an origin and nonce. There is no way in here for a hash
   * that somebody else made: that the login key never signs one rests on this.
   * @throws CardError CERTIFICATE_*, PIN_*, CARD_*, READER_*
   */
  async authenticate(request: Pick<AuthenticateRequest, "origin" | "challengeNonce" | "pin" | "lastTryConfirmed">, call: Call = {}): Promise<Authentication> {
    this.#checkValidity();
    const { loginPin, key } = this.#layout;
    const counter = await this.triesLeft(call);
    if (counter?.left === 0) throw new CardError("PIN_BLOCKED", "no tries left", { triesLeft: 0 });
    if (counter?.left === 1 && !request.lastTryConfirmed) {
      throw new CardError("PIN_LAST_TRY", "the last try wants to be confirmed", { triesLeft: 1 });
    }
    // The key's own DF must be current for its PIN and its use; after VERIFY the application is never selected again,
    // which would drop the PIN's state.
    await this.#files.enter(key.path, call);
    if (loginPin.flags.has(PinFlag.local)) await this.#files.enter(loginPin.path, call);
    this.#counter = undefined;
    try {
      await this.#verify(loginPin, request.pin, call);
    } catch (error) {
      const left = error instanceof CardError ? error.detail.triesLeft : undefined;
      // A wrong PIN's status word says what is left: no need to ask again.
      if (left !== undefined) this.#told = { left, max: counter?.max ?? null };
      if (left !== undefined) this.#counter = this.#told;
      throw error;
    }
    this.#told = null;

    const { crypto } = this.#options;
    const bits = hashBitsOf(algorithmOf(this.certificate.publicKey));
    const utf8 = new TextEncoder();
    const value = concat(
      await crypto.sha(bits, utf8.encode(request.origin)),
      await crypto.sha(bits, utf8.encode(request.challengeNonce)),
    );
    const signingKey = {
      publicKey: this.certificate.publicKey,
      keyReference: key.keyReference,
      pathEnd: key.path?.file.at(-1) ?? 0,
      named: this.#cached.named,
    };
    const { algorithm, signature, rung } = await signWithCard(this.#channel, signingKey, value, crypto, this.#cached.rung, call);
    this.#cached = { ...this.#cached, rung };
    if (this.#serialHex !== null) await remember(this.#options.cache, this.#serialHex, this.#cached);
    return { certificateDer: this.certificate.der, algorithm, signature };
  }

  async #verify(pin: PinObject, digits: Uint8Array | null, call: Call): Promise<void> {
    if (digits === null) {
      const { connection } = this.#channel;
      const sw = await connection.control(Feature.verifyPinDirect, pinVerifyStructure(pin), call);
      throwUnlessVerified(((sw.at(-2) ?? 0) << 8) | (sw.at(-1) ?? 0));
      return;
    }
    const block = pinBlock(pin, digits, "login");
    try {
      await verifyPin(this.#channel, pin, block, call);
    } finally {
      wipe(block);
    }
  }

  #checkValidity(): void {
    const now = this.#options.now();
    if (now > this.certificate.notAfter) throw new CardError("CERTIFICATE_EXPIRED", "the certificate has expired");
    if (now < this.certificate.notBefore) throw new CardError("CERTIFICATE_NOT_YET_VALID", "the certificate is not valid yet");
  }

  async #pinView(pin: PinObject, role: PinView["role"], call: Call): Promise<PinView> {
    const { min, max } = pinLengths(pin, role);
    const counter =
      role === "login" ? await this.triesLeft(call) : await readCounter(this.#channel, this.profile, pin.reference, call);
    return {
      role,
      minLength: min,
      maxLength: max,
      triesLeft: counter?.left ?? null,
      triesMax: counter?.max ?? null,
      initialized: pin.flags.has(PinFlag.initialized),
    };
  }

  /** A certificate that a login does not need: one that can't be read is simply not shown. */
  async #optional(path: Path, call: Call): Promise<Certificate | null> {
    try {
      return parseCertificate(await this.#files.read(path, derLength, call));
    } catch (error) {
      if (error instanceof CardError && /^CARD_(REFUSED|MALFORMED)$/.test(error.code)) return null;
      throw error;
    }
  }
}

function viewOf(certificate: Certificate, use: CertificateView["use"]): CertificateView {
  const { subject, issuer, publicKey } = certificate;
  return {
    der: certificate.der,
    use,
    subjectName: subject.commonName ?? "",
    issuerName: issuer.commonName ?? issuer.organization ?? "",
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    keyAlgorithm: publicKey.algorithm,
    keyBits: publicKey.bits,
  };
}
