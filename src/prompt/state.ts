// The prompt as a pure state machine: readers, cards and the person's acts come in, the phase to show comes out.
// What has to be done for a phase (read the card, verify, answer) is the controller's business.
import type { CardView, PinView } from "../card/api.ts";
import type { CardFailure, Result } from "../card/error.ts";
import type { ReaderState } from "../card/reader.ts";

export type PinNotice = { readonly kind: "wrong"; readonly triesLeft: number | null } | { readonly kind: "failed"; readonly error: CardFailure };

/** Where a card is: which reader, which insertion. */
export interface Place {
  readonly readerId: string;
  readonly insertions: number;
}

export type Phase =
  /** No card to go on with yet: the readers themselves say what is missing. */
  | { readonly kind: "waiting"; readonly notice: CardFailure | null }
  | { readonly kind: "reading"; readonly place: Place }
  /** The card can't be used: expired, blocked, unknown … Another card or the same one put in again goes on. */
  | { readonly kind: "unusable"; readonly place: Place; readonly error: CardFailure; readonly card: CardView | null }
  /** One try left, and the person has not said yet that they want to risk it. */
  | { readonly kind: "lastTry"; readonly place: Place; readonly card: CardView; readonly notice: PinNotice | null }
  | { readonly kind: "pin"; readonly place: Place; readonly card: CardView; readonly notice: PinNotice | null; readonly confirmed: boolean }
  | { readonly kind: "working"; readonly place: Place; readonly card: CardView; readonly confirmed: boolean }
  | { readonly kind: "done" };

export interface State {
  /** null until the first snapshot came. */
  readonly readers: readonly ReaderState[] | null;
  /** The person's choice among several cards. */
  readonly chosen: string | null;
  readonly phase: Phase;
}

export type Event =
  | { readonly kind: "readers"; readonly readers: readonly ReaderState[] }
  /** null: back to the list of cards. */
  | { readonly kind: "chose"; readonly readerId: string | null }
  | { readonly kind: "inspected"; readonly place: Place; readonly result: Result<CardView>; readonly now: number }
  | { readonly kind: "confirmedLastTry" }
  | { readonly kind: "submitted" }
  | { readonly kind: "authenticated"; readonly place: Place; readonly error: CardFailure | null }
  | { readonly kind: "retry" };

export const initialState: State = { readers: null, chosen: null, phase: { kind: "waiting", notice: null } };

/** Readers with a card in them that can be used. */
export function usable(readers: readonly ReaderState[]): readonly ReaderState[] {
  return readers.filter((reader) => reader.refusal === null && reader.card === "present");
}

export function loginPin(card: CardView): PinView | null {
  return card.pins.find((pin) => pin.role === "login") ?? null;
}

export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case "readers":
      return follow({ ...state, readers: event.readers });
    case "chose":
      return chose({ ...state, chosen: event.readerId });
    case "inspected":
      return samePlace(state.phase, event.place) && state.phase.kind === "reading"
        ? { ...state, phase: inspected(event.place, event.result, event.now) }
        : state;
    case "confirmedLastTry":
      return state.phase.kind === "lastTry"
        ? { ...state, phase: { ...state.phase, kind: "pin", confirmed: true } }
        : state;
    case "submitted":
      return state.phase.kind === "pin"
        ? { ...state, phase: { kind: "working", place: state.phase.place, card: state.phase.card, confirmed: state.phase.confirmed } }
        : state;
    case "authenticated":
      return state.phase.kind === "working" && samePlace(state.phase, event.place)
        ? authenticated(state, state.phase, event.error)
        : state;
    case "retry":
      return state.phase.kind === "unusable" ? retry(state, state.phase.place) : state;
  }
}

function samePlace(phase: Phase, place: Place): boolean {
  return "place" in phase && phase.place.readerId === place.readerId && phase.place.insertions === place.insertions;
}

/** Whether the reader still holds the card of that insertion, answering or not. */
function isThere(state: State, place: Place): boolean {
  const reader = state.readers?.find((one) => one.id === place.readerId);
  return reader?.refusal === null && reader.card !== "absent" && reader.insertions === place.insertions;
}

