// Requests for tests, with as little said as possible.
import type { Asker, RequestKind } from "../../../src/consent/law/requestKind.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { rulesInForce } from "../../../src/consent/policy/ownRules.ts";
import { profileOf } from "../../../src/consent/policy/profile.ts";
import type { RuleSet } from "../../../src/consent/law/ruleSet.ts";
import { type Consent, type Holding, noRetention, type Organisation, unknownReach, untold } from "../../../src/consent/record/record.ts";
import type { EventType, RequestEvent } from "../../../src/consent/request/event.ts";
import { emptyDeferral, emptyRefusal } from "../../../src/consent/request/notice.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";

export const goodDeferral = { official: "ბერიძე ნინო გიორგის ასული", sentOn: null, reason: "არქივი გადატანის პროცესშია", until: null, inWriting: true, explainsAppeal: true };
export const goodRefusal = { official: "ბერიძე ნინო გიორგის ასული", sentOn: "2026-06-10", reason: "საიდუმლოა", legalGround: "21", inWriting: true, explainsAppeal: true };

/** An event with its least: `more` fills or replaces fields. */
export function happened(type: EventType, on: string, more: Readonly<Record<string, unknown>> = {}): RequestEvent {
  const rest: Readonly<Partial<Record<EventType, object>>> = {
    signed: { letter: { documentId: "d1", name: "2026-4K7Q2M9.pdf", sha256: "cd".repeat(32) } },
    sent: { channel: "mail", number: null, copy: null },
    gaveMore: { copy: null },
    reminded: { copy: null },
    objected: { copy: null },
    received: { proof: "entered" },
    askedMore: { what: "პირადობის მოწმობის ასლი" },
    deferred: { notice: { ...emptyDeferral, ...goodDeferral, sentOn: on } },
    partly: { missing: "ზარების ჩანაწერები", isAll: null },
    refused: { notice: { ...emptyRefusal, ...goodRefusal, sentOn: on } },
    feeAsked: { amount: "20 ₾", ground: null },
    contested: { why: "პასუხი არასრულია", copy: null },
    complained: { addressee: "state-audit-office", to: null, about: null, copy: null },
    decided: { outcome: "upheld" },
    sued: { court: "თბილისის საქალაქო სასამართლო", copy: null },
    judged: { outcome: "rejected" },
  };
  return { id: `${type}-${on}`, on, type, papers: [], note: null, ...rest[type], ...more } as RequestEvent;
}

export function requestOf(kind: RequestKind = "access", asker: Asker = "self", events: readonly RequestEvent[] = []): DataRequest {
  return {
    type: "request",
    id: "0b8f0f1e-6a51-4c39-9f6e-0c4d5a3e7d10",
    reference: "2026-4K7Q2M9",
    kind,
    asker,
    organisationId: "5d1f7f2a-2f0b-4d63-8a51-c9d9f0f3a001",
    holdingId: null,
    aboutRequestId: null,
    complainTo: null,
    decidedOn: null,
    court: null,
    applicant: { name: "გელაშვილი ნინო დავითის ასული", personalNumber: "99001010101", documentNumber: "99IA00001", address: "ქუთაისი, რუსთაველის გამზირი 1", email: "nino@example.ge", phone: null, certifiedBy: null },
    representative: null,
    asked: { database: null, data: [], identifying: null, purpose: null, grounds: null, causes: [], shouldBe: null, consent: null, about: null, kin: null, answerForm: "electronic" },
    letter: null,
    followUps: [],
    events,
    declined: null,
    createdAt: "2026-06-01T08:00:00.000Z",
    updatedAt: "2026-06-01T08:00:00.000Z",
  };
}

const stamps = { createdAt: "2026-06-01T08:00:00.000Z", updatedAt: "2026-06-01T08:00:00.000Z" };

export function organisationOf(more: Partial<Organisation> = {}): Organisation {
  return {
    type: "organisation", id: "5d1f7f2a-2f0b-4d63-8a51-c9d9f0f3a001", name: "შპს „კონტრაგენტი“", otherNames: null, nameEn: null, registryCode: null, sector: "private", category: null, address: null, email: null, phone: null, website: null, formUrl: null,
    responsible: null, policy: null, formerPolicies: null, merged: null, distinctFrom: null, evidence: [], ...stamps, ...more,
  };
}

export function holdingOf(more: Partial<Holding> = {}): Holding {
  return {
    type: "holding", id: "h", organisationId: "o", role: "owner", database: { name: null, location: null }, purposes: [], purposeEndedOn: null, basis: "contract", basisText: null, data: [], recipients: [], retention: noRetention,
    collectedFrom: null, since: null, service: null, notice: null, told: untold, handling: null, confidence: "own", reach: unknownReach, evidence: [], ...stamps, ...more,
  };
}

export function consentOf(more: Partial<Consent> = {}): Consent {
  return {
    type: "consent", id: "c", organisationId: "o", holdingId: null, form: "tick", purpose: "x", text: null, voluntary: null, withdrawal: null, validUntil: null, events: [{ state: "given", at: "2025-01-01T08:00:00Z", note: null, enteredAt: null }], confidence: "own",
    evidence: [], ...stamps, ...more,
  };
}

/** A profile of days, as the policy reader makes one and as it holds where there is no other: `stage:count:unit`. */
export function policyOf(...terms: readonly string[]): RuleSet {
  const proposals = terms.map((value, i) => ({ field: "deadlines" as const, value, sentence: `${i + 1}.1 ვადა`, start: 0 }));
  const profile = profileOf(proposals, "კონტრაგენტი", dayOf(2026, 5, 1), null, dayOf(2026, 5, 1));
  const [alone] = rulesInForce({ policy: profile, formerPolicies: null });
  if (!alone) throw new Error("no term of these is one");
  return alone;
}

/** Its days come before the law's. */
export const hastyPolicy = policyOf("firstAnswer:3:workingDays", "fulfilment:5:workingDays");
