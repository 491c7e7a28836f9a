// How each kind of record is written as JSON-LD, read back with every field checked, and described as a JSON schema
// ([Note: one description, four uses]). ISO/IEC TS 27560 fields by way of the W3C DPV guide for it.
import { askers, requestKinds } from "../law/requestKind.ts";
import type { DeferralRule, LegalSource, LocalText, RuleSet, TimeLimit } from "../law/ruleSet.ts";
import { anyText, type Codec, duration, fieldsOf, flag, instant, isoDate, list, nullable, oneOf, ownId, RecordError, reference, sha256Hex, shape, tagged, text, whole, wordOf } from "./codec.ts";
import { maybe, purpose, stamps, titled } from "./commonShapes.ts";
import { languageOf } from "./languageOf.ts";
import { following, gathered, nodeOf } from "./nodes.ts";
import { type Consent, type ConsentEvent, type DataItem, type DataRecord, type Evidence, type FormerRecord, type Handling, type Holding, identifyingDetails, type Organisation, type Reach, type Recipient, type Retention, type Told } from "./record.ts";
import { request } from "./requestShapes.ts";
import { actTerms, basisTerms, endingTerms, formTerms, indicatedBy, roleTerms, sourceTerms, specialTerms, stateTerms } from "./terms.ts";
import { untilTime, withValidity } from "./validity.ts";
import { confidences, databaseForms, evidenceKinds, sectors } from "./vocabulary.ts";
import { categories } from "../../codec/categories.ts";

const evidenceTerms = {
  kind: ["mq:evidenceKind", wordOf(evidenceKinds)],
  where: ["dct:source", text],
  sha256: ["mq:sha256", nullable(sha256Hex)],
  seenAt: ["dct:date", instant],
  quote: ["mq:quote", nullable(anyText)],
} as const;
const evidence: Codec<Evidence> = shape<Evidence>(evidenceTerms);

const localText: Codec<LocalText> = shape({ ka: ["mq:ka", text], en: ["mq:en", text] });
const legalSource: Codec<LegalSource> = shape({ title: ["dct:title", localText], article: ["mq:article", text], url: ["dct:source", maybe], verifiedOn: ["mq:verifiedOn", nullable(isoDate)] });
const stages = ["firstAnswer", "fulfilment", "extended", "explanation"] as const;
const limit: Codec<TimeLimit> = shape({
  stage: ["mq:stage", wordOf(stages)],
  count: ["mq:count", whole],
  unit: ["mq:unit", wordOf(["workingDays", "days", "months"])],
  from: ["mq:countedFrom", wordOf(["receipt", "refusal"])],
  moves: ["mq:moves", flag],
  kinds: ["mq:kinds", list(wordOf(requestKinds))],
  askers: ["mq:askers", list(wordOf(askers))],
  source: ["dct:source", legalSource],
});
const deferralRule: Codec<DeferralRule> = shape({ askers: ["mq:askers", list(wordOf(askers))], noticeBy: ["mq:noticeBy", wordOf(stages)], times: ["mq:times", whole], source: ["dct:source", legalSource] });
const ruleSet: Codec<RuleSet> = shape({
  id: ["dct:identifier", text],
  basis: ["mq:basis", wordOf(["statute", "policy"])],
  title: ["dct:title", localText],
  from: ["mq:from", nullable(isoDate)],
  until: ["mq:until", nullable(isoDate)],
  limits: ["mq:limits", list(limit)],
  deferral: ["mq:deferral", nullable(deferralRule)],
});

const formerRecord: Codec<FormerRecord> = shape<FormerRecord>({
  id: ["mq:organisation", reference],
  at: ["dct:date", instant],
  otherwise: ["mq:otherwise", list(shape<FormerRecord["otherwise"][number]>({ detail: ["mq:detail", wordOf(identifyingDetails)], text: ["rdf:value", text] }))],
});

