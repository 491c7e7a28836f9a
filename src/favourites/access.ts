// How the person came into the portal, as far as the extension knows. A login with the card goes through it. Of one with a password it
// sees that a form was sent, which says nothing yet: what counts is that the portal's next page knows somebody whom the one before did
// not. The password itself is never looked at.

export interface PortalAccess {
  readonly way: "card" | "password";
  /** When the PIN or the form was sent: milliseconds since the epoch. */
  readonly at: number;
}

/** So long after a form was sent the portal may let somebody in: there may be a code to be typed from a telephone, or a one-time password to be changed. */
const patienceMs = 30 * 60_000;

/** What a form asks for, of what is to be seen of it. */
export interface Asked {
  readonly passwords: number;
  /** Among them those for a password that is only now chosen or repeated. */
  readonly fresh: number;
  /** Fields that say who it is: a name, a mail address, a number. */
  readonly names: number;
  readonly otherFields: boolean;
}

/** Whether a form is one to sign in with: who it is, and one password. To choose, confirm or recover one it asks for more, or less. */
export function signsIn({ passwords, fresh, names, otherFields }: Asked): boolean {
  return passwords === 1 && fresh === 0 && names >= 1 && names <= 2 && !otherFields;
}

/**
 * What is known of the person's access after the portal has shown a page.
 * @param sent when a form to sign in with was sent in that tab, and nothing was seen of it since; null: none was
 * @param seen "in": the page knows somebody; "asked": it asks for a password, of nobody it knows
 * @param now milliseconds since the epoch, as all
 */
export function accessAfter(known: PortalAccess | null, sent: number | null, seen: "in" | "asked", now: number): PortalAccess | null {
  // Whoever came in with a password has gone, or was not let in.
  if (seen === "asked") return known?.way === "password" ? null : known;
  if (sent === null || now - sent > patienceMs || sent > now) return known;
  // The card's login may have come after the attempt with a password.
  return known && known.at >= sent ? known : { way: "password", at: sent };
}
