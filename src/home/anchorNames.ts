import type { MessageKey } from "../i18n/catalogue.ts";

/** What is looked for in the portal's pages and has a name of its own here; anything else is a part of the page. */
const named = ["answer", "application_form", "confirmation", "document_store", "first_password", "notice", "password_form", "personal_page", "personal_table", "profile_form", "registration", "service_link", "service_page", "service_terms", "signature_field", "terms"] as const;

/** What an anchor of the portal's pages is called. */
export function anchorName(anchor: string): MessageKey {
  const known = named.find((one) => one === anchor.replace("-", "_"));
  return `home_drift_what_${known ?? "other"}`;
}