const organisation: Codec<Organisation> = shape({
  type: ["@type", oneOf({ organisation: "dpv:Organisation" })],
  id: ["@id", ownId],
  name: ["dpv:hasName", text],
  otherNames: ["mq:otherNames", nullable(list(text))],
  nameEn: ["mq:nameEn", maybe],
  registryCode: ["dpv:hasIdentifier", maybe],
  sector: ["mq:sector", wordOf(sectors)],
  category: ["mq:category", nullable(wordOf(categories))],
  address: ["dpv:hasAddress", maybe],
  email: ["mq:email", maybe],
  phone: ["mq:phone", maybe],
  website: ["mq:website", maybe],
  formUrl: ["mq:formUrl", maybe],
  responsible: ["dpv:hasContact", maybe],
  policy: ["mq:policy", nullable(ruleSet)],
  formerPolicies: ["mq:formerPolicies", nullable(list(ruleSet))],
  merged: ["mq:merged", nullable(list(formerRecord))],
  distinctFrom: ["mq:distinctFrom", nullable(list(reference))],
  evidence: ["mq:evidence", list(evidence)],
  ...stamps,
});


const special = oneOf(specialTerms);
const anySpecial = "dpv:SpecialCategoryPersonalData";
/** What kind of datum it is: the class of all, or the class of what is special and which that is. */
const datumClass: Codec<DataItem["special"]> = {
  encode: (value) => (value === null ? "dpv:PersonalData" : [anySpecial, special.encode(value)]),
  decode: (value, path) => {
    if (value === "dpv:PersonalData") return null;
    if (!Array.isArray(value) || value.length !== 2 || value[0] !== anySpecial) throw new RecordError(path, "is none of the terms known here");
    return special.decode(value[1], `${path}/1`);
  },
  check: (value, path) => nullable(special).check(value, path),
  schema: { enum: ["dpv:PersonalData", ...Object.values(specialTerms).map((one) => [anySpecial, one])] },
};
const dataItem: Codec<DataItem> = shape({ name: ["dct:title", text], special: ["@type", datumClass] });
const recipient: Codec<Recipient> = shape({ name: ["dpv:hasName", text], organisationId: ["mq:organisation", nullable(reference)], role: ["@type", oneOf(roleTerms)], purpose: ["dpv:hasPurpose", nullable(purpose)] });
const retention: Codec<Retention> = gathered(
  shape<Retention>({ until: ["until", nullable(untilTime)], duration: ["duration", nullable(nodeOf("dpv:TemporalDuration", "rdf:value", duration))], text: ["dct:description", maybe] }, { "@type": "dpv:StorageDuration" }),
  "dpv:hasDuration",
  { until: "dpv:UntilTimeDuration", duration: "dpv:TemporalDuration" },
);
const told: Codec<Told> = shape({ entry: ["mq:entry", nullable(flag)], rights: ["mq:rights", nullable(flag)], purpose: ["mq:purpose", nullable(flag)], recipients: ["mq:recipients", nullable(flag)] });
const reach: Codec<Reach> = shape({ knownSince: ["mq:knownSince", nullable(isoDate)], answered: ["mq:answered", flag], askedAt: ["mq:askedAt", nullable(instant)] });
const database: Codec<Holding["database"]> = shape<Holding["database"]>({ name: ["dct:title", maybe], location: ["dpv:hasLocation", nullable(titled("dpv:Location"))] }, { "@type": "dpv:StorageLocation" });
const notice: Codec<Evidence> = shape<Evidence>(evidenceTerms, { "@type": "dpv:PrivacyNotice" });

const ended = shape<NonNullable<Handling["ended"]>>({ how: ["dpv:hasProcessing", oneOf(endingTerms)], on: ["dct:date", isoDate] });
const handling: Codec<Handling> = shape<Handling>(
  {
    form: ["mq:databaseForm", nullable(wordOf(databaseForms))],
    registered: ["mq:stateRegister", maybe],
    source: ["dpv:hasDataSource", nullable(oneOf(sourceTerms))],
    acts: ["dpv:hasProcessing", list(oneOf(actTerms))],
    ended: ["mq:ended", nullable(ended)],
  },
  { "@type": "dpv:Process" },
);

