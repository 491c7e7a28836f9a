// Mobile numbers and mail addresses as people in Georgia write them. Pure.

/** Country code of Georgia (ITU-T E.164). */
const country = "995";

/** What cannot be seen, and comes along from a list of contacts or a letter that is copied from. */
const unseen = /\p{Cf}/gu;

/**
 * A Georgian mobile number: nine digits that begin with 5, or with 790 (national numbering plan), with or without +995, with
 * blanks, hyphens of any kind, strokes or brackets anywhere, and with the 0 that calls from a fixed line have.
 * @returns the nine digits; null when it is none.
 */
export function parseMobile(text: string): string | null {
  if (!/^[+\d\s()./\p{Pd}]*$/u.test(text.replaceAll(unseen, ""))) return null;
  const digits = text.replaceAll(/\D/g, "");
  const national = digits.length === 14 && digits.startsWith(`00${country}`) ? digits.slice(5) : digits.length === 12 && digits.startsWith(country) ? digits.slice(3) : digits.length === 10 && digits.startsWith("0") ? digits.slice(1) : digits;
  return /^(5\d{8}|790\d{6})$/.test(national) ? national : null;
}

/**
 * Any telephone that people write letters from: at home, abroad.
 * @returns a Georgian mobile as people read it, another number as it was typed; null when it is none
 */
export function parsePhone(text: string): string | null {
  const mobile = parseMobile(text);
  if (mobile !== null) return mobileForPeople(mobile);
  const trimmed = text.replaceAll(unseen, "").trim();
  const digits = trimmed.replaceAll(/\D/g, "").length;
  return /^[+\d\s()./\p{Pd}]*$/u.test(trimmed) && digits >= 6 && digits <= 15 ? trimmed : null;
}

/** `599 12 34 56` */
export function mobileForPeople(national: string): string {
  return national.replace(/^(\d{3})(\d{2})(\d{2})(\d{2})$/, "$1 $2 $3 $4");
}

/** `+995599123456` (E.164) */
export function mobileE164(national: string): string {
  return `+${country}${national}`;
}

/**
 * A number as a field wants it: with +995 where the field shows or names that, else the nine digits, as the country's forms
 * have them.
 * @param label what the page calls the field
 * @param now what stands in it
 */
export function mobileForField(national: string, label: string, now: string): string {
  return /\+?995/.test(label) || /^\s*\+/.test(now) ? mobileE164(national) : national;
}

/**
 * The shape of a mail address as browsers' own fields take it (HTML, "valid e-mail address"), with a dot in its domain.
 * @returns the address without blanks around it, its domain in lower case; null when it is none.
 */
export function parseEmail(text: string): string | null {
  const trimmed = text.replaceAll(unseen, "").trim();
  const match = /^([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+)$/.exec(trimmed);
  return match && trimmed.length <= 254 ? `${match[1]}@${match[2]?.toLowerCase()}` : null;
}
