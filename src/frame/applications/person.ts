import { recall } from "../../card/eid/cardCache.ts";
import { parseCertificate } from "../../card/x509/certificate.ts";
import { personalNumber } from "../../card/x509/name.ts";
import { isFields } from "../../codec/fields.ts";
import type { Person } from "../../forms/personFields.ts";
import { cardsOfSession, sessionCardCache } from "../../platform/cardCache.ts";
import { frameVault } from "../frameVault.ts";

/** What is known of the person: the profile in the vault, and what the card said that was used since the browser started. */
export async function readPerson(): Promise<Person> {
  const [card, profile] = await Promise.all([fromCard().catch(() => ({})), fromProfile().catch(() => ({}))]);
  return { ...profile, ...card };
}

async function fromCard(): Promise<Person> {
  for (const serial of await cardsOfSession()) {
    const cached = await recall(sessionCardCache, serial);
    if (!cached) continue;
    const { subject } = parseCertificate(cached.certificateDer);
    const { givenName, surname, commonName } = subject;
    const number = personalNumber(subject);
    const name = givenName && surname ? `${givenName} ${surname}` : commonName;
    return { ...(name ? { name } : {}), ...(givenName ? { givenName } : {}), ...(surname ? { surname } : {}), ...(number ? { personalNumber: number } : {}) };
  }
  return {};
}

/** The profile that letters are written with, too. */
async function fromProfile(): Promise<Person> {
  const stored = await frameVault().records.get("settings", "letter-profile");
  const applicant = isFields(stored?.value) && isFields(stored.value["applicant"]) ? stored.value["applicant"] : {};
  const known: Record<string, string> = {};
  for (const part of ["name", "personalNumber", "phone", "email", "address"] as const) {
    const value: unknown = Reflect.get(applicant, part);
    if (typeof value === "string" && value.trim() !== "") known[part] = value.trim();
  }
  return known;
}
