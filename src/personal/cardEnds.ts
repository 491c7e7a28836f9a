// Until when a card and its two certificates are good, as the vault keeps it: days that end, and nothing by which the card or its
// holder could be told. One card is remembered, the one that was used last.
import { dayInTbilisi, type Day, startInTbilisi } from "../consent/calendar/day.ts";
import type { DueDay } from "../consent/view/reminders.ts";
import { isFields } from "../codec/fields.ts";
import { isName } from "../platform/randomName.ts";
import type { Json } from "../vault/api.ts";

/** Where the vault keeps them: a record of "settings". */
export const cardEndsId = "card-ends";

export interface CardEnd {
  /** Milliseconds since the epoch. */
  readonly notAfter: number;
  /** 128 random bits, hexadecimal: the reminder of it, which lies outside the encryption. */
  readonly reminderId: string;
}

export interface CardEnds {
  /** Of the certificate for logging in. */
  readonly login: CardEnd;
  /** Null: the card has none, or it was not read yet. */
  readonly signing: CardEnd | null;
  /** The card's own last day: it is printed on the card and in no file that a reader is given, so the person says it. Null: not said. */
  readonly card: CardEnd | null;
}

/** The same as it was read from a card; milliseconds since the epoch. */
export interface SeenEnds {
  readonly login: number;
  readonly signing: number | null;
}

/** @returns null where the certificate for logging in is not among them */
export function endsOf(certificates: readonly { readonly use: "authentication" | "signing" | "authority"; readonly notAfter: number }[]): SeenEnds | null {
  const of = (use: "authentication" | "signing"): number | null => certificates.find((one) => one.use === use)?.notAfter ?? null;
  const login = of("authentication");
  return login === null ? null : { login, signing: of("signing") };
}

/** A login reads one certificate only: of the same card, the other stays known. What ends at another moment is another card, or a renewed one. */
export function seenAfter(before: SeenEnds | null, seen: SeenEnds): SeenEnds {
  return { login: seen.login, signing: seen.signing ?? (before?.login === seen.login ? before.signing : null) };
}

/** @param newId makes a reminder's id @returns what is kept from now on; the same object where nothing is new */
export function keptAfter(kept: CardEnds | null, seen: SeenEnds, newId: () => string): CardEnds {
  const { login, signing } = seenAfter(kept && { login: kept.login.notAfter, signing: kept.signing?.notAfter ?? null }, seen);
  if (kept?.login.notAfter === login && (kept.signing?.notAfter ?? null) === signing) return kept;
  const end = (notAfter: number, before: CardEnd | null): CardEnd => (before?.notAfter === notAfter ? before : { notAfter, reminderId: newId() });
  return { login: end(login, kept?.login ?? null), signing: signing === null ? null : end(signing, kept?.signing ?? null), card: kept?.login.notAfter === login ? kept.card : null };
}

/** @param day as it is printed on the card; null: it is taken back @param newId as for `keptAfter` */
export function withCardDay(ends: CardEnds, day: Day | null, newId: () => string): CardEnds {
  return { ...ends, card: day === null ? null : { notAfter: startInTbilisi(day + 1) - 1, reminderId: newId() } };
}

/** All that end, the card's certificates before the card. */
export const endsIn = ({ login, signing, card }: CardEnds): readonly CardEnd[] => [login, signing, card].filter((one) => one !== null);

/** So long before the end the person is reminded outside the list of what is due: a badge that stands for months is not seen any more. */
const reminderDays = 30;

/** One day for those that end together; none once it is over, which the list goes on saying. */
export function cardReminders(ends: CardEnds | null, today: Day): readonly DueDay[] {
  const days = new Map<Day, string>();
  for (const { notAfter, reminderId } of ends ? endsIn(ends) : []) {
    const day = dayInTbilisi(notAfter);
    if (day >= today && !days.has(day)) days.set(day, reminderId);
  }
  return [...days].map(([day, reminderId]) => ({ reminderId, day: day - reminderDays }));
}

export function cardEndsJson(ends: CardEnds): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return ends as unknown as Json;
}

/** @returns null for anything else */
export function parseCardEnds(value: unknown): CardEnds | null {
  if (!isFields(value)) return null;
  const login = endIn(value["login"]);
  return login && { login, signing: endIn(value["signing"]), card: endIn(value["card"]) };
}

function endIn(value: unknown): CardEnd | null {
  if (!isFields(value)) return null;
  const { notAfter, reminderId } = value;
  return typeof notAfter === "number" && Number.isFinite(notAfter) && isName(reminderId) ? { notAfter, reminderId } : null;
}
