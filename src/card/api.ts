// What the card worker offers to the window that started it (prompt, home). Plain data only: it crosses postMessage.
// PIN bytes go in by transfer and are wiped by the worker; nothing that comes out holds a secret.
import type { Bytes } from "./bytes.ts";
import type { CardErrorCode, Result } from "./error.ts";
import type { ReaderId, ReaderState, RoadView } from "./reader.ts";
import type { RoadStatus } from "./service/road.ts";

/** A certificate as a person sees it. Dates are milliseconds since the epoch, UTC. */
export interface CertificateView {
  readonly der: Bytes;
  readonly use: "authentication" | "signing" | "authority";
  readonly subjectName: string;
  readonly issuerName: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyAlgorithm: "RSA" | "ECDSA";
  readonly keyBits: number;
}

/** Name and personal number from the authentication certificate's subject. */
export interface Holder {
  readonly name: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  /** 11 digits; null when the certificate has none. */
  readonly personalNumber: string | null;
  /** `YYYYMMDD`; null when the certificate does not say. */
  readonly birthDate: string | null;
}

export interface PinView {
  readonly role: "login" | "signing" | "unblocking";
  readonly minLength: number;
  readonly maxLength: number;
  /** null when the card does not tell without spending a try. */
  readonly triesLeft: number | null;
  readonly triesMax: number | null;
  readonly initialized: boolean;
  /** The signing PIN does not exist yet: how many digits the envelope's code for creating it has. Else null. */
  readonly codeLength: number | null;
}

/** How much of a card is read: what a login shows; what a signature needs; everything. */
export type ViewExtent = "login" | "signing" | "all";

export interface CardView {
  readonly readerId: ReaderId;
  /** Names this insertion of this card; `authenticate` refuses with CARD_CHANGED for any other. */
  readonly insertion: string;
  readonly generation: "georgia-1" | "georgia-2" | "pkcs15";
  readonly holder: Holder;
  readonly certificates: readonly CertificateView[];
  readonly pins: readonly PinView[];
  /** The person types the PIN on the reader, not here. */
  readonly pinpad: boolean;
  /** The keypad can set PINs as well. Where it only verifies, a new PIN is typed in the window. */
  readonly pinpadChange: boolean;
}

/** JWA names (RFC 7518 §3.1). */
export type JwaAlgorithm = "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512";

export interface AuthenticateRequest {
  readonly readerId: ReaderId;
  readonly insertion: string;
  /** `https://host[:port]`, from the browser, never from the page. */
  readonly origin: string;
  /** 44 to 128 characters, opaque. */
  readonly challengeNonce: string;
  /** ASCII digits; null on a pinpad reader. The buffer is transferred: the sender has it no longer. */
  readonly pin: Bytes | null;
  /** The person has been told that this is the last try. Without it the last try is refused (PIN_LAST_TRY). */
  readonly lastTryConfirmed: boolean;
}

export interface Authentication {
  readonly certificateDer: Bytes;
  readonly algorithm: JwaAlgorithm;
  /** RSA: the block; ECDSA: r ‖ s. Already checked against the certificate. */
  readonly signature: Bytes;
}

/** The signing certificate and what its key can do. Personal data: leaves to a page only with the person's consent. */
export interface SigningIdentity {
  readonly certificateDer: Bytes;
  /** Issuer first, as far as the card has them. */
  readonly chainDer: readonly Bytes[];
  /** What the card takes, the most widely understood first. */
  readonly algorithms: readonly JwaAlgorithm[];
  /** The card says that it wants the PIN for each signature. */
  readonly consentEach: boolean;
}

export interface SignRequest {
  readonly readerId: ReaderId;
  readonly insertion: string;
  readonly algorithm: JwaAlgorithm;
  /** Finished digests, each as long as the algorithm's hash; signed in this order. */
  readonly digests: readonly Bytes[];
  /** The signing PIN, as in AuthenticateRequest. */
  readonly pin: Bytes | null;
  readonly lastTryConfirmed: boolean;
}

