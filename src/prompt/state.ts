// The prompt as a pure state machine: readers, cards and the person's acts come in, the phase to show comes out.
// What has to be done for a phase (read the card, verify, answer) is the controller's business.
import type { CardView, PinAct, SigningIdentity } from "../card/api.ts";
import type { CardFailure, Result } from "../card/error.ts";
import type { ReaderState } from "../card/reader.ts";
import { obstacle, pinOf, type Purpose, remedy, signs } from "./purpose.ts";

export type PinNotice = { readonly kind: "wrong"; readonly triesLeft: number | null } | { readonly kind: "failed"; readonly error: CardFailure };

/** Where a card is: which reader, which insertion. */
export interface Place {
  readonly readerId: string;
  readonly insertions: number;
}

/** A card as read for the purpose; `identity` where the purpose needs the signing certificate. */
export interface SeenCard {
  readonly card: CardView;
  readonly identity: SigningIdentity | null;
}

export type Phase =
  /** No card to go on with yet: the readers themselves say what is missing. */
  | { readonly kind: "waiting"; readonly notice: CardFailure | null }
  | { readonly kind: "reading"; readonly place: Place }
  /** The card can't be used: expired, blocked, unknown … Another card or the same one put in again goes on. */
  | { readonly kind: "unusable"; readonly place: Place; readonly error: CardFailure; readonly card: CardView | null }
  /** One try left, and the person has not said yet that they want to risk it. */
  | ({ readonly kind: "lastTry"; readonly place: Place; readonly notice: PinNotice | null } & SeenCard)
  | ({ readonly kind: "pin"; readonly place: Place; readonly notice: PinNotice | null; readonly confirmed: boolean } & SeenCard)
  | ({ readonly kind: "working"; readonly place: Place; readonly confirmed: boolean } & SeenCard)
  /** Nothing is signed: the person only says whether the site may have the certificate. */
  | ({ readonly kind: "consent"; readonly place: Place } & SeenCard)
  /** Card care, on its own or because a request needs it. `busy`: something has been sent to the card. */
  | ({ readonly kind: "care"; readonly place: Place; readonly act: PinAct; readonly busy: boolean } & SeenCard)
  | { readonly kind: "done" };

export interface State {
  readonly purpose: Purpose;
  /** null until the first snapshot came. */
  readonly readers: readonly ReaderState[] | null;
  /** The person's choice among several cards. */
  readonly chosen: string | null;
  /** Card care that was begun from within a request, until it is over. */
  readonly detour: PinAct | null;
  /** Card care that has been done within this request. */
  readonly mended: PinAct | null;
  /** Signatures that have been made of those asked for. */
  readonly signed: number;
  readonly phase: Phase;
}

export type Event =
  | { readonly kind: "readers"; readonly readers: readonly ReaderState[] }
  /** null: back to the list of cards. */
  | { readonly kind: "chose"; readonly readerId: string | null }
  | { readonly kind: "inspected"; readonly place: Place; readonly result: Result<SeenCard>; readonly now: number }
  | { readonly kind: "confirmedLastTry" }
  | { readonly kind: "submitted" }
  /** The card has answered; without an error `signed` says how many signatures there are by now. */
  | { readonly kind: "acted"; readonly place: Place; readonly error: CardFailure | null; readonly signed?: number }
  | { readonly kind: "agreed" }
  | { readonly kind: "care"; readonly act: PinAct }
  | { readonly kind: "caring"; readonly busy: boolean }
  /** The person goes back to the request without having done anything. */
  | { readonly kind: "leftCare" }
  /** An act of card care has ended; with an error that only another card, or nobody, can mend. */
  | { readonly kind: "cared"; readonly place: Place; readonly error: CardFailure | null }
  | { readonly kind: "retry" };

export function initialState(purpose: Purpose): State {
  return { purpose, readers: null, chosen: null, detour: null, mended: null, signed: 0, phase: { kind: "waiting", notice: null } };
}

/** What the window is doing right now: the request, or the card care it led to. */
export function currentPurpose({ purpose, detour }: Pick<State, "purpose" | "detour">): Purpose {
  return detour ? { kind: "care", act: detour } : purpose;
}

/** Readers with a card in them that can be used. */
export function usable(readers: readonly ReaderState[]): readonly ReaderState[] {
  return readers.filter((reader) => reader.refusal === null && reader.card === "present");
}

