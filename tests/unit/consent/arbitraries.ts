// Any record at all, for round trips.
import fc from "fast-check";
import { vitaguru } from "../../../src/consent/data/policies.ts";
import { askers, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { eventTypes, type Paper } from "../../../src/consent/request/event.ts";
import { type Consent, type DataRecord, type Evidence, type Holding, identifyingDetails, type Organisation } from "../../../src/consent/record/record.ts";
import { confidences, consentForms, consentStates, databaseForms, dataSources, endings, evidenceKinds, legalBases, processingActs, roles, sectors, specialCategories } from "../../../src/consent/record/vocabulary.ts";
import { categories } from "../../../src/codec/categories.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { happened, requestOf } from "./build.ts";

const text = fc.oneof(fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }), fc.constantFrom("სსიპ სახელმწიფო სერვისების განვითარების სააგენტო", '<script>alert("x")</script>', "\u0000\u2028", "https://example.ge/?a=1&b=2"));
const maybe = fc.option(text);
const isoDate = fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }).map((date) => date.toISOString());
const flag = fc.option(fc.boolean());
const id = fc.uuid({ version: 4 });
const stamps = { id, createdAt: instant, updatedAt: instant };
const evidence: fc.Arbitrary<Evidence> = fc.record({ kind: fc.constantFrom(...evidenceKinds), where: text, sha256: fc.option(fc.constant("ab".repeat(32))), seenAt: instant, quote: maybe });
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

export const organisations: fc.Arbitrary<Organisation> = fc.record({
  ...stamps, type: fc.constant("organisation" as const), name: text, otherNames: fc.option(fc.array(text, { minLength: 1, maxLength: 2 })), nameEn: maybe, registryCode: maybe, sector: fc.constantFrom(...sectors), category: fc.option(fc.constantFrom(...categories)),
  address: maybe, email: maybe, phone: maybe, website: maybe, formUrl: maybe, responsible: maybe, policy: fc.constantFrom(null, vitaguru), formerPolicies: fc.option(fc.constant([{ ...vitaguru, from: "2020-01-01" }])), evidence: few(evidence),
  merged: fc.option(few(fc.record({ id, at: instant, otherwise: few(fc.record({ detail: fc.constantFrom(...identifyingDetails), text })) })).filter(({ length }) => length > 0)), distinctFrom: fc.option(fc.array(id, { minLength: 1, maxLength: 2 })),
});
export const holdings: fc.Arbitrary<Holding> = fc.record({
  ...stamps, type: fc.constant("holding" as const), organisationId: id, role: fc.constantFrom(...roles), database: fc.record({ name: maybe, location: maybe }), purposes: few(text), purposeEndedOn: fc.option(isoDate),
  basis: fc.constantFrom(...legalBases), basisText: maybe, data: few(fc.record({ name: text, special: fc.option(fc.constantFrom(...specialCategories)) })),
  recipients: few(fc.record({ name: text, organisationId: fc.option(id), role: fc.constantFrom(...roles), purpose: maybe })),
  retention: fc.record({ until: fc.option(isoDate), duration: fc.constantFrom(null, "P5Y", "P1Y6M", "P90D"), text: maybe }), collectedFrom: maybe, since: fc.option(isoDate), service: maybe, notice: fc.option(evidence),
  told: fc.record({ entry: flag, rights: flag, purpose: flag, recipients: flag }),
  handling: fc.option(fc.record({ form: fc.option(fc.constantFrom(...databaseForms)), registered: maybe, source: fc.option(fc.constantFrom(...dataSources)), acts: fc.uniqueArray(fc.constantFrom(...processingActs)), ended: fc.option(fc.record({ how: fc.constantFrom(...endings), on: isoDate })) })),
  confidence: fc.constantFrom(...confidences), reach: fc.record({ knownSince: fc.option(isoDate), answered: fc.boolean(), askedAt: fc.option(instant) }), evidence: few(evidence),
});
export const consents: fc.Arbitrary<Consent> = fc.record({
  ...stamps, type: fc.constant("consent" as const), organisationId: id, holdingId: fc.option(id), form: fc.option(fc.constantFrom(...consentForms)), purpose: text, text: maybe, voluntary: flag, withdrawal: maybe, validUntil: fc.option(isoDate),
  events: few(fc.record({ state: fc.constantFrom(...consentStates), at: instant, note: maybe, enteredAt: fc.option(instant) })), confidence: fc.constantFrom(...confidences), evidence: few(evidence),
});
const paper: fc.Arbitrary<Paper> = fc.record({ kind: fc.constantFrom("document" as const, "answer" as const), id: text, name: text, sha256: fc.constant("ba".repeat(32)) });
const requests: fc.Arbitrary<DataRequest> = fc
  .tuple(fc.constantFrom(...requestKinds), fc.constantFrom(...askers), few(fc.tuple(fc.constantFrom(...eventTypes), isoDate, fc.option(fc.record({ language: fc.constantFrom("ka" as const, "en" as const), title: text, text, file: fc.option(fc.record({ documentId: id, name: text, sha256: fc.constant("ef".repeat(32)) })) })), few(paper), maybe)), id, fc.option(id), instant)
  .map(([kind, asker, events, own, other, at]) => ({
    ...requestOf(kind, asker, events.map(([type, on, copy, papers, note]) => happened(type, on, { papers, note, ...("copy" in happened(type, on) ? { copy } : {}) }))), id: own, aboutRequestId: other, holdingId: other, createdAt: at,
    asked: { ...requestOf().asked, kin: other ? "დედა" : null },
    representative: asker === "representative" ? { name: other ? "ქ" : "", personalNumber: null, authority: other ? "მინდობილობა" : "", address: null, email: "a@b.ge", phone: null } : null,
    complainTo: other ? { kind: "otherBody" as const, name: "სახალხო დამცველი" } : null, court: other ? "ქუთაისის საქალაქო სასამართლო" : null, declined: other ? "received-2026-06-01" : null,
    letter: other ? { language: "ka" as const, text: "წერილი\n\nბოლო", madeFrom: "1k2j3" } : null, followUps: other ? [{ kind: "complaint" as const, language: "en" as const, text: null, madeFrom: null }] : [],
  }));

export const records: fc.Arbitrary<DataRecord> = fc.oneof(organisations, holdings, consents, requests);
