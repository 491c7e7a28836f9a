// How each kind of record is written as JSON-LD, read back with every field checked, and described as a JSON schema
// ([Note: one description, four uses]). ISO/IEC TS 27560 fields by way of the W3C DPV guide for it.
import { askers, requestKinds } from "../law/requestKind.ts";
import type { DeferralRule, LegalSource, LocalText, RuleSet, TimeLimit } from "../law/ruleSet.ts";
import { causes } from "../request/cause.ts";
import type { KeptLetter, Noted, Paper, RequestEvent, SentLetter } from "../request/event.ts";
import { followUps } from "../request/followUp.ts";
import { grievances } from "../request/grievance.ts";
import type { DeferralNotice, RefusalNotice } from "../request/notice.ts";
import type { Applicant, Asked, ComplaintTarget, DataRequest, FollowUpDraft, LetterText, Representative } from "../request/request.ts";
import { anyText, type Codec, duration, fieldsOf, flag, instant, isoDate, list, nullable, oneOf, ownId, RecordError, reference, sha256Hex, shape, tagged, text, whole, wordOf } from "./codec.ts";
import type { Consent, ConsentEvent, DataItem, DataRecord, Evidence, Handling, Holding, Organisation, Reach, Recipient, Retention, Told } from "./record.ts";
import { actTerms, basisTerms, endingTerms, formTerms, roleTerms, sourceTerms, specialTerms, stateTerms } from "./terms.ts";
import { confidences, databaseForms, evidenceKinds, sectors } from "./vocabulary.ts";
import { categories } from "../../codec/categories.ts";

const maybe = nullable(text);
const evidence: Codec<Evidence> = shape({
  kind: ["mq:evidenceKind", wordOf(evidenceKinds)],
  where: ["dct:source", text],
  sha256: ["mq:sha256", nullable(sha256Hex)],
  seenAt: ["dct:date", instant],
  quote: ["mq:quote", nullable(anyText)],
});
const stamps = { createdAt: ["dct:created", instant], updatedAt: ["dct:modified", instant] } as const;

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
  evidence: ["mq:evidence", list(evidence)],
  ...stamps,
});

const dataItem: Codec<DataItem> = shape({ name: ["dct:title", text], special: ["dpv:hasPersonalData", nullable(oneOf(specialTerms))] });
const recipient: Codec<Recipient> = shape({ name: ["dpv:hasName", text], organisationId: ["mq:organisation", nullable(reference)], role: ["@type", oneOf(roleTerms)], purpose: ["dpv:hasPurpose", maybe] });
const retention: Codec<Retention> = shape({ until: ["mq:until", nullable(isoDate)], duration: ["dpv:hasDuration", nullable(duration)], text: ["dct:description", maybe] });
const told: Codec<Told> = shape({ entry: ["mq:entry", nullable(flag)], rights: ["mq:rights", nullable(flag)], purpose: ["mq:purpose", nullable(flag)], recipients: ["mq:recipients", nullable(flag)] });
const reach: Codec<Reach> = shape({ knownSince: ["mq:knownSince", nullable(isoDate)], answered: ["mq:answered", flag], askedAt: ["mq:askedAt", nullable(instant)] });
const database: Codec<Holding["database"]> = shape({ name: ["dct:title", maybe], location: ["dpv:hasLocation", maybe] });

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

const holding: Codec<Holding> = shape(
  {
    type: ["@type", oneOf({ holding: "dpv:Process" })],
    id: ["@id", ownId],
    organisationId: ["dpv:hasDataController", reference],
    role: ["dpv:hasRole", oneOf(roleTerms)],
    database: ["dpv:hasStorageCondition", database],
    purposes: ["dpv:hasPurpose", list(text)],
    purposeEndedOn: ["mq:purposeEndedOn", nullable(isoDate)],
    basis: ["dpv:hasLegalBasis", oneOf(basisTerms)],
    basisText: ["mq:basisText", maybe],
    data: ["dpv:hasPersonalData", list(dataItem)],
    recipients: ["dpv:hasRecipient", list(recipient)],
    retention: ["mq:retention", retention],
    collectedFrom: ["dpv:hasDataSource", maybe],
    since: ["dct:valid", nullable(isoDate)],
    service: ["dpv:hasService", maybe],
    notice: ["dpv:hasNotice", nullable(evidence)],
    told: ["mq:told", told],
    handling: ["dpv:hasProcess", nullable(handling)],
    confidence: ["mq:confidence", wordOf(confidences)],
    reach: ["mq:reach", reach],
    evidence: ["mq:evidence", list(evidence)],
    ...stamps,
  },
  { "dpv:hasJurisdiction": "loc:GE" },
);

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

