// The prompt for signatures, certificates and card care, as a state machine.
import { describe, expect, it } from "vitest";
import type { CardView, JwaAlgorithm, PinAct, PinView, SigningIdentity } from "../../../src/card/api.ts";
import type { CardErrorCode, CardFailure } from "../../../src/card/error.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { beginCare, type CareEvent, type CareState, reduceCare } from "../../../src/prompt/careState.ts";
import { currentPurpose, type Event, initialState, reduce, type State } from "../../../src/prompt/state.ts";
import type { Purpose } from "../../../src/prompt/purpose.ts";

const now = Date.UTC(2026, 10, 24);
const year = 365 * 86_400_000;
const der = Uint8Array.of(1, 2, 3);
const place = { readerId: "r1", insertions: 1 };
const reader = (more: Partial<ReaderState> = {}): ReaderState => ({ id: "r1", name: "Reader", road: "webusb", usbId: null, slot: 0, insertions: 1, card: "present", refusal: null, ...more });
const readers = (...all: readonly ReaderState[]): Event => ({ kind: "readers", readers: all });

interface Pins {
  readonly login?: number;
  readonly signing?: number | null;
  readonly created?: boolean;
  readonly puk?: number;
}

function card({ login = 3, signing = 3, created = true, puk = 5 }: Pins = {}, notAfter = now + year): CardView {
  const pin = (role: PinView["role"], triesLeft: number | null, length: number, initialized = true): PinView => ({ role, minLength: length, maxLength: length, triesLeft, triesMax: role === "unblocking" ? 5 : 3, initialized, codeLength: initialized ? null : 5 });
  const certificate = (use: "authentication" | "signing") => ({ der, use, subjectName: "", issuerName: "", serialNumber: "01", notBefore: now - year, notAfter: use === "signing" ? notAfter : now + year, keyAlgorithm: "RSA" as const, keyBits: 2048 });
  return {
    readerId: "r1", insertion: "r1#1", generation: "georgia-1", pinpad: false, pinpadChange: false,
    holder: { name: "ნინო ტესტაძე", givenName: "ნინო", surname: "ტესტაძე", personalNumber: "99001010101", birthDate: null },
    certificates: [certificate("authentication"), certificate("signing")],
    pins: [pin("login", login, 4), pin("signing", signing, 6, created), pin("unblocking", puk, 8)],
  };
}

const identity = (...algorithms: readonly JwaAlgorithm[]): SigningIdentity => ({ certificateDer: der, chainDer: [], algorithms, consentEach: true });
const sign: Purpose = { kind: "sign", certificateDer: der, hashFunction: "SHA-256", total: 1 };
const fail = (code: CardErrorCode, detail: CardFailure["detail"] = {}): CardFailure => ({ code, message: "", detail });
const seen = (view: CardView, known: SigningIdentity | null = identity("RS256")): Event => ({ kind: "inspected", place, result: { ok: true, value: { card: view, identity: known } }, now });
const run = (purpose: Purpose, events: readonly Event[]): State => events.reduce(reduce, initialState(purpose));
const on = (state: State, events: readonly Event[]): State => events.reduce(reduce, state);
const at = (purpose: Purpose, view = card(), known: SigningIdentity | null = identity("RS256")): State => run(purpose, [readers(reader()), seen(view, known)]);

describe("a signature", () => {
  it("asks for the signing PIN, and is done with the card's answer", () => {
    const asked = at(sign);
    expect(asked.phase).toMatchObject({ kind: "pin", confirmed: false });
    expect(on(asked, [{ kind: "submitted" }, { kind: "acted", place, error: null }]).phase.kind).toBe("done");
  });

  it.each<[string, CardView, SigningIdentity | null, Purpose, CardErrorCode]>([
    ["of another card", card(), identity("RS256"), { ...sign, certificateDer: Uint8Array.of(9) }, "CERTIFICATE_OTHER"],
    ["with an expired certificate", card({}, now - 1), identity("RS256"), sign, "CERTIFICATE_EXPIRED"],
    ["of a hash the key does not sign", card(), identity("ES384"), sign, "KEY_OTHER"],
    ["without a signing certificate", { ...card(), certificates: card().certificates.slice(0, 1) }, null, sign, "CERTIFICATE_MISSING"],
    ["with a blocked signing PIN", card({ signing: 0 }), identity("RS256"), sign, "SIGNING_PIN_BLOCKED"],
    ["without a signing PIN", card({ created: false }), identity("RS256"), sign, "PIN_NOT_SET"],
    ["without a signing PIN, its code spent", card({ created: false, signing: 0 }), identity("RS256"), sign, "CODE_SPENT"],
  ])("%s is refused before a PIN is asked", (_, view, known, purpose, code) => {
    expect(at(purpose, view, known).phase).toMatchObject({ kind: "unusable", error: { code } });
  });

  it("a blocked login PIN is no obstacle to a signature, nor the other way round", () => {
    expect(at(sign, card({ login: 0 })).phase.kind).toBe("pin");
    expect(at({ kind: "authenticate" }, card({ signing: 0 }), null).phase.kind).toBe("pin");
  });

  it("a wrong PIN is counted on the signing PIN, and the last try is asked for first", () => {
    const wrong = on(at(sign), [{ kind: "submitted" }, { kind: "acted", place, error: fail("PIN_WRONG", { triesLeft: 1 }) }]);
    expect(wrong.phase).toMatchObject({ kind: "lastTry", notice: { kind: "wrong", triesLeft: 1 } });
    expect("card" in wrong.phase && wrong.phase.card?.pins.map(({ triesLeft }) => triesLeft)).toEqual([3, 1, 5]);
  });

  it("of several documents: the PIN is asked as often as the card wants it, until all are signed", () => {
    const three: Purpose = { ...sign, total: 3 };
    const once = on(at(three, card({ signing: 2 })), [{ kind: "submitted" }, { kind: "acted", place, error: null, signed: 1 }]);
    expect(once).toMatchObject({ signed: 1, phase: { kind: "pin", notice: null, confirmed: false } });
    // A right PIN has given the tries back.
    expect("card" in once.phase && once.phase.card?.pins[1]?.triesLeft).toBe(3);
    expect(on(once, [{ kind: "submitted" }, { kind: "acted", place, error: null, signed: 3 }])).toMatchObject({ signed: 3, phase: { kind: "done" } });
  });
});

