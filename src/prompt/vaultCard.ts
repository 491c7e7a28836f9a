// A card for the vault: its login key signs the slot's challenge for this extension's own origin, and the signature goes over a
// port of this window's own to the vault, which makes the slot's key of it (docs/vault-format.md). Nothing else sees it.
import * as Comlink from "comlink";
import { type Bytes, copyOf, wipe } from "../card/bytes.ts";
import { type CardPlace, placesIn } from "../card/cardsSeen.ts";
import { CardError, type Result, toFailure } from "../card/error.ts";
import { toBase64 } from "../codec/base64.ts";
import type { ReaderState } from "../card/reader.ts";
import type { VaultCardAct } from "../platform/pages.ts";
import { extensionUrl } from "../platform/runtime.ts";
import { openVault, type VaultClient } from "../vault/client.ts";
import { codeOf, VaultError, type VaultErrorCode } from "../vault/error.ts";
import type { Phase } from "./state.ts";
import type { CardApi } from "./useCardWorker.ts";

/** What came of it beside the card's own errors: why the vault would not. */
export type VaultCardResult = Result<{ readonly refused: VaultErrorCode | null }>;

type PinPhase = Extract<Phase, { kind: "pin" }>;

/** @param pin transferred away or wiped; null: on the keypad */
export async function signForVault(api: CardApi, act: VaultCardAct, phase: PinPhase, pin: Bytes | null, readers: readonly ReaderState[] | null): Promise<VaultCardResult> {
  const vault = openVault();
  try {
    return await (act === "open" ? open(api, vault, phase, pin, placesIn(readers, phase.card.readerId)) : add(api, vault, phase, pin));
  } catch (error) {
    if (error instanceof VaultError) return { ok: true, value: { refused: error.code } };
    throw error;
  } finally {
    wipe(pin);
    vault.close();
  }
}

async function signed(api: CardApi, { card, confirmed }: PinPhase, pin: Bytes | null, challenge: Uint8Array): Promise<Result<Bytes>> {
  // Each act is given a copy of its own: it is transferred away and wiped there.
  const own = pin && copyOf(pin);
  const request = { readerId: card.readerId, insertion: card.insertion, origin: extensionUrl("").replace(/\/$/, ""), challengeNonce: toBase64(challenge), pin: own, lastTryConfirmed: confirmed };
  const result = await api.authenticate(own ? Comlink.transfer(request, [own.buffer]) : request);
  if (!result.ok) return result;
  // PSS draws random numbers, too.
  if (!result.value.algorithm.startsWith("RS")) return { ok: false, error: toFailure(new CardError("ALGORITHM_UNSUPPORTED", "the card's signatures differ each time")) };
  return { ok: true, value: result.value.signature };
}

async function open(api: CardApi, vault: VaultClient, phase: PinPhase, pin: Bytes | null, places: readonly CardPlace[]): Promise<VaultCardResult> {
  const state = await vault.lock.state();
  if (state.kind !== "locked") return { ok: true, value: { refused: state.kind === "none" ? "VAULT_NONE" : null } };
  // A slot does not say whose card it is: each is tried, the newest first.
  for (const { slotId, challenge } of state.slots.filter(({ kind }) => kind === "card").toReversed()) {
    const signature = await signed(api, phase, pin, challenge ?? new Uint8Array(0));
    if (!signature.ok) return signature;
    try {
      await vault.lock.unlock({ kind: "card", slotId, signature: signature.value, places });
      return { ok: true, value: { refused: null } };
    } catch (error) {
      if (codeOf(error) !== "SECRET_WRONG") throw error;
    }
  }
  return { ok: true, value: { refused: "SECRET_WRONG" } };
}

async function add(api: CardApi, vault: VaultClient, phase: PinPhase, pin: Bytes | null): Promise<VaultCardResult> {
  const { slotId, challenge } = await vault.slots.prepare();
  // Twice: only a card that gives the same bytes again can open the vault tomorrow.
  const first = await signed(api, phase, pin, challenge);
  if (!first.ok) return first;
  const second = await signed(api, phase, pin, challenge);
  if (!second.ok) return second;
  await vault.slots.addCard(slotId, challenge, first.value, second.value);
  return { ok: true, value: { refused: null } };
}
