// How a request and what happened to it are written as JSON-LD ([Note: one description, four uses] in codec.ts). DPV has a word for
// a right that is exercised, and none for what comes of it: that is under `mq:`.
import { askers, requestKinds } from "../law/requestKind.ts";
import { causes } from "../request/cause.ts";
import { complaintBodies, type KeptLetter, type Noted, type Paper, type RequestEvent, type SentLetter } from "../request/event.ts";
import { followUps } from "../request/followUp.ts";
import { grievances } from "../request/grievance.ts";
import type { DeferralNotice, RefusalNotice } from "../request/notice.ts";
import type { Applicant, Asked, ComplaintTarget, DataRequest, FollowUpDraft, LetterText, Representative } from "../request/request.ts";
import { anyText, type Codec, flag, isoDate, list, nullable, oneOf, ownId, RecordError, reference, sha256Hex, shape, tagged, text, wordOf } from "./codec.ts";
import { maybe, purpose, stamps, titled } from "./commonShapes.ts";

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
  data: ["dpv:hasPersonalData", list(titled("dpv:PersonalData"))],
  identifying: ["mq:identifying", maybe],
  purpose: ["dpv:hasPurpose", nullable(purpose)],
  grounds: ["mq:grounds", maybe],
  causes: ["mq:causes", list(wordOf(causes))],
  shouldBe: ["mq:shouldBe", maybe],
  consent: ["mq:consent", maybe],
  about: ["mq:about", maybe],
  kin: ["mq:kin", maybe],
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
const noted = { id: ["dct:identifier", text], on: ["dct:date", isoDate], papers: ["mq:papers", list(paper)], note: ["mq:note", nullable(anyText)] } as const;
/** Our word for what happened as a class: `mq:refused`. */
function eventWord<Type extends string>(type: Type): Codec<Type> {
  const term = `mq:${type}`;
  return {
    encode: () => term,
    decode: (value, path) => {
      if (value !== term) throw new RecordError(path, "is none of the terms known here");
      return type;
    },
    check: (value, path) => wordOf([type]).check(value, path),
    schema: { enum: [term] },
  };
}
const base = <Type extends RequestEvent["type"]>(type: Type) => ({ type: ["@type", eventWord(type)], ...noted }) as const;
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
  partly: shape<Event<"partly">>({ ...base("partly"), missing: ["mq:missing", anyText], isAll: ["mq:isAll", nullable(flag)] }),
  refused: shape<Event<"refused">>({ ...base("refused"), notice: ["mq:notice", refusalNotice] }),
  feeAsked: shape<Event<"feeAsked">>({ ...base("feeAsked"), amount: ["mq:amount", anyText], ground: ["mq:ground", nullable(anyText)] }),
  contested: shape<Event<"contested">>({ ...base("contested"), why: ["mq:why", anyText], copy }),
  complained: shape<Event<"complained">>({ ...base("complained"), addressee: ["mq:addressee", text], to: ["mq:body", nullable(wordOf(complaintBodies))], about: ["mq:about", nullable(wordOf(grievances))], copy }),
  decided: shape<Event<"decided">>({ ...base("decided"), outcome }),
  sued: shape<Event<"sued">>({ ...base("sued"), court: ["mq:court", anyText], copy }),
  judged: shape<Event<"judged">>({ ...base("judged"), outcome }),
}, "mq:");

const letterText = { language, text: ["mq:text", nullable(anyText)], madeFrom: ["mq:madeFrom", maybe] } as const;
/** A request with all that happened to it. */
export const request: Codec<DataRequest> = shape({
  type: ["@type", oneOf({ request: "dpv:RightExerciseActivity" })],
  id: ["@id", ownId],
  reference: ["dct:identifier", text],
  kind: ["mq:kind", wordOf(requestKinds)],
  asker: ["mq:asker", wordOf(askers)],
  organisationId: ["mq:organisation", reference],
  holdingId: ["dpv:hasProcess", nullable(reference)],
  aboutRequestId: ["mq:aboutRequest", nullable(reference)],
  complainTo: ["mq:complainTo", nullable(shape<ComplaintTarget>({ kind: ["mq:body", wordOf(complaintBodies)], name: ["dpv:hasName", anyText] }))],
  decidedOn: ["mq:decidedOn", nullable(isoDate)],
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
