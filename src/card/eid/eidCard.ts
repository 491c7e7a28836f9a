// A citizen's card: who it belongs to, how many tries are left, a login signed with it. What the signing key does is in
// signingKey.ts, what is done to PINs in pinCare.ts.
import type {
  AuthenticateRequest,
  Authentication,
  CardView,
  CertificateView,
  PinChange,
  PinView,
  SigningIdentity,
  SignRequest,
  ViewExtent,
} from "../api.ts";
import { type Bytes, concat } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call } from "../iso7816/cardChannel.ts";
import { PinFlag } from "../pkcs15/objects.ts";
import { type CardConnection, Feature } from "../reader.ts";
import { type Certificate, parseCertificate } from "../x509/certificate.ts";
import { personalNumber } from "../x509/name.ts";
import { algorithmOf, hashBitsOf } from "./algorithm.ts";
import { CardContext, type EidOptions } from "./cardContext.ts";
import { openCard } from "./openCard.ts";
import { pinLengths } from "./pin.ts";
import { managePin, transportLength } from "./pinCare.ts";
import { verifyPin } from "./pinHands.ts";
import type { CardProfile } from "./profile.ts";
import { signWithCard } from "./signer.ts";
import { SigningCard } from "./signingKey.ts";

export class EidCard {
  readonly certificate: Certificate;
  readonly #context: CardContext;
  readonly #signing: SigningCard;

  /** Reads what a login needs, from the card or (immutable things) from the cache. @throws CardError */
  static async open(connection: CardConnection, options: EidOptions, call: Call = {}): Promise<EidCard> {
    return new EidCard(new CardContext(await openCard(connection, options.cache, call), options));
  }

  private constructor(context: CardContext) {
    this.#context = context;
    this.#signing = new SigningCard(context);
    this.certificate = parseCertificate(context.cached.certificateDer);
  }

  get profile(): CardProfile {
    return this.#context.profile;
  }

  /** Others may have been at the card since the last command: finds the application again, and relies on nothing told. */
  async resume(call: Call = {}): Promise<void> {
    await this.#context.resume(call);
  }

  /** APDUs sent so far. */
  get apdus(): number {
    return this.#context.channel.apdus;
  }

  /** @param extent no more than a login shows; or what a signature needs; or every certificate and PIN. */
  async view(extent: ViewExtent, call: Call = {}): Promise<Omit<CardView, "readerId" | "insertion">> {
    const { subject, birthDate } = this.certificate;
    // Whether the signing PIN exists may have changed since the cache was written.
    if (extent !== "login") await this.#context.ensureFreshPins(call);
    const pins: PinView[] = [];
    for (const role of extent === "login" ? (["login"] as const) : (["login", "signing", "unblocking"] as const)) {
      if (extent === "signing" && role === "unblocking") continue;
      const pin = await this.#pinView(role, call);
      if (pin) pins.push(pin);
    }
    const certificates = [viewOf(this.certificate, "authentication")];
    if (extent !== "login" && this.#context.layout.signingCertificate) {
      const signing = await this.#signing.certificate(call).catch((error: unknown) => {
        if (error instanceof CardError && error.code === "CERTIFICATE_MISSING") return null;
        throw error;
      });
      if (signing) certificates.push(viewOf(signing, "signing"));
    }
    if (extent === "all") for (const one of await this.#signing.authorities(call)) certificates.push(viewOf(one, "authority"));
    const { features } = this.#context.channel.connection;
    return {
      generation: this.profile.generation,
      holder: {
        name: subject.commonName ?? [subject.givenName, subject.surname].filter(Boolean).join(" "),
        givenName: subject.givenName,
        surname: subject.surname,
        personalNumber: personalNumber(subject),
        birthDate,
      },
      certificates,
      pins,
      pinpad: features.has(Feature.verifyPinDirect),
      pinpadChange: features.has(Feature.verifyPinDirect) && features.has(Feature.modifyPinDirect),
    };
  }

  /**
   * Verifies the login PIN and signs the Web eID value for an origin and nonce. There is no way in here for a hash
   * that somebody else made: that the login key never signs one rests on this.
   * @throws CardError CERTIFICATE_*, PIN_*, CARD_*, READER_*
   */
  async authenticate(request: Pick<AuthenticateRequest, "origin" | "challengeNonce" | "pin" | "lastTryConfirmed">, call: Call = {}): Promise<Authentication> {
    this.#checkValidity();
    const { key } = this.#context.layout;
    const { publicKey } = this.certificate;
    const { crypto } = this.#context.options;
    const guard = this.#context.guard("login");
    const slot = this.#context.slot("login");
    await guard.allow(request.lastTryConfirmed, call);
    // The key's own DF must be current for its PIN and its use; after VERIFY the application is never selected again,
    // which would drop the PIN's state.
    await this.#context.enterKey(key.path, call);
    await this.#context.enter(slot.pin, call);
    await guard.spend(() => verifyPin(this.#context.channel, slot, request.pin, call));

    const algorithm = algorithmOf(publicKey);
    const bits = hashBitsOf(algorithm);
    const utf8 = new TextEncoder();
    const value = concat(
      await crypto.sha(bits, utf8.encode(request.origin)),
      await crypto.sha(bits, utf8.encode(request.challengeNonce)),
    );
    const job = {
      key: { publicKey, keyReference: key.keyReference, pathEnd: key.path?.file.at(-1) ?? 0, named: this.#context.cached.named },
      algorithm,
      hash: await crypto.sha(bits, value),
      check: (signature: Bytes) => crypto.verify(publicKey.spkiDer, algorithm, value, signature),
      remembered: this.#context.cached.rung,
    };
    const { signature, rung } = await signWithCard(this.#context.channel, job, crypto, call);
    await this.#context.keep({ rung });
    return { certificateDer: this.certificate.der, algorithm, signature };
  }

  /** The signing certificate, its chain and what its key can do; no PIN. @throws CardError */
  signingIdentity(call: Call = {}): Promise<SigningIdentity> {
    return this.#signing.identity(call);
  }

  /** Signatures over digests, as many as one PIN entry allows, at least one. @throws CardError */
  sign(request: Pick<SignRequest, "algorithm" | "digests" | "pin" | "lastTryConfirmed">, call: Call = {}): Promise<readonly Bytes[]> {
    return this.#signing.sign(request, call);
  }

  /** Creates, changes or unblocks a PIN. @throws CardError */
  managePin({ act, current, fresh, lastTryConfirmed }: Pick<PinChange, "act" | "current" | "fresh" | "lastTryConfirmed">, call: Call = {}): Promise<void> {
    return managePin(this.#context, act, { current, fresh }, lastTryConfirmed, call);
  }

  #checkValidity(): void {
    const now = this.#context.options.now();
    if (now > this.certificate.notAfter) throw new CardError("CERTIFICATE_EXPIRED", "the certificate has expired");
    if (now < this.certificate.notBefore) throw new CardError("CERTIFICATE_NOT_YET_VALID", "the certificate is not valid yet");
  }

  async #pinView(role: PinView["role"], call: Call): Promise<PinView | null> {
    const pin = this.#context.pin(role);
    if (!pin) return null;
    const { min, max } = pinLengths(pin, role);
    const counter = await this.#context.guard(role).tries(call);
    const initialized = pin.flags.has(PinFlag.initialized);
    return {
      role,
      minLength: min,
      maxLength: max,
      triesLeft: counter?.left ?? null,
      triesMax: counter?.max ?? null,
      initialized,
      codeLength: role === "signing" && !initialized ? transportLength : null,
    };
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