const consentEvent: Codec<ConsentEvent> = shape({ state: ["dpv:hasConsentStatus", oneOf(stateTerms)], at: ["dct:date", instant], note: ["dct:description", maybe] });
const consent: Codec<Consent> = withIdentifier(shape<Consent>(
  {
    type: ["@type", oneOf({ consent: "dpv:ConsentRecord" })],
    id: ["@id", ownId],
    organisationId: ["dpv:hasDataController", reference],
    holdingId: ["dpv:hasProcess", nullable(reference)],
    form: ["dpv:hasIndicationMethod", oneOf(formTerms)],
    purpose: ["dpv:hasPurpose", text],
    text: ["mq:text", maybe],
    voluntary: ["mq:voluntary", nullable(flag)],
    withdrawal: ["dpv:hasConsentControl", maybe],
    validUntil: ["mq:validUntil", nullable(isoDate)],
    events: ["mq:events", list(consentEvent)],
    confidence: ["mq:confidence", wordOf(confidences)],
    evidence: ["mq:evidence", list(evidence)],
    ...stamps,
  },
  { "dct:language": "ka", "dpv:hasDataSubject": "urn:moqalaqe:holder", "dpv:hasJurisdiction": "loc:GE" },
));

const applicant: Codec<Applicant> = shape({
  name: ["dpv:hasName", anyText],
  personalNumber: ["dpv:hasIdentifier", maybe],
  documentNumber: ["mq:documentNumber", maybe],
  address: ["dpv:hasAddress", maybe],
  email: ["mq:email", maybe],
  phone: ["mq:phone", maybe],
  certifiedBy: ["mq:certifiedBy", nullable(shape<NonNullable<Applicant["certifiedBy"]>>({ position: ["mq:position", anyText], name: ["dpv:hasName", anyText] }))],
});
// A request may be kept before it is whole, and what is kept goes out and comes back.
const representative: Codec<Representative> = shape({
  name: ["dpv:hasName", anyText],
  personalNumber: ["dpv:hasIdentifier", maybe],
  authority: ["mq:authority", anyText],
  address: ["dpv:hasAddress", maybe],
  email: ["mq:email", maybe],
  phone: ["mq:phone", maybe],
});
const asked: Codec<Asked> = shape({
  database: ["mq:database", maybe],
  data: ["dpv:hasPersonalData", list(text)],
  identifying: ["mq:identifying", maybe],
  purpose: ["dpv:hasPurpose", maybe],
  grounds: ["mq:grounds", maybe],
  causes: ["mq:causes", list(wordOf(causes))],
  shouldBe: ["mq:shouldBe", maybe],
  consent: ["mq:consent", maybe],
  about: ["mq:about", maybe],
  answerForm: ["mq:answerForm", wordOf(["electronic", "paper"])],
});

const noticeFields = { official: ["mq:official", nullable(anyText)], sentOn: ["dct:date", nullable(isoDate)], reason: ["mq:reason", nullable(anyText)] } as const;
const noticeFlags = { inWriting: ["mq:inWriting", nullable(flag)], explainsAppeal: ["mq:explainsAppeal", nullable(flag)] } as const;
const deferralNotice: Codec<DeferralNotice> = shape({ ...noticeFields, until: ["mq:until", nullable(isoDate)], ...noticeFlags });
const refusalNotice: Codec<RefusalNotice> = shape({ ...noticeFields, legalGround: ["mq:legalGround", nullable(anyText)], ...noticeFlags });
const outcome = ["mq:outcome", wordOf(["upheld", "partly", "rejected"])] as const;

const keptLetter: Codec<KeptLetter> = shape({ documentId: ["mq:documentId", text], name: ["dct:title", text], sha256: ["mq:sha256", sha256Hex] });
const language = ["dct:language", wordOf(["ka", "en"])] as const;
const copy = ["mq:copy", nullable(shape<SentLetter>({ language, title: ["dct:title", anyText], text: ["mq:text", anyText], file: ["mq:letter", nullable(keptLetter)] }))] as const;

