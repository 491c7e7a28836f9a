// Which anchors a page of the portal should have, by its address: where one is missing, the portal has changed.
import type { AnchorId } from "./site.ts";

export interface Expectation {
  /** Shown in the report in place of the address, which may name the person's business. */
  readonly page: string;
  readonly path: RegExp;
  readonly anchors: readonly AnchorId[];
}

export const expectations: readonly Expectation[] = [
  { page: "/services", path: /^\/services\/?$/, anchors: ["service-link"] },
  { page: "/services/…", path: /^\/services\/[^/]+\/?$/, anchors: ["service-page"] },
  { page: "/profile", path: /^\/profile\/?$/, anchors: ["profile-form"] },
  { page: "/password/change", path: /^\/password\/change\/?$/, anchors: ["password-form"] },
];
