// [Note: selectors are data] What the extension looks for in the portal's pages is listed in a page map (my-gov-ge.json), in
// generations: the portal's pages change, and a person may meet the old and the new on the same day. Each selector has the
// fixture that it must match and how often (my-gov-ge.fixtures.json, which no page is burdened with); a test holds it to that. Where no selector matches, the words of the page decide
// (src/portal/detect), and where those fail too the feature stays quiet and the settings say so. There a newer map can be taken
// from a file, without a new build: parsePageMap.ts says what a file may hold, bySiteData.ts how far it is believed.

/** What features look for. */
export const anchorIds = [
  "service-link", // a link to one electronic service, in a list
  "service-page", // the element that describes one service
  "application-form", // a form that is filled in and sent
  "confirmation", // the page that says: it has arrived, under this number
  "signature-field", // where a form wants the signed file
  "answer", // one answer of an institution
  "terms", // the text of the terms of use
  "service-terms", // a service's own terms
  "notice", // one notice of the portal
  "personal-page", // the space with the person's data
  "personal-table", // one set of personal data: civil acts, property, border crossings
  "document-store", // the portal's own document store
  "password-form", // where a new password is typed twice
  "first-password", // where the one-time password is given
  "registration", // how to register
  "profile-form", // mobile and e-mail
] as const;
export type AnchorId = (typeof anchorIds)[number];

/** What the words of a page lead to, where a file may add some: its headings name it, or the button that sends it. */
export const wordedIds = ["application-form", "answer", "terms", "service-terms", "notice", "personal-page", "registration"] as const satisfies readonly AnchorId[];
/** In small letters. */
export type MoreWords = Readonly<Partial<Record<AnchorId, readonly string[]>>>;

export interface AnchorRule {
  readonly selector: string;
}

export interface SiteGeneration {
  readonly name: string;
  readonly anchors: Readonly<Partial<Record<AnchorId, AnchorRule>>>;
}

/** A kind of page, and what it has for everybody: somebody may have no notices, and own nothing. */
export interface ExpectedPage {
  /** `*` stands for one step: `/services/*`. */
  readonly path: string;
  /** One of these is there, whatever else the page does meanwhile. Ids of anchors; one of a later version is passed over. */
  readonly anchors: readonly string[];
}

/** The portal's pages as the extension knows them. */
export interface PageMap {
  readonly format: number;
  readonly site: string;
  readonly name: string;
  /** ISO day: of two maps the later one counts. */
  readonly date: string;
  /** Newest first. */
  readonly generations: readonly SiteGeneration[];
  readonly pages: readonly ExpectedPage[];
  /** Beside those that are built in: for a page whose labels have changed. */
  readonly words?: MoreWords;
}
