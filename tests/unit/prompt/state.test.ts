import { describe, expect, it } from "vitest";
import type { CardView } from "../../../src/card/api.ts";
import type { CardErrorCode, CardFailure } from "../../../src/card/error.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { type Event, initialState, reduce, type State } from "../../../src/prompt/state.ts";

const now = Date.UTC(2026, 10, 24);
const year = 365 * 86_400_000;

function reader(more: Partial<ReaderState> = {}): ReaderState {
  return { id: "r1", name: "Reader", road: "webusb", usbId: "1234:5678", slot: 0, insertions: 1, card: "present", refusal: null, ...more };
}

function card(triesLeft: number | null = 3, more: Partial<CardView["certificates"][number]> = {}): CardView {
  return {
    readerId: "r1", insertion: "r1#1", generation: "georgia-1", pinpad: false, pinpadChange: false,
    holder: { name: "ნინო ტესტაძე", givenName: "ნინო", surname: "ტესტაძე", personalNumber: "99001010101", birthDate: null },
    certificates: [{ der: new Uint8Array(1), use: "authentication", subjectName: "", issuerName: "", serialNumber: "01", notBefore: now - year, notAfter: now + year, keyAlgorithm: "RSA", keyBits: 2048, ...more }],
    pins: [{ role: "login", minLength: 4, maxLength: 4, triesLeft, triesMax: 3, initialized: true, codeLength: null }],
  };
}

const fail = (code: CardErrorCode, detail: CardFailure["detail"] = {}): CardFailure => ({ code, message: "", detail });
const place = { readerId: "r1", insertions: 1 };
const begin = initialState({ kind: "authenticate" });
const run = (events: readonly Event[], from: State = begin): State => events.reduce(reduce, from);
const readers = (...all: readonly ReaderState[]): Event => ({ kind: "readers", readers: all });
const inspected = (view: CardView): Event => ({ kind: "inspected", place, result: { ok: true, value: { card: view, identity: null } }, now });
const acted = (error: CardFailure | null): Event => ({ kind: "acted", place, error });
const atPin = run([readers(reader()), inspected(card())]);
const working = run([{ kind: "submitted" }], atPin);

describe("the way to the PIN", () => {
  it("waits for a reader, for a card, reads it, asks for the PIN", () => {
    expect(begin.phase.kind).toBe("waiting");
    expect(run([readers()]).phase).toEqual({ kind: "waiting", notice: null });
    expect(run([readers(reader({ card: "absent" }))]).phase.kind).toBe("waiting");
    expect(run([readers(reader())]).phase).toEqual({ kind: "reading", place });
    expect(atPin.phase).toMatchObject({ kind: "pin", notice: null, confirmed: false });
  });

  it("a refused reader is no reader to read from", () => {
    expect(run([readers(reader({ refusal: "READER_HELD" }))]).phase.kind).toBe("waiting");
  });

  it("several cards are a choice; the remembered reader goes first; the choice can be changed", () => {
    const two = readers(reader(), reader({ id: "r2" }));
    expect(run([two]).phase.kind).toBe("waiting");
    const chosen = run([two, { kind: "chose", readerId: "r2" }]);
    expect(chosen.phase).toMatchObject({ kind: "reading", place: { readerId: "r2" } });
    expect(run([{ kind: "chose", readerId: "r2" }, two]).phase).toMatchObject({ place: { readerId: "r2" } });
    expect(run([{ kind: "chose", readerId: null }], chosen).phase.kind).toBe("waiting");
  });

  it("choosing the card that is there already disturbs nothing", () => {
    expect(run([{ kind: "chose", readerId: "r1" }], atPin).phase).toBe(atPin.phase);
  });

  it.each([
    ["expired", card(3, { notAfter: now - 1 }), "CERTIFICATE_EXPIRED"],
    ["not valid yet", card(3, { notBefore: now + 1 }), "CERTIFICATE_NOT_YET_VALID"],
    ["without a login certificate", { ...card(), certificates: [] }, "CERTIFICATE_MISSING"],
    ["blocked", card(0), "PIN_BLOCKED"],
  ] as const)("a card that is %s is said to be so before a PIN is asked", (_, view, code) => {
    expect(run([readers(reader()), inspected(view)]).phase).toMatchObject({ kind: "unusable", error: { code } });
  });

  it("the last try is asked for first; an unknown counter is not taken for it", () => {
    const last = run([readers(reader()), inspected(card(1))]);
    expect(last.phase.kind).toBe("lastTry");
    expect(run([{ kind: "submitted" }], last).phase.kind).toBe("lastTry");
    expect(run([{ kind: "confirmedLastTry" }], last).phase).toMatchObject({ kind: "pin", confirmed: true });
    expect(run([readers(reader()), inspected(card(null))]).phase.kind).toBe("pin");
  });

  it("a late answer about a card that has gone is not taken", () => {
    const gone = run([readers(reader()), readers(reader({ card: "absent", insertions: 1 }))]);
    expect(run([inspected(card())], gone).phase.kind).toBe("waiting");
    const other = run([readers(reader()), readers(reader({ insertions: 2 }))]);
    expect(run([inspected(card())], other).phase).toMatchObject({ kind: "reading", place: { insertions: 2 } });
  });
});

