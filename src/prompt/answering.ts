// From what the card gave to what the page is told.
import * as Comlink from "comlink";
import type { Bytes } from "../card/bytes.ts";
import { CardError, type Result, toFailure } from "../card/error.ts";
import { fromBase64 } from "../codec/base64.ts";
import { telling } from "../platform/cardUse.ts";
import type { Asks, PromptRequest } from "../platform/messages.ts";
import { releaseUrl } from "../platform/runtime.ts";
import type { Outcome } from "../webeid/reply.ts";
import { algorithmFor, signingCertificateReply, signReply } from "../webeid/signing.ts";
import { authenticateReply } from "../webeid/token.ts";
import type { Purpose } from "./purpose.ts";
import type { Phase, SeenCard } from "./state.ts";
import type { CardApi } from "./useCardWorker.ts";

/** What a request asks of the card. */
export function purposeOf(asks: Asks): Purpose {
  switch (asks.action) {
    case "authenticate":
    case "get-signing-certificate":
      return { kind: asks.action };
    case "sign-form":
      return { kind: "documents", total: 1 };
    case "unitool":
      return { kind: "documents", total: 1, algorithm: "RS256" };
    case "sign":
      return { kind: "sign", certificateDer: decoded(asks.certificate), hashFunction: asks.hashFunction, total: 1 };
  }
}

/** Checked when the request came in (webeid/pageRequest.ts). */
function decoded(base64: string): Bytes {
  return fromBase64(base64) ?? new Uint8Array(0);
}

/** The certificate, which the person has just agreed to hand over. */
export function certificateOutcome({ identity }: SeenCard): Outcome | null {
  return identity && signingCertificateReply(identity.certificateDer, identity.algorithms);
}

/** Has the card do what needs the PIN. @param pin transferred away; null: on the keypad */
export async function act(api: CardApi, { asks, origin }: PromptRequest, phase: Extract<Phase, { kind: "pin" }>, pin: Bytes | null): Promise<Result<Outcome>> {
  const { card, identity, confirmed } = phase;
  const { readerId, insertion } = card;
  const common = { readerId, insertion, pin, lastTryConfirmed: confirmed };
  const hand = <T extends object>(message: T): T => (pin ? Comlink.transfer(message, [pin.buffer]) : message);
  if (asks.action === "authenticate") {
    const result = await telling(api.authenticate(hand({ ...common, origin, challengeNonce: asks.challengeNonce })));
    return result.ok ? { ok: true, value: authenticateReply(result.value, releaseUrl()) } : result;
  }
  const algorithm = asks.action === "sign" ? algorithmFor(identity?.algorithms ?? [], asks.hashFunction) : null;
  if (asks.action !== "sign" || !algorithm) return { ok: false, error: toFailure(new CardError("KEY_OTHER", "the key does not sign this hash")) };
  const result = await telling(api.sign(hand({ ...common, algorithm, digests: [decoded(asks.hash)] })));
  if (!result.ok) return result;
  const [signature] = result.value.signatures;
  const reply = signature ? signReply(algorithm, signature) : null;
  return reply ? { ok: true, value: reply } : { ok: false, error: toFailure(new CardError("INTERNAL", "no signature came back")) };
}