export function reduce(state: State, event: Event): State {
  const { phase } = state;
  switch (event.kind) {
    case "readers":
      return follow({ ...state, readers: event.readers });
    case "chose":
      return chose({ ...state, chosen: event.readerId });
    case "inspected":
      return samePlace(phase, event.place) && phase.kind === "reading"
        ? { ...state, phase: inspected(state, event.place, event.result, event.now) }
        : state;
    case "confirmedLastTry":
      return phase.kind === "lastTry" ? { ...state, phase: { ...phase, kind: "pin", confirmed: true } } : state;
    case "submitted":
      return phase.kind === "pin" ? { ...state, phase: { kind: "working", place: phase.place, card: phase.card, identity: phase.identity, confirmed: phase.confirmed } } : state;
    case "acted":
      return phase.kind === "working" && samePlace(phase, event.place) ? acted(state, phase, event.error, event.signed ?? 1) : state;
    case "agreed":
      return phase.kind === "consent" ? { ...state, phase: { kind: "done" } } : state;
    case "care":
      return phase.kind === "unusable" && remedy(phase.error.code, phase.card) === event.act ? beginCare(state, event.act) : state;
    case "caring":
      return phase.kind === "care" ? { ...state, phase: { ...phase, busy: event.busy } } : state;
    case "leftCare":
      return phase.kind === "care" && !phase.busy && state.detour ? { ...state, detour: null, phase: { kind: "reading", place: phase.place } } : state;
    case "cared":
      return phase.kind === "care" && samePlace(phase, event.place) ? cared(state, phase, event.error) : state;
    case "retry":
      return phase.kind === "unusable" ? retry(state, phase.place) : state;
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
  if (isThere(state, place)) return { ...state, detour: null, phase: { kind: "reading", place } };
  return pick({ ...state, detour: null, phase: { kind: "waiting", notice: null } });
}

/** After a new snapshot: is the card we are busy with still the one in the reader? */
function follow(state: State): State {
  const { phase } = state;
  if (phase.kind === "done") return state;
  if (!("place" in phase)) return pick(state);
  if (isThere(state, phase.place)) return state;
  // While the card works, its own answer says what became of it.
  if (phase.kind === "working" || (phase.kind === "care" && phase.busy)) return state;
  const reader = state.readers?.find((one) => one.id === phase.place.readerId);
  const code = reader ? (reader.refusal ?? "CARD_REMOVED") : "READER_GONE";
  return pick({ ...state, phase: { kind: "waiting", notice: { code, message: "", detail: {} } } });
}

function chose(state: State): State {
  const { phase } = state;
  if (phase.kind === "working" || phase.kind === "done" || (phase.kind === "care" && phase.busy)) return state;
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

function inspected(state: State, place: Place, result: Result<SeenCard>, now: number): Phase {
  if (!result.ok) return { kind: "unusable", place, error: result.error, card: null };
  const seen = result.value;
  const purpose = currentPurpose(state);
  const code = obstacle(purpose, seen.card, seen.identity, now);
  if (code) return { kind: "unusable", place, card: seen.card, error: { code, message: "", detail: {} } };
  const { card, identity } = seen;
  if (purpose.kind === "care") return { kind: "care", place, act: purpose.act, busy: false, card, identity };
  if (purpose.kind === "get-signing-certificate") return { kind: "consent", place, card, identity };
  return askPin(purpose, place, seen, null);
}

function askPin(purpose: Purpose, place: Place, seen: SeenCard, notice: PinNotice | null): Phase {
  const { card, identity } = seen;
  return pinOf(purpose, card)?.triesLeft === 1
    ? { kind: "lastTry", place, card, identity, notice }
    : { kind: "pin", place, card, identity, notice, confirmed: false };
}

function withTries(purpose: Purpose, card: CardView, triesLeft: number | null): CardView {
  const role = pinOf(purpose, card)?.role;
  return { ...card, pins: card.pins.map((pin) => (pin.role === role ? { ...pin, triesLeft } : pin)) };
}

function acted(state: State, phase: Extract<Phase, { kind: "working" }>, error: CardFailure | null, signed: number): State {
  const { place, identity } = phase;
  const { purpose } = state;
  if (!error) {
    // The card wants the PIN for each signature: asked again, with the tries a right PIN has restored.
    if (signs(purpose) && signed < purpose.total) {
      const restored = withTries(purpose, phase.card, pinOf(purpose, phase.card)?.triesMax ?? null);
      return { ...state, signed, phase: askPin(purpose, place, { card: restored, identity }, null) };
    }
    return { ...state, signed, phase: { kind: "done" } };
  }
  const { card } = phase;
  switch (error.code) {
    case "PIN_WRONG": {
      const triesLeft = error.detail.triesLeft ?? null;
      const seen = { card: withTries(purpose, card, triesLeft), identity };
      return { ...state, phase: askPin(purpose, place, seen, { kind: "wrong", triesLeft }) };
    }
    case "PIN_LAST_TRY":
      return { ...state, phase: askPin(purpose, place, { card: withTries(purpose, card, 1), identity }, null) };
    case "PIN_LENGTH":
    case "PIN_CANCELLED":
    case "PIN_TIMEOUT":
      return { ...state, phase: { kind: "pin", place, card, identity, notice: { kind: "failed", error }, confirmed: phase.confirmed } };
    default:
      return failed(state, place, card, error);
  }
}

function failed(state: State, place: Place, card: CardView | null, error: CardFailure): State {
  switch (error.code) {
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

/** The card is read in full for it: a login shows less than care needs to know. */
function beginCare(state: State, act: PinAct): State {
  const { phase, purpose } = state;
  if (!("place" in phase)) return state;
  return { ...state, ...(purpose.kind === "care" ? { purpose: { kind: "care", act } } : { detour: act }), phase: { kind: "reading", place: phase.place } };
}

/** Back to the request with the card as it is now; or the end, when care was all. */
function cared(state: State, phase: Extract<Phase, { kind: "care" }>, error: CardFailure | null): State {
  if (error) return failed(state, phase.place, phase.card, error);
  if (state.purpose.kind === "care") return { ...state, phase: { kind: "done" } };
  return { ...state, detour: null, mended: phase.act, phase: { kind: "reading", place: phase.place } };
}
