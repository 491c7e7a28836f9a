// Which anchors a page of the portal should have, by its address: where one is missing, the portal has changed.
import type { AnchorId } from "./site.ts";

export interface Expectation {
  /** Shown in the report in place of the address, which may name the person's business. */
  readonly page: string;
  readonly path: RegExp;
  /** One of these is there, whatever else the page does meanwhile. */
  readonly anchors: readonly [AnchorId, ...AnchorId[]];
}

/** Only pages that have theirs for everybody: somebody may have no notices, and own nothing. */
export const expectations: readonly Expectation[] = [
  { page: "/services", path: /^\/services\/?$/, anchors: ["service-link"] },
  { page: "/services/…", path: /^\/services\/[^/]+\/?$/, anchors: ["service-page"] },
  // Sent without another page, the form is gone and its place says so.
  { page: "/services/…/apply", path: /^\/services\/[^/]+\/apply\/?$/, anchors: ["application-form", "confirmation"] },
  { page: "/services/…/terms", path: /^\/services\/[^/]+\/terms\/?$/, anchors: ["service-terms"] },
  { page: "/terms", path: /^\/terms\/?$/, anchors: ["terms"] },
  { page: "/answers/…", path: /^\/answers\/[^/]+\/?$/, anchors: ["answer"] },
  { page: "/documents", path: /^\/documents\/?$/, anchors: ["document-store"] },
  // Who comes in for the first time is asked for phone and e-mail there.
  { page: "/personal", path: /^\/personal\/?$/, anchors: ["personal-page", "profile-form"] },
  { page: "/register", path: /^\/register\/?$/, anchors: ["registration"] },
  { page: "/profile", path: /^\/profile\/?$/, anchors: ["profile-form"] },
  { page: "/password/change", path: /^\/password\/change\/?$/, anchors: ["password-form"] },
];
