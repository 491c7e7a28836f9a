// The signing key: its certificate and chain, what it can sign with, and signatures over finished digests.
// [Note: consent] The signing PIN goes to the card for every call of `signDigests`, whatever the card remembers, and is
// forgotten by it afterwards. A card may want it for every single signature (PKCS#15 userConsent, or simply by refusing
// the second): then one call yields one signature and the person is asked again.
import type { JwaAlgorithm, SignRequest, SigningIdentity } from "../api.ts";
import { type Bytes, equal } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call } from "../iso7816/cardChannel.ts";
import type { Path } from "../pkcs15/path.ts";
import { type Certificate, parseCertificate } from "../x509/certificate.ts";
import { algorithmsOf, hashBitsOf, schemeOf } from "./algorithm.ts";
import type { CardContext } from "./cardContext.ts";
import { derLength } from "./openCard.ts";
import { verifyPin } from "./pinHands.ts";
import { sameRung, type Rung, rungs } from "./rung.ts";
import { setEnvironment, type SigningKey, signWithCard } from "./signer.ts";

const VERIFY = 0x20;
/** P1 of VERIFY that takes the verification back (ISO/IEC 7816-4 §11.6.6). */
const forgetPin = 0xff;
const longestChain = 4;

/** A certificate that may be missing: one that can't be read is not there. */
export async function readCertificate({ files }: CardContext, path: Path, call: Call = {}): Promise<Certificate | null> {
  try {
    return parseCertificate(await files.read(path, derLength, call));
  } catch (error) {
    if (error instanceof CardError && /^CARD_(REFUSED|MALFORMED)$/.test(error.code)) return null;
    throw error;
  }
}

export class SigningCard {
  readonly #context: CardContext;
  #certificate: Certificate | null = null;
  #authorities: readonly Certificate[] | null = null;

  constructor(context: CardContext) {
    this.#context = context;
  }

