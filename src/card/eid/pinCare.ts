// Card care: creating the signing PIN, changing PINs, unblocking the login PIN. ISO/IEC 7816-4 §11.6.7 and §11.6.10.
// [Note: one form] How a card wants these things said is not public, so there are two forms of each. The second is sent
// only when the card would not even look at the first: once it has compared something (63Cx), no other form follows,
// because the 5-digit code may be usable once only and every other comparison costs a try.
import type { PinAct } from "../api.ts";
import { CardError } from "../error.ts";
import type { Call } from "../iso7816/cardChannel.ts";
import { ok } from "../iso7816/statusWord.ts";
import type { CardContext } from "./cardContext.ts";
import { throwUnlessVerified } from "./pin.ts";
import { CHANGE, type Modification, modifyPin, type NewPin, type PinRole, type PinSlot, RESET, verifyPin } from "./pinHands.ts";

const ACTIVATE = 0x44;
/** The code in the sealed envelope that creates the signing PIN. */
export const transportLength = 5;
/** Nothing was compared: not supported, not in this state, not with these parameters. */
const otherForm = new Set([0x6985, 0x6d00, 0x6a81, 0x6a86, 0x6b00]);

/** Which PIN an act compares, and so which counter it may cost. */
export const comparedBy: Readonly<Record<PinAct, PinRole>> = {
  "create-signing": "signing",
  "change-login": "login",
  "change-signing": "signing",
  "unblock-login": "unblocking",
};

/**
 * Does one act. Afterwards the card's state is read anew, whether it went well or not.
 * @param pins ASCII digits; both null: on the keypad. They stay the caller's to wipe.
 * @throws CardError PIN_*, CARD_*, READER_*
 */
export async function managePin(context: CardContext, act: PinAct, pins: NewPin, lastTryConfirmed: boolean, call: Call = {}): Promise<void> {
  const { target, before } = slotsOf(context, act);
  if (act === "create-signing" || act === "change-signing") await context.refreshPins(call);
  if (act === "create-signing" && context.created) throw new CardError("PIN_ALREADY_SET", "the signing PIN exists already");
  if (act === "change-signing" && !context.created) throw new CardError("PIN_NOT_SET", "the signing PIN has not been created");
  const guard = context.guard(comparedBy[act]);
  await guard.allow(lastTryConfirmed, call);
  await context.enter(target.pin, call);
  try {
    await guard.spend(() => inOneForm(context, act, { target, before }, pins, call));
    if (act === "create-signing") await confirmCreated(context, call);
  } finally {
    // Whatever was compared, every counter is asked anew.
    for (const role of ["login", "signing", "unblocking"] as const) if (role !== comparedBy[act]) context.guard(role).forget();
  }
  guard.forget();
}

function slotsOf(context: CardContext, act: PinAct): { readonly target: PinSlot; readonly before: PinSlot } {
  const target = context.slot(act === "change-login" || act === "unblock-login" ? "login" : "signing");
  if (act === "unblock-login") return { target, before: context.slot("unblocking") };
  return { target, before: act === "create-signing" ? { ...target, length: transportLength } : target };
}

async function inOneForm(context: CardContext, act: PinAct, { target, before }: { readonly target: PinSlot; readonly before: PinSlot }, pins: NewPin, call: Call): Promise<void> {
  const ins = act === "unblock-login" ? RESET : CHANGE;
  const both: Modification = { ins, p1: 0, before, target };
  const sw = await modifyPin(context.channel, both, pins, call);
  // A change that is refused has no second form: the card simply does not allow it.
  if (!otherForm.has(sw) || act === "change-login" || act === "change-signing") {
    throwUnlessVerified(sw);
    return;
  }
  await verifyPin(context.channel, before, pins.current, call);
  const alone: Modification = { ins, p1: act === "unblock-login" ? 2 : 1, before: null, target };
  throwUnlessVerified(await modifyPin(context.channel, alone, pins, call));
}

/** Some cards want the PIN to be activated as well; one that is active says so (6985) or does not know the command. */
async function confirmCreated(context: CardContext, call: Call): Promise<void> {
  const created = async (): Promise<boolean> => {
    await context.refreshPins(call);
    return context.created;
  };
  if (await created()) return;
  await context.enter(context.slot("signing").pin, call);
  const { sw } = await context.channel.send({ cla: 0, ins: ACTIVATE, p1: 0, p2: 0 }, call);
  if (await created()) return;
  throw new CardError("PIN_NOT_CHANGED", "the card took the new PIN and still says that there is none", sw === ok ? {} : { statusWord: sw });
}