describe("after the PIN", () => {
  it("a wrong one stays, with what is left", () => {
    expect(run([acted(fail("PIN_WRONG", { triesLeft: 2 }))], working).phase).toMatchObject({ kind: "pin", notice: { kind: "wrong", triesLeft: 2 }, confirmed: false });
    expect(run([acted(fail("PIN_WRONG", { triesLeft: 1 }))], working).phase).toMatchObject({ kind: "lastTry", notice: { triesLeft: 1 } });
    expect(run([acted(fail("PIN_BLOCKED", { triesLeft: 0 }))], working).phase).toMatchObject({ kind: "unusable", error: { code: "PIN_BLOCKED" } });
  });

  it("a last try that was confirmed once is asked for again the next time", () => {
    const last = run([readers(reader()), inspected(card(1)), { kind: "confirmedLastTry" }, { kind: "submitted" }]);
    expect(run([acted(fail("PIN_WRONG", { triesLeft: 1 }))], last).phase.kind).toBe("lastTry");
    expect(run([acted(fail("PIN_LENGTH"))], last).phase).toMatchObject({ kind: "pin", confirmed: true });
  });

  it.each<CardErrorCode>(["PIN_LENGTH", "PIN_CANCELLED", "PIN_TIMEOUT"])("%s: nothing was spent, again", (code) =>
    expect(run([acted(fail(code))], working).phase).toMatchObject({ kind: "pin", notice: { kind: "failed", error: { code } } }));

  it("the card or the reader goes meanwhile: back to waiting, or on with what is there now", () => {
    expect(run([readers(reader({ card: "absent" })), acted(fail("CARD_REMOVED"))], working).phase).toMatchObject({ kind: "waiting", notice: { code: "CARD_REMOVED" } });
    expect(run([readers(), acted(fail("READER_GONE"))], working).phase).toMatchObject({ kind: "waiting", notice: { code: "READER_GONE" } });
    expect(run([readers(reader({ insertions: 2 })), acted(fail("CARD_CHANGED"))], working).phase).toMatchObject({ kind: "reading", place: { insertions: 2 } });
  });

  it("while the card works, its own answer says what became of it", () => {
    for (const event of [readers(reader({ card: "absent" })), readers(reader({ insertions: 2 })), readers()]) {
      expect(run([event], working).phase.kind).toBe("working");
    }
  });

  it("done is done, whatever comes", () => {
    const done = run([acted(null)], working);
    expect(done.phase).toEqual({ kind: "done" });
    for (const event of [readers(), { kind: "submitted" }, { kind: "retry" }, { kind: "chose", readerId: "r2" }, acted(fail("INTERNAL"))] as const) {
      expect(run([event], done).phase).toEqual({ kind: "done" });
    }
  });

  it("other failures say what they are, and trying again reads the card again", () => {
    const failed = run([acted(fail("SIGNATURE_INVALID"))], working);
    expect(failed.phase).toMatchObject({ kind: "unusable", error: { code: "SIGNATURE_INVALID" } });
    expect(run([{ kind: "retry" }], failed).phase).toEqual({ kind: "reading", place });
  });

  it("a card that does not answer can be tried again as it lies there", () => {
    const mute = run([{ kind: "inspected", place, result: { ok: false, error: fail("CARD_MUTE") }, now }, readers(reader({ card: "mute" }))], run([readers(reader())]));
    expect(mute.phase).toMatchObject({ kind: "unusable", error: { code: "CARD_MUTE" } });
    expect(run([{ kind: "retry" }], mute).phase).toEqual({ kind: "reading", place });
    expect(run([readers(reader({ card: "absent" })), { kind: "retry" }], mute).phase.kind).toBe("waiting");
  });

  it("a card pulled while the PIN is typed is said, and put in again is read again", () => {
    const pulled = run([readers(reader({ card: "absent" }))], atPin);
    expect(pulled.phase).toMatchObject({ kind: "waiting", notice: { code: "CARD_REMOVED" } });
    expect(run([readers(reader({ insertions: 2 }))], pulled).phase).toMatchObject({ kind: "reading", place: { insertions: 2 } });
  });
});