/**
 * As many signatures as one PIN entry allows: at least one, at most one for each digest. When there are fewer, the card
 * wants the PIN again: `sign` is called anew for the rest.
 */
export interface Signatures {
  /** RSA: the block; ECDSA: r ‖ s. Already checked against the certificate. */
  readonly signatures: readonly Bytes[];
}

export type PinAct = "create-signing" | "change-login" | "change-signing" | "unblock-login";

export interface PinChange {
  readonly readerId: ReaderId;
  readonly insertion: string;
  readonly act: PinAct;
  /** What is compared: the PIN so far, the envelope's 5-digit code, or the PUK. Both null: on the keypad. Transferred. */
  readonly current: Bytes | null;
  readonly fresh: Bytes | null;
  /** Of what is compared. */
  readonly lastTryConfirmed: boolean;
}

export interface PinChanged {
  /** The card as read after the act; null when it could not be read any more (pulled out at once). */
  readonly view: CardView | null;
}

/** What "copy diagnosis" copies: nothing that names the person or this very device. */
export interface Diagnosis {
  readonly roads: readonly RoadStatus[];
  readonly readers: readonly {
    readonly name: string;
    readonly usbId: string | null;
    readonly interfaceClass: number | null;
    readonly refusal: CardErrorCode | null;
    /** Which roads see the reader, the one taken first. */
    readonly seenBy: readonly RoadView[];
    readonly descriptorHex: string | null;
    readonly card: ReaderState["card"];
    readonly atrHex: string | null;
  }[];
}

/**
 * What is immutable on a card, kept between prompts so that the next login needs fewer commands. It names the person,
 * so it lives in storage.session only, which a worker can't reach: the window lends it (a Comlink proxy).
 * Values are JSON; keys are the card's serial number in hexadecimal.
 */
export interface CardCacheStore {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** What only a window can open, lent to its worker: a Comlink proxy. */
export interface Doors {
  /** A new port to the service worker's bridge broker. See: [Note: bridge channel]. */
  bridge(): Promise<MessagePort>;
  /** A new port to Google's Smart Card Connector; null when the person has not chosen it. See: [Note: Connector's door]. */
  connector(): Promise<MessagePort | null>;
}

/** Comlink-exposed API of card.worker.ts. */
export interface CardWorkerApi {
  /**
   * Once, before anything else. A prompt takes a reader from a view (the home page), never the other way round.
   * `cache` and `doors` are Comlink proxies.
   */
  start(role: "prompt" | "view", cache: CardCacheStore, doors?: Doors): Promise<void>;
  /** Snapshots of all readers, and of the roads to them: at once and after each change. `listener` is a Comlink proxy. */
  watch(listener: (readers: readonly ReaderState[], roads: readonly RoadStatus[]) => void): Promise<void>;
  /** Looks for newly allowed devices (after `requestDevice` in the window: a worker gets no event for it). */
  refresh(): Promise<void>;
  /**
   * Reads the card in a reader: holder, certificates, PINs with tries left. Takes the reader's lease and keeps it.
   * @param extent by default "login" for a prompt and "all" for a view
   */
  inspect(readerId: ReaderId, extent?: ViewExtent): Promise<Result<CardView>>;
  /** Verifies the login PIN and signs the Web eID authentication value with the authentication key. */
  authenticate(request: AuthenticateRequest): Promise<Result<Authentication>>;
  /** The signing certificate, its chain and the key's algorithms, of the card that was inspected. No PIN. */
  signingIdentity(readerId: ReaderId, insertion: string): Promise<Result<SigningIdentity>>;
  /** Verifies the signing PIN and signs digests with the signing key. */
  sign(request: SignRequest): Promise<Result<Signatures>>;
  /** Creates the signing PIN, changes a PIN, unblocks the login PIN; reads the card's state anew. */
  managePin(request: PinChange): Promise<Result<PinChanged>>;
  /** Gives the reader's lease back (the card is powered down). */
  release(readerId: ReaderId): Promise<void>;
  diagnose(): Promise<Diagnosis>;
  /** Wipes, closes every reader; the worker can be terminated afterwards. */
  close(): Promise<void>;
}
