// How the person came into the portal, as far as the extension knows. A login with the card goes through it. Of one with a password or a
// code sent to a telephone it sees that a form was sent, which says nothing yet: what counts is that the portal's next page knows somebody
// whom the one before did not. What stands in such a field is never looked at.

/** By forms of the portal: a password, a one-time code, or the one and then the other. */
export type FormWay = "password" | "code" | "both";

export interface PortalAccess {
  readonly way: "card" | FormWay;
  /** When the PIN or the form was sent: milliseconds since the epoch. */
  readonly at: number;
}

/** A form to sign in with was sent, and nothing was seen of it since. */
export interface SentForm {
  readonly way: FormWay;
  readonly at: number;
}

/** So long after a form was sent the portal may let somebody in: there may be a code to be typed from a telephone, or a one-time password to be changed. */
const patienceMs = 30 * 60_000;

/** What a form asks for, of what is to be seen of it. */
export interface Asked {
  readonly passwords: number;
  /** Among them those for a password that is only now chosen or repeated. */
  readonly fresh: number;
  /** Fields for a one-time code: one, or one for each of its digits. */
  readonly codes: number;
  /** Fields that say who it is: a name, a mail address, a number. */
  readonly names: number;
  readonly otherFields: boolean;
}

/**
 * By what a form lets somebody in, on a page that knows nobody yet: one password, who it is said here or a step before; a code, perhaps
 * with the number that it was sent to. null: it is for something else. To choose or recover a password a form asks for more, or less.
 */
export function signsIn({ passwords, fresh, codes, names, otherFields }: Asked): FormWay | null {
  if (fresh > 0 || otherFields) return null;
  if (passwords === 1 && names <= 2) return codes > 0 ? "both" : "password";
  return passwords === 0 && codes > 0 && names <= 1 ? "code" : null;
}

/** What was sent in a tab, with one more form: a code that follows a password is the second step of one login. @param now milliseconds since the epoch */
export function sentAfter(before: SentForm | null, way: FormWay, now: number): SentForm {
  const second = way === "code" && before !== null && before.way !== "code" && isRecent(before, now);
  return { way: second ? "both" : way, at: now };
}

function isRecent({ at }: SentForm, now: number): boolean {
  return now - at <= patienceMs && at <= now;
}

/**
 * What is known of the person's access after the portal has shown a page.
 * @param sent in that tab; null: nothing was
 * @param seen "in": the page knows somebody; "asked": it asks to sign in, of nobody it knows
 * @param now milliseconds since the epoch, as all
 */
export function accessAfter(known: PortalAccess | null, sent: SentForm | null, seen: "in" | "asked", now: number): PortalAccess | null {
  // Whoever came in by a form has gone, or was not let in.
  if (seen === "asked") return known?.way === "card" ? known : null;
  if (sent === null || !isRecent(sent, now)) return known;
  // The card's login may have come after the attempt with a form.
  return known && known.at >= sent.at ? known : { ...sent };
}