describe("the signing certificate", () => {
  const purpose: Purpose = { kind: "get-signing-certificate" };
  it("goes out only when the person agrees, and without a PIN", () => {
    const asked = at(purpose);
    expect(asked.phase.kind).toBe("consent");
    expect(on(asked, [{ kind: "submitted" }]).phase.kind).toBe("consent");
    expect(on(asked, [{ kind: "agreed" }]).phase.kind).toBe("done");
  });
  it("the card is pulled before that: nothing goes out", () => {
    expect(on(at(purpose), [readers(reader({ card: "absent" })), { kind: "agreed" }]).phase.kind).toBe("waiting");
  });
  it("a blocked or missing PIN is no obstacle", () => {
    expect(at(purpose, card({ created: false, signing: 0 })).phase.kind).toBe("consent");
  });
});

describe("from a request to card care and back", () => {
  const stuck = at(sign, card({ created: false }));

  it("the signing PIN is created on the way, then asked for", () => {
    const caring = on(stuck, [{ kind: "care", act: "create-signing" }]);
    expect(caring.phase).toEqual({ kind: "reading", place });
    expect(currentPurpose(caring)).toEqual({ kind: "care", act: "create-signing" });
    const begun = on(caring, [seen(card({ created: false }), null)]);
    expect(begun.phase).toMatchObject({ kind: "care", act: "create-signing", busy: false });
    const back = on(begun, [{ kind: "caring", busy: true }, { kind: "cared", place, error: null }]);
    expect(back).toMatchObject({ detour: null, mended: "create-signing", phase: { kind: "reading" } });
    expect(on(back, [seen(card())]).phase.kind).toBe("pin");
  });

  it("back without having done anything", () => {
    const begun = on(stuck, [{ kind: "care", act: "create-signing" }, seen(card({ created: false }), null)]);
    expect(on(begun, [{ kind: "leftCare" }])).toMatchObject({ detour: null, mended: null, phase: { kind: "reading" } });
    expect(on(begun, [{ kind: "caring", busy: true }, { kind: "leftCare" }]).phase.kind).toBe("care");
  });

  it("only what helps is offered", () => {
    for (const act of ["change-login", "change-signing", "unblock-login"] as const) expect(on(stuck, [{ kind: "care", act }]).phase.kind).toBe("unusable");
    const blocked = at({ kind: "authenticate" }, card({ login: 0 }), null);
    expect(on(blocked, [{ kind: "care", act: "unblock-login" }]).phase.kind).toBe("reading");
    expect(on(at(sign, card({ signing: 0 })), [{ kind: "care", act: "unblock-login" }]).phase.kind).toBe("unusable");
  });

  it("while something is on its way to the card, its answer says what became of it; else a pulled card is said", () => {
    const begun = on(stuck, [{ kind: "care", act: "create-signing" }, seen(card({ created: false }), null)]);
    const pulled = readers(reader({ card: "absent" }));
    expect(on(begun, [pulled]).phase).toMatchObject({ kind: "waiting", notice: { code: "CARD_REMOVED" } });
    const busy = on(begun, [{ kind: "caring", busy: true }, pulled]);
    expect(busy.phase.kind).toBe("care");
    expect(on(busy, [{ kind: "cared", place, error: fail("CARD_REMOVED") }]).phase).toMatchObject({ kind: "waiting", notice: { code: "CARD_REMOVED" } });
    // Put in again, the card itself says whether the PIN exists now.
    const again = on(busy, [{ kind: "cared", place, error: fail("CARD_REMOVED") }, readers(reader({ insertions: 2 }))]);
    expect(again).toMatchObject({ detour: "create-signing", phase: { kind: "reading" } });
  });

  it("a code that is spent ends it", () => {
    const begun = on(stuck, [{ kind: "care", act: "create-signing" }, seen(card({ created: false }), null), { kind: "caring", busy: true }]);
    expect(on(begun, [{ kind: "cared", place, error: fail("CODE_SPENT") }]).phase).toMatchObject({ kind: "unusable", error: { code: "CODE_SPENT" } });
  });
});

