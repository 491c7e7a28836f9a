// Which fields of a form ask for what is known of the person: offered, shown and then filled on the person's click.
import { mobileForField, parseMobile } from "../profile/contact.ts";
import type { FieldValue } from "./snapshot.ts";

export const personParts = ["name", "givenName", "surname", "personalNumber", "phone", "email", "address"] as const;
export type PersonPart = (typeof personParts)[number];
export type Person = Readonly<Partial<Record<PersonPart, string>>>;

const labels: readonly (readonly [PersonPart, RegExp])[] = [
  ["personalNumber", /პირადი (ნომერი|№)|personal (number|id|no)/i],
  ["email", /ელ[-. ]*ფოსტ|ელექტრონული ფოსტ|e-?mail/i],
  ["phone", /მობილურ|ტელეფონ|phone|mobile/i],
  ["name", /სახელი[ ,]*(და )?გვარი|გვარი[ ,]*(და )?სახელი|full name/i],
  ["surname", /(^|\s)გვარი(\s|\*|:|$)|surname|last name|family name/i],
  ["givenName", /(^|\s)სახელი(\s|\*|:|$)|first name|given name/i],
  ["address", /მისამართ|address/i],
];
/** Somebody else's: of a company, a child, a representative. */
const others = /მშობ|შვილ|ბავშვ|მეუღლ|წარმომადგენ|კომპანი|საწარმო|ორგანიზაცი|დირექტორ|child|spouse|parent|company|representative/i;

/** The part of the person that a field asks for; null: none, or not this person's. */
export function personPartOf({ kind, label }: Pick<FieldValue, "kind" | "label">): PersonPart | null {
  if (kind !== "text" || others.test(label)) return null;
  return labels.find(([, words]) => words.test(label))?.[0] ?? null;
}

export interface Offer {
  readonly field: FieldValue;
  readonly value: string;
}

/** Fields that what is known of the person fits, and that do not have it yet. */
export function offersFor(fields: readonly FieldValue[], person: Person): readonly Offer[] {
  const offers: Offer[] = [];
  for (const field of fields) {
    const part = personPartOf(field);
    const known = part ? person[part] : undefined;
    // Blanks are for people: a form counts digits.
    const mobile = part === "phone" && known ? parseMobile(known) : null;
    const value = mobile === null ? known : mobileForField(mobile, field.label, field.values[0] ?? "");
    if (value && field.values[0] !== value) offers.push({ field, value });
  }
  return offers;
}