/** The same card again, even one that did not answer; another one if it has gone. */
function retry(state: State, place: Place): State {
  if (isThere(state, place)) return { ...state, phase: { kind: "reading", place } };
  return pick({ ...state, phase: { kind: "waiting", notice: null } });
}

/** After a new snapshot: is the card we are busy with still the one in the reader? */
function follow(state: State): State {
  const { phase } = state;
  if (phase.kind === "done") return state;
  if (!("place" in phase)) return pick(state);
  if (isThere(state, phase.place)) return state;
  // While the card works, its own answer says what became of it.
  if (phase.kind === "working") return state;
  const reader = state.readers?.find((one) => one.id === phase.place.readerId);
  const code = reader ? (reader.refusal ?? "CARD_REMOVED") : "READER_GONE";
  return pick({ ...state, phase: { kind: "waiting", notice: { code, message: "", detail: {} } } });
}

function chose(state: State): State {
  const { phase } = state;
  if (phase.kind === "working" || phase.kind === "done") return state;
  // Already there: what was typed so far stays.
  return "place" in phase && phase.place.readerId === state.chosen ? state : pick(state);
}

/** Goes on with the one card there is, or the chosen one. */
function pick(state: State): State {
  const candidates = usable(state.readers ?? []);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const reader = candidates.find((one) => one.id === state.chosen) ?? only;
  if (!reader) return state.phase.kind === "waiting" ? state : { ...state, phase: { kind: "waiting", notice: null } };
  return { ...state, phase: { kind: "reading", place: { readerId: reader.id, insertions: reader.insertions } } };
}

function inspected(place: Place, result: Result<CardView>, now: number): Phase {
  if (!result.ok) return { kind: "unusable", place, error: result.error, card: null };
  const card = result.value;
  const failed = (code: CardFailure["code"]): Phase => ({ kind: "unusable", place, card, error: { code, message: "", detail: {} } });
  const certificate = card.certificates.find((one) => one.use === "authentication");
  if (!certificate) return failed("CERTIFICATE_MISSING");
  // Said before a PIN is asked: a try must not be spent for nothing.
  if (now > certificate.notAfter) return failed("CERTIFICATE_EXPIRED");
  if (now < certificate.notBefore) return failed("CERTIFICATE_NOT_YET_VALID");
  const left = loginPin(card)?.triesLeft ?? null;
  if (left === 0) return failed("PIN_BLOCKED");
  return askPin(place, card, null);
}

function askPin(place: Place, card: CardView, notice: PinNotice | null): Phase {
  return loginPin(card)?.triesLeft === 1
    ? { kind: "lastTry", place, card, notice }
    : { kind: "pin", place, card, notice, confirmed: false };
}

function withTries(card: CardView, triesLeft: number | null): CardView {
  return { ...card, pins: card.pins.map((pin) => (pin.role === "login" ? { ...pin, triesLeft } : pin)) };
}

function authenticated(state: State, phase: Extract<Phase, { kind: "working" }>, error: CardFailure | null): State {
  if (!error) return { ...state, phase: { kind: "done" } };
  const { place, card } = phase;
  switch (error.code) {
    case "PIN_WRONG": {
      const triesLeft = error.detail.triesLeft ?? null;
      return { ...state, phase: askPin(place, withTries(card, triesLeft), { kind: "wrong", triesLeft }) };
    }
    case "PIN_LAST_TRY":
      return { ...state, phase: askPin(place, withTries(card, 1), null) };
    case "PIN_LENGTH":
    case "PIN_CANCELLED":
    case "PIN_TIMEOUT":
      return { ...state, phase: { kind: "pin", place, card, notice: { kind: "failed", error }, confirmed: phase.confirmed } };
    case "CARD_REMOVED":
    case "CARD_ABSENT":
    case "CARD_CHANGED":
    case "READER_GONE":
    case "READER_BUSY":
      // The next snapshot, or this one already, says what is in the reader now.
      return follow({ ...state, phase: { kind: "waiting", notice: error } });
    default:
      return { ...state, phase: { kind: "unusable", place, error, card } };
  }
}