describe("card care by itself", () => {
  it.each<[PinAct, Pins, CardErrorCode | "care"]>([
    ["create-signing", { created: false }, "care"],
    ["create-signing", { created: true }, "PIN_ALREADY_SET"],
    ["create-signing", { created: false, signing: 0 }, "CODE_SPENT"],
    ["change-signing", {}, "care"],
    ["change-signing", { created: false }, "PIN_NOT_SET"],
    ["change-signing", { signing: 0 }, "SIGNING_PIN_BLOCKED"],
    ["change-login", {}, "care"],
    ["change-login", { login: 0 }, "PIN_BLOCKED"],
    ["unblock-login", { login: 0 }, "care"],
    ["unblock-login", { login: 0, puk: 0 }, "PUK_BLOCKED"],
  ])("%s on a card with %j: %s", (act, pins, expected) => {
    const { phase } = at({ kind: "care", act }, card(pins), null);
    expect(phase.kind === "unusable" ? phase.error.code : phase.kind).toBe(expected);
  });

  it("one act leads to the one that helps, and done is done", () => {
    const wrongDoor = at({ kind: "care", act: "create-signing" }, card(), null);
    const changed = on(wrongDoor, [{ kind: "care", act: "change-signing" }]);
    expect(currentPurpose(changed)).toEqual({ kind: "care", act: "change-signing" });
    const done = on(changed, [seen(card(), null), { kind: "caring", busy: true }, { kind: "cared", place, error: null }]);
    expect(done.phase).toEqual({ kind: "done" });
  });
});

describe("the steps of card care", () => {
  const steps = (act: PinAct, events: readonly CareEvent[], pins: Pins = {}, onKeypad = false): CareState => events.reduce((state, event) => reduceCare(state, event, onKeypad), beginCare(act, card(pins)));
  const typed: readonly CareEvent[] = [{ kind: "begin" }, { kind: "currentTyped" }, { kind: "freshTyped", weakness: null }, { kind: "againTyped", same: true }];

  it("explain, current, new, again, working", () => {
    expect(typed.map((_, i) => steps("change-login", typed.slice(0, i + 1)).step.kind)).toEqual(["current", "fresh", "again", "working"]);
    expect(steps("change-login", [{ kind: "currentTyped" }]).step.kind).toBe("explain");
  });
  it("on the keypad nothing is typed here", () => expect(steps("change-login", [{ kind: "begin" }], {}, true).step.kind).toBe("working"));
  it("the envelope's code and a last try are confirmed by going on after the warning", () => {
    expect(steps("create-signing", [{ kind: "begin" }], { created: false }).confirmed).toBe(true);
    expect(steps("change-login", [{ kind: "begin" }]).confirmed).toBe(false);
    expect(steps("change-login", [{ kind: "begin" }], { login: 1 }).confirmed).toBe(true);
  });
  it("back is one step, and from the first to what was explained; a confirmed last try is asked about anew; at work there is no way back", () => {
    const back: CareEvent = { kind: "back" };
    const stepAfter = (count: number, ...more: readonly CareEvent[]): string => steps("change-login", [...typed.slice(0, count), ...more]).step.kind;
    expect([stepAfter(3, back), stepAfter(3, back, back), stepAfter(3, back, back, back), stepAfter(4, back), stepAfter(0, back)]).toEqual(["fresh", "current", "explain", "working", "explain"]);
    expect(steps("change-login", [{ kind: "begin" }, back], { login: 1 }).confirmed).toBe(false);
    expect(steps("change-login", [...typed.slice(0, 2), { kind: "freshTyped", weakness: "same" }, back, { kind: "currentTyped" }]).step).toEqual({ kind: "fresh", notice: null });
  });
  it("a weak new PIN and one not repeated are typed anew", () => {
    expect(steps("change-login", [...typed.slice(0, 2), { kind: "freshTyped", weakness: "same" }]).step).toEqual({ kind: "fresh", notice: { kind: "weak", weakness: "same" } });
    expect(steps("change-login", [...typed.slice(0, 3), { kind: "againTyped", same: false }]).step).toEqual({ kind: "fresh", notice: { kind: "mismatch" } });
  });
  it("a wrong one says what is left, and everything is typed anew; the last try is confirmed anew", () => {
    const wrong = steps("change-login", [...typed, { kind: "failed", error: fail("PIN_WRONG", { triesLeft: 1 }) }], { login: 2 });
    expect(wrong).toMatchObject({ triesLeft: 1, confirmed: false, step: { kind: "explain", notice: { kind: "wrong", triesLeft: 1 } } });
    expect(reduceCare(wrong, { kind: "begin" }, false).confirmed).toBe(true);
  });
});
