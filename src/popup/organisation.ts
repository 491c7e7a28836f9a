import type { Organisation } from "../consent/record/record.ts";
import type { PageFacts } from "./pageFacts.ts";

/** What the person confirmed of a page, as a record. @param sha256 of the page's text, hexadecimal. @param now ISO instant. */
export function organisationFrom(facts: Omit<PageFacts, "text">, sha256: string, id: string, now: string): Organisation {
  const or = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  return {
    type: "organisation",
    id,
    createdAt: now,
    updatedAt: now,
    name: facts.name.trim(),
    otherNames: null,
    nameEn: null,
    registryCode: or(facts.registryCode),
    sector: new URL(facts.address).hostname.endsWith(".gov.ge") ? "public" : "unknown",
    category: null,
    address: null,
    email: or(facts.email),
    phone: or(facts.phone),
    website: facts.address,
    formUrl: null,
    responsible: null,
    policy: null,
    formerPolicies: null,
    evidence: [{ kind: facts.policy === "" ? "own" : "policy", where: facts.policy || facts.address, sha256, seenAt: now, quote: null }],
  };
}
