// The one profile of the person: letters are written with it, forms are filled from it, and the portal's own profile too. A
// record of the vault's collection "settings".
import { isFields } from "../codec/fields.ts";
import type { Applicant, Representative } from "../consent/request/request.ts";
import type { Json } from "../vault/api.ts";

export const profileRecordId = "letter-profile";

export interface Profile {
  readonly applicant: Applicant;
  readonly representative: Representative;
}

export const nobody: Profile = {
  applicant: { name: "", personalNumber: null, documentNumber: null, address: null, email: null, phone: null, certifiedBy: null },
  representative: { name: "", personalNumber: null, authority: "", address: null, email: null, phone: null },
};

export function profileJson(profile: Profile): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return profile as unknown as Json;
}

/** The profile as it was kept; nobody's for anything else. */
export function parseProfile(value: unknown): Profile {
  if (!isFields(value) || !isFields(value["applicant"])) return nobody;
  const applicant = value["applicant"];
  const other = isFields(value["representative"]) ? value["representative"] : {};
  const { certifiedBy } = applicant;
  const text = (fields: Readonly<Record<string, unknown>>, name: string): string | null => (typeof fields[name] === "string" ? fields[name] : null);
  return {
    applicant: {
      name: text(applicant, "name") ?? "",
      personalNumber: text(applicant, "personalNumber"),
      documentNumber: text(applicant, "documentNumber"),
      address: text(applicant, "address"),
      email: text(applicant, "email"),
      phone: text(applicant, "phone"),
      certifiedBy: isFields(certifiedBy) ? { position: text(certifiedBy, "position") ?? "", name: text(certifiedBy, "name") ?? "" } : null,
    },
    representative: {
      name: text(other, "name") ?? "",
      personalNumber: text(other, "personalNumber"),
      authority: text(other, "authority") ?? "",
      address: text(other, "address"),
      email: text(other, "email"),
      phone: text(other, "phone"),
    },
  };
}

/** The same profile with another mobile and mail; nothing else of it is touched. */
export function withContact(profile: Profile, contact: { readonly phone: string | null; readonly email: string | null }): Profile {
  return { ...profile, applicant: { ...profile.applicant, ...contact } };
}
