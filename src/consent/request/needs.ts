import { type Asker, isOwn, type RequestKind } from "../law/requestKind.ts";
import { restsOnCauses } from "./cause.ts";
import type { Asked, DataRequest } from "./request.ts";

export type AskedField = Exclude<keyof Asked, "answerForm" | "causes">;

const byKind: Readonly<Record<RequestKind, readonly AskedField[]>> = {
  whereWho: ["database", "identifying"],
  recipients: ["database", "identifying"],
  access: ["data", "database", "identifying"],
  existence: ["data", "database", "identifying"],
  objection: ["grounds", "data", "database", "identifying"],
  rectify: ["data", "shouldBe", "grounds", "database", "identifying"],
  erase: ["data", "grounds", "database", "identifying"],
  stop: ["data", "grounds", "database", "identifying"],
  stopMarketing: ["data", "identifying"],
  withdraw: ["consent", "database", "identifying"],
  block: ["grounds", "data", "database", "identifying"],
  portability: ["data", "about", "database", "identifying"],
  publicInformation: ["data", "grounds"],
  protect: ["grounds", "data", "database", "identifying"],
  complaint: ["grounds"],
  claim: ["grounds"],
};

/** What the wizard asks for, the most important first. A third party's request always has its six items (line 105). */
export function fieldsFor(kind: RequestKind, asker: Asker): readonly AskedField[] {
  if (speaksForItself(kind, asker)) return byKind[kind];
  return ["about", ...(asker === "thirdParty" ? (["kin"] as const) : []), "data", "purpose", "grounds", "database"];
}

/** Who somebody was to the applicant is said of the dead alone. */
type Needed = Exclude<AskedField, "kin">;
export type MissingItem = "name" | "residence" | "document" | "representative" | "certifiedBy" | Needed;

/**
 * What the request still lacks: one's own four items (line 134), a third party's six (line 105), and what its kind can't do
 * without. A letter may leave with something missing (the law asks for less); the person is told.
 */
export function missingItems({ kind, asker, applicant, representative, asked }: DataRequest): readonly MissingItem[] {
  const missing: MissingItem[] = [];
  if (blank(applicant.name)) missing.push("name");
  if (blank(applicant.address)) missing.push("residence");
  if (asker !== "legalPerson" && blank(applicant.personalNumber) && blank(applicant.documentNumber)) missing.push("document");
  if (asker === "representative" && (representative === null || blank(representative.name) || blank(representative.authority))) missing.push("representative");
  const { certifiedBy } = applicant;
  if (asker === "legalPerson" && (certifiedBy === null || blank(certifiedBy.name) || blank(certifiedBy.position))) missing.push("certifiedBy");
  const needed: readonly Needed[] = speaksForItself(kind, asker) ? (musts[kind] ?? []) : ["about", "data", "purpose", "grounds"];
  for (const field of needed) if (empty(asked[field]) && !(field === "grounds" && restsOnCauses(kind, asker) && asked.causes.length > 0)) missing.push(field);
  return missing;
}

/** Whether the letter asks for all the data where none is named: then nobody has to know what there is. */
export function meansAll(kind: RequestKind, asker: Asker): boolean {
  return (kind === "access" || kind === "erase") && speaksForItself(kind, asker);
}

/** Not a third party's request for somebody's data. */
const speaksForItself = (kind: RequestKind, asker: Asker): boolean => isOwn(asker) || kind === "publicInformation" || kind === "complaint" || kind === "claim";

const musts: Partial<Record<RequestKind, readonly Needed[]>> = {
  objection: ["grounds"],
  rectify: ["data", "shouldBe"],
  publicInformation: ["data"],
  complaint: ["grounds"],
  claim: ["grounds"],
};

const blank = (text: string | null): boolean => text === null || text.trim() === "";
const empty = (value: string | readonly string[] | null): boolean => (typeof value === "string" || value === null ? blank(value) : value.length === 0);
