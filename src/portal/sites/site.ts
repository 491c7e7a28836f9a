// [Note: selectors are data] What the extension looks for in the portal's pages is listed here, in generations: the
// portal's pages change, and a person may meet the old and the new on the same day. Each selector has the fixture it
// must match and how often; a test holds it to that. Where no selector matches, the words of the page decide
// (src/portal/detect), and where those fail too the feature stays quiet and the settings say so.

/** What features look for. */
export type AnchorId =
  | "service-link" // a link to one electronic service, in a list
  | "service-page" // the element that describes one service
  | "application-form" // a form that is filled in and sent
  | "confirmation" // the page that says: it has arrived, under this number
  | "signature-field" // where a form wants the signed file
  | "answer" // one answer of an institution
  | "terms" // the text of the terms of use
  | "service-terms" // a service's own terms
  | "notice" // one notice of the portal
  | "personal-page" // the space with the person's data
  | "personal-table" // one set of personal data: civil acts, property, border crossings
  | "document-store" // the portal's own document store
  | "password-form" // where a new password is typed twice
  | "first-password" // where the one-time password is given
  | "registration" // how to register
  | "profile-form"; // mobile and e-mail

export interface AnchorRule {
  readonly selector: string;
  /** How often the selector matches in which fixture page (tests/virtual/portal). */
  readonly holds: readonly (readonly [count: number, fixture: string])[];
}

export interface SiteGeneration {
  readonly name: string;
  readonly anchors: Readonly<Partial<Record<AnchorId, AnchorRule>>>;
}