const holding: Codec<Holding> = gathered(shape<Holding>(
  {
    type: ["@type", oneOf({ holding: "dpv:Process" })],
    id: ["@id", ownId],
    organisationId: ["dpv:hasDataController", reference],
    role: ["mq:role", oneOf(roleTerms)],
    database: ["database", database],
    purposes: ["dpv:hasPurpose", list(purpose)],
    purposeEndedOn: ["mq:purposeEndedOn", nullable(isoDate)],
    basis: ["dpv:hasLegalBasis", oneOf(basisTerms)],
    basisText: ["mq:basisText", maybe],
    data: ["dpv:hasPersonalData", list(dataItem)],
    recipients: ["dpv:hasRecipient", list(recipient)],
    retention: ["retention", retention],
    collectedFrom: ["dpv:hasDataSource", nullable(titled("dpv:DataSource"))],
    since: ["mq:since", nullable(isoDate)],
    service: ["dpv:hasService", nullable(titled("dpv:Service"))],
    notice: ["dpv:hasNotice", nullable(notice)],
    told: ["mq:told", told],
    handling: ["dpv:hasProcess", nullable(handling)],
    confidence: ["mq:confidence", wordOf(confidences)],
    reach: ["mq:reach", reach],
    evidence: ["mq:evidence", list(evidence)],
    ...stamps,
  },
  { "dpv:hasJurisdiction": "loc:GE" },
), "dpv:hasStorageCondition", { database: "dpv:StorageLocation", retention: "dpv:StorageDuration" });

/** TS 27560 wants the identifier said apart from the node's own name, which may be a copy's. */
function withIdentifier<T extends { readonly id: string }>(codec: Codec<T>): Codec<T> {
  return {
    encode: (value) => ({ ...fieldsOf(codec.encode(value), ""), "dct:identifier": value.id }),
    decode: (value, path) => {
      const { "dct:identifier": identifier, ...rest } = fieldsOf(value, path);
      const decoded = codec.decode(rest, path);
      if (identifier !== decoded.id) throw new RecordError(`${path}/dct:identifier`, "is not the record's own");
      return decoded;
    },
    check: (value, path) => codec.check(value, path),
    schema: { ...codec.schema, properties: { ...fieldsOf(codec.schema["properties"], ""), "dct:identifier": { type: "string" } }, required: [...listOf(codec.schema["required"]), "dct:identifier"] },
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const consentEvent: Codec<ConsentEvent> = following(
  shape<ConsentEvent>({ state: ["@type", oneOf(stateTerms)], at: ["dpv:isIndicatedAtTime", instant], note: ["dct:description", maybe], enteredAt: ["mq:enteredAt", nullable(instant)] }),
  ({ state }) => ({ "dpv:isIndicatedBy": indicatedBy[state] ?? undefined }),
  { "dpv:isIndicatedBy": { enum: [...new Set(Object.values(indicatedBy))].filter((one) => one !== null) } },
);
const consentShape: Codec<Consent> = withIdentifier(shape<Consent>(
  {
    type: ["@type", oneOf({ consent: "dpv:ConsentRecord" })],
    id: ["@id", ownId],
    organisationId: ["dpv:hasDataController", reference],
    holdingId: ["dpv:hasProcess", nullable(reference)],
    form: ["dpv:hasIndicationMethod", nullable(oneOf(formTerms))],
    purpose: ["dpv:hasPurpose", purpose],
    text: ["mq:text", maybe],
    voluntary: ["mq:voluntary", nullable(flag)],
    withdrawal: ["dpv:hasConsentControl", nullable(nodeOf("dpv:WithdrawConsent", "dct:description", text))],
    validUntil: ["mq:validUntil", nullable(isoDate)],
    events: ["dpv:hasConsentStatus", list(consentEvent)],
    confidence: ["mq:confidence", wordOf(confidences)],
    evidence: ["mq:evidence", list(evidence)],
    ...stamps,
  },
  { "dpv:hasDataSubject": "urn:moqalaqe:holder", "dpv:hasJurisdiction": "loc:GE", "dpv:hasLegalBasis": "dpv:Consent" },
));
const consent: Codec<Consent> = withValidity(following(consentShape, (value) => ({ "dct:language": languageOf(value.text ?? value.purpose) }), { "dct:language": { enum: ["ka", "en", "und"] } }, true));

const byType: Readonly<Record<DataRecord["type"], Codec<DataRecord>>> = { organisation, holding, consent, request };

/** Any record, told apart by its `@type`. */
export const dataRecord: Codec<DataRecord> = {
  ...tagged<DataRecord>("type", "@type", { "dpv:Organisation": organisation, "dpv:Process": holding, "dpv:ConsentRecord": consent, "dpv:RightExerciseActivity": request }),
  encode: (value) => byType[value.type].encode(value),
  check: (value, path) => {
    const { type } = fieldsOf(value, path);
    const codec = type === "organisation" || type === "holding" || type === "consent" || type === "request" ? byType[type] : null;
    if (!codec) throw new RecordError("type", "is of no kind known here");
    return codec.check(value, path);
  },
};
