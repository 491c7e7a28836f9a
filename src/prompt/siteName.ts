// Origins as a person reads them.

/** The portal itself: https on my.gov.ge or below it, on the usual port. */
export function isPortal(origin: string): boolean {
  return /^https:\/\/([a-z0-9-]+\.)*my\.gov\.ge$/.test(origin);
}

/** Host and port. Punycode stays punycode: a look-alike name must not look alike (UTS #39). */
export function siteName(origin: string): string {
  return origin.replace(/^https:\/\//, "");
}

/** An internationalised name: shown as punycode, with a warning. */
export function isUnusual(origin: string): boolean {
  return /(^|[./])xn--/.test(origin);
}