  /** @throws CardError CERTIFICATE_MISSING */
  async certificate(call: Call = {}): Promise<Certificate> {
    const object = this.#context.layout.signingCertificate;
    this.#certificate ??= object && (await readCertificate(this.#context, object.path, call));
    if (!this.#certificate) throw new CardError("CERTIFICATE_MISSING", "no signing certificate on the card");
    return this.#certificate;
  }

  async authorities(call: Call = {}): Promise<readonly Certificate[]> {
    if (this.#authorities) return this.#authorities;
    const found: Certificate[] = [];
    for (const { path } of this.#context.layout.authorities) {
      const certificate = await readCertificate(this.#context, path, call);
      if (certificate) found.push(certificate);
    }
    this.#authorities = found;
    return found;
  }

  /** Certificate, chain as far as it is on the card, and algorithms: all without a PIN. */
  async identity(call: Call = {}): Promise<SigningIdentity> {
    const certificate = await this.certificate(call);
    const chain: Certificate[] = [];
    for (let last = certificate; chain.length < longestChain; ) {
      const issuer = (await this.authorities(call)).find((one) => equal(one.subjectDer, last.issuerDer));
      if (!issuer || issuer === last || chain.includes(issuer)) break;
      chain.push(issuer);
      last = issuer;
    }
    return {
      certificateDer: certificate.der,
      chainDer: chain.map(({ der }) => der),
      algorithms: await this.#algorithms(certificate, call),
      consentEach: this.#context.layout.signingKey?.userConsent ?? true,
    };
  }

  /** @throws CardError CERTIFICATE_*, PIN_*, KEY_OTHER, ALGORITHM_UNSUPPORTED, SIGNATURE_INVALID, CARD_*, READER_* */
  async sign(request: Pick<SignRequest, "algorithm" | "digests" | "pin" | "lastTryConfirmed">, call: Call = {}): Promise<readonly Bytes[]> {
    const { algorithm, digests, pin, lastTryConfirmed } = request;
    const context = this.#context;
    const certificate = await this.certificate(call);
    this.#check(certificate, algorithm, digests);
    await this.#requirePin(call);
    const guard = context.guard("signing");
    await guard.allow(lastTryConfirmed, call);
    const slot = context.slot("signing");
    const { signingKey } = context.layout;
    // VERIFY and key live in the same DF; once there, nothing is selected any more, which would drop the PIN's state.
    await context.enter(slot.pin, call);
    await context.enterKey(signingKey?.path ?? null, call);
    let consented = false;
    const consent = async (again: boolean): Promise<void> => {
      if (consented && !again) return;
      await guard.spend(() => verifyPin(context.channel, slot, pin, call));
      consented = true;
    };
    const signatures: Bytes[] = [];
    try {
      for (const hash of digests) {
        try {
          signatures.push(await this.#one(certificate, algorithm, hash, consent, call));
        } catch (error) {
          // A card that wants the PIN for every signature without having said so: what is signed is signed.
          const wantsPin = error instanceof CardError && error.detail.statusWord === 0x6982;
          if (!wantsPin || signatures.length === 0) throw error;
          break;
        }
        if (signingKey?.userConsent) break;
      }
    } finally {
      // A card that would go on signing is told to forget the PIN. What it answers changes nothing.
      if (consented && !signingKey?.userConsent) {
        await context.channel.send({ cla: 0, ins: VERIFY, p1: forgetPin, p2: slot.pin.reference }, call).catch(() => {});
      }
    }
    return signatures;
  }

  async #one(certificate: Certificate, algorithm: JwaAlgorithm, hash: Bytes, consent: (again: boolean) => Promise<void>, call: Call): Promise<Bytes> {
    const context = this.#context;
    const { crypto } = context.options;
    const { publicKey } = certificate;
    const known = context.cached.signing?.rungs[algorithm] ?? null;
    const check = (signature: Bytes): Promise<boolean> => crypto.verifyDigest(publicKey, algorithm, hash, signature);
    const remembered = known ?? context.cached.rung;
    const { signature, rung } = await signWithCard(context.channel, { key: this.#key(certificate), algorithm, hash, check, remembered, consent }, crypto, call);
    if (!known || !sameRung(known, rung)) await this.#learn({ rungs: { ...context.cached.signing?.rungs, [algorithm]: rung } });
    return signature;
  }

  /** What MSE SET takes for the key: asked once a card and browser session, and answered without a PIN. */
  async #algorithms(certificate: Certificate, call: Call): Promise<readonly JwaAlgorithm[]> {
    const known = this.#context.cached.signing?.algorithms;
    if (known) return known;
    const key = this.#key(certificate);
    await this.#context.enterKey(this.#context.layout.signingKey?.path ?? null, call);
    const asked: { readonly rung: Rung; readonly taken: boolean }[] = [];
    const takes = async (rung: Rung): Promise<boolean> => {
      const before = asked.find((one) => sameRung(one.rung, rung));
      if (before) return before.taken;
      const taken = await setEnvironment(this.#context.channel, key, rung, call);
      asked.push({ rung, taken });
      return taken;
    };
    const found: JwaAlgorithm[] = [];
    for (const algorithm of algorithmsOf(certificate.publicKey)) {
      for (const rung of rungs(schemeOf(algorithm), hashBitsOf(algorithm), key.named, this.#context.cached.rung)) {
        if (rung.command !== "pso" || !(await takes(rung))) continue;
        found.push(algorithm);
        break;
      }
    }
    await this.#learn({ algorithms: found });
    return found;
  }

  async #learn(learned: Partial<NonNullable<CardContext["cached"]["signing"]>>): Promise<void> {
    await this.#context.keep({ signing: { algorithms: null, rungs: {}, ...this.#context.cached.signing, ...learned } });
  }

  #key({ publicKey }: Certificate): SigningKey {
    const { signingKey } = this.#context.layout;
    return {
      publicKey,
      keyReference: signingKey?.keyReference ?? null,
      pathEnd: signingKey?.path?.file.at(-1) ?? 0,
      named: this.#context.cached.signingNamed,
    };
  }

  #check({ notBefore, notAfter, publicKey }: Certificate, algorithm: JwaAlgorithm, digests: readonly Bytes[]): void {
    const now = this.#context.options.now();
    if (now > notAfter) throw new CardError("CERTIFICATE_EXPIRED", "the signing certificate has expired");
    if (now < notBefore) throw new CardError("CERTIFICATE_NOT_YET_VALID", "the signing certificate is not valid yet");
    if (!algorithmsOf(publicKey).includes(algorithm)) throw new CardError("KEY_OTHER", "not an algorithm of this key");
    const length = hashBitsOf(algorithm) / 8;
    if (digests.length === 0 || digests.some((one) => one.length !== length)) throw new CardError("INTERNAL", "a digest of another length");
  }

  /** The signing PIN must have been created; the cache may not know yet that it was. */
  async #requirePin(call: Call): Promise<void> {
    if (this.#context.created) return;
    await this.#context.refreshPins(call);
    if (!this.#context.created) throw new CardError("PIN_NOT_SET", "the signing PIN has not been created");
  }
}