type Event<Type extends RequestEvent["type"]> = Extract<RequestEvent, { readonly type: Type }>;
const paper: Codec<Paper> = shape({ kind: ["mq:paperKind", wordOf(["document", "answer"])], id: ["mq:documentId", text], name: ["dct:title", text], sha256: ["mq:sha256", sha256Hex] });
const noted = { id: ["@id", text], on: ["dct:date", isoDate], papers: ["mq:papers", list(paper)], note: ["mq:note", nullable(anyText)] } as const;
const base = <Type extends RequestEvent["type"]>(type: Type) => ({ type: ["@type", wordOf([type])], ...noted }) as const;
const plain = <Type extends "returned" | "promised" | "satisfied" | "silent" | "closed" | "reopened">(type: Type) => shape<Noted & { readonly type: Type }>(base(type));
const letterOnly = <Type extends "gaveMore" | "reminded" | "objected">(type: Type) => shape<Noted & { readonly type: Type; readonly copy: SentLetter | null }>({ ...base(type), copy });
const requestEvent: Codec<RequestEvent> = tagged<RequestEvent>("type", "@type", {
  signed: shape<Event<"signed">>({ ...base("signed"), letter: ["mq:letter", nullable(keptLetter)] }),
  returned: plain("returned"),
  promised: plain("promised"),
  gaveMore: letterOnly("gaveMore"),
  satisfied: plain("satisfied"),
  silent: plain("silent"),
  reminded: letterOnly("reminded"),
  objected: letterOnly("objected"),
  closed: plain("closed"),
  reopened: plain("reopened"),
  sent: shape<Event<"sent">>({ ...base("sent"), channel: ["mq:channel", wordOf(["portal", "mail", "post", "person"])], number: ["mq:number", maybe], copy }),
  received: shape<Event<"received">>({ ...base("received"), proof: ["mq:proof", wordOf(["entered", "portal", "post", "stamp", "mail"])] }),
  askedMore: shape<Event<"askedMore">>({ ...base("askedMore"), what: ["mq:what", anyText] }),
  deferred: shape<Event<"deferred">>({ ...base("deferred"), notice: ["mq:notice", deferralNotice] }),
  partly: shape<Event<"partly">>({ ...base("partly"), missing: ["mq:missing", anyText] }),
  refused: shape<Event<"refused">>({ ...base("refused"), notice: ["mq:notice", refusalNotice] }),
  feeAsked: shape<Event<"feeAsked">>({ ...base("feeAsked"), amount: ["mq:amount", anyText], ground: ["mq:ground", nullable(anyText)] }),
  contested: shape<Event<"contested">>({ ...base("contested"), why: ["mq:why", anyText], copy }),
  complained: shape<Event<"complained">>({ ...base("complained"), addressee: ["mq:addressee", text], about: ["mq:about", nullable(wordOf(grievances))], copy }),
  decided: shape<Event<"decided">>({ ...base("decided"), outcome }),
  sued: shape<Event<"sued">>({ ...base("sued"), court: ["mq:court", anyText], copy }),
  judged: shape<Event<"judged">>({ ...base("judged"), outcome }),
});

const letterText = { language, text: ["mq:text", nullable(anyText)] } as const;
const request: Codec<DataRequest> = shape({
  type: ["@type", oneOf({ request: "dpv:RightExerciseActivity" })],
  id: ["@id", ownId],
  reference: ["dct:identifier", text],
  kind: ["mq:kind", wordOf(requestKinds)],
  asker: ["mq:asker", wordOf(askers)],
  organisationId: ["mq:organisation", reference],
  holdingId: ["dpv:hasProcess", nullable(reference)],
  aboutRequestId: ["mq:aboutRequest", nullable(reference)],
  complainTo: ["mq:complainTo", nullable(shape<ComplaintTarget>({ kind: ["mq:body", wordOf(["supervisor", "higherBody", "otherBody"])], name: ["dpv:hasName", anyText] }))],
  court: ["mq:court", nullable(anyText)],
  applicant: ["mq:applicant", applicant],
  representative: ["mq:representative", nullable(representative)],
  asked: ["mq:asked", asked],
  letter: ["mq:letter", nullable(shape<LetterText>(letterText))],
  followUps: ["mq:followUps", list(shape<FollowUpDraft>({ kind: ["mq:kind", wordOf(followUps)], ...letterText }))],
  events: ["mq:events", list(requestEvent)],
  declined: ["mq:declined", maybe],
  ...stamps,
});

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
