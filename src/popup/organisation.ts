import { sha256Hex } from "../codec/sha256.ts";
import { codesOf, organisationLike, plainCode, plainName } from "../consent/record/organisationName.ts";
import { type Evidence, type Organisation, unknownOrganisation } from "../consent/record/record.ts";
import type { PageFacts } from "./pageFacts.ts";

/** What was read, by its hash; and the policy it links to, of which nothing was read. */
function evidenceOf({ page, policy }: Pick<PageFacts, "page" | "policy">, sha256: string | null, seenAt: string): readonly Evidence[] {
  const seen: Evidence = { kind: "own", where: page, sha256, seenAt, quote: null };
  return policy.trim() === "" ? [seen] : [seen, { kind: "policy", where: policy.trim(), sha256: null, seenAt, quote: null }];
}

/** The one of these that a page's organisation is: by its code, else by its name unless the codes are two. */
export function knownAs(all: readonly Organisation[], { name, registryCode }: Pick<PageFacts, "name" | "registryCode">): Organisation | null {
  const code = plainCode(registryCode);
  const byCode = code === "" ? undefined : all.find((one) => codesOf(one).includes(code));
  return byCode ?? organisationLike(all.filter((one) => code === "" || one.registryCode === null), name) ?? null;
}

/** With what its page says and the record did not have yet; what is on record stays. */
export function withPage(known: Organisation, seen: Organisation): Organisation {
  const had = known.evidence.map(({ where, sha256 }) => `${where} ${sha256 ?? ""}`);
  return {
    ...known,
    registryCode: known.registryCode ?? seen.registryCode,
    email: known.email ?? seen.email,
    phone: known.phone ?? seen.phone,
    website: known.website ?? seen.website,
    evidence: [...known.evidence, ...seen.evidence.filter(({ where, sha256 }) => !had.includes(`${where} ${sha256 ?? ""}`))],
    updatedAt: seen.updatedAt,
  };
}

/**
 * The id of a page's organisation, a UUID that its code, or else its name, leads to (RFC 9562, version 8): a locked vault can't say
 * what is on record, and whoever records it there twice has it once.
 */
export async function recordIdOf({ name, registryCode }: Pick<PageFacts, "name" | "registryCode">): Promise<string> {
  const code = registryCode.trim();
  const hash = await sha256Hex(`moqalaqe/organisation\n${code === "" ? `name ${plainName(name)}` : `code ${code}`}`);
  const variant = (Number.parseInt(hash.charAt(16), 16) & 3 | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What the person confirmed of a page, as a record. @param sha256 of the page's text, hexadecimal; null: it has none. @param now ISO instant. */
export function organisationFrom(facts: Omit<PageFacts, "text">, sha256: string | null, id: string, now: string): Organisation {
  const or = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  return {
    type: "organisation",
    id,
    createdAt: now,
    updatedAt: now,
    ...unknownOrganisation,
    name: facts.name.trim(),
    registryCode: or(facts.registryCode),
    sector: new URL(facts.address).hostname.endsWith(".gov.ge") ? "public" : "unknown",
    email: or(facts.email),
    phone: or(facts.phone),
    website: facts.address,
    evidence: evidenceOf(facts, sha256, now),
  };
}
