/** The help line's address, as the portal's terms of use print it. */
export const supportMail = "info@my.gov.ge";
export const supportPhone = "2251528 8888";

/** Longer addresses are cut by some mail programs. */
const longest = 1_900;

/** A `mailto:` address with subject and text (RFC 6068); a text too long for one is left out, to be pasted. */
export function mailtoOf(subject: string, body: string): string {
  const head = `mailto:${supportMail}?subject=${encodeURIComponent(subject)}`;
  const whole = `${head}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  return whole.length <= longest ? whole : head;
}
