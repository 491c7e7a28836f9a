// A service that is started again: what the person decided about its record meanwhile stays.
import { describe, expect, it } from "vitest";
import type { Consent, DataRecord, Holding, Organisation } from "../../../src/consent/record/record.ts";
import { unknownHandling } from "../../../src/consent/record/record.ts";
import { recordsOf, type ServiceStart } from "../../../src/notices/serviceStart.ts";
import { consentOf } from "../consent/build.ts";

const sheet = { service: "ჯანმრთელობის სწავლება", url: "https://www.my.gov.ge/services/x", provider: "სდა", category: 3, paragraphs: ["მუშავდება: სახელი, ჯანმრთელობის მდგომარეობა.", "მიზანი: სწავლება."] };
const start: ServiceStart = { sheet, sha256: "ab".repeat(32), at: Date.UTC(2026, 10, 24, 9) };
const words = { unknownProvider: "უცნობი", agency: "სააგენტო", agencyPurpose: "ადმინისტრირება", withdrawal: "მოთხოვნით" };
let next = 0;
const newId = (): string => `id-${(next += 1)}`;
const again = (known: readonly DataRecord[]): readonly DataRecord[] => recordsOf({ ...start, at: start.at + 86_400_000 }, known, words, newId);
const first = (): readonly [Organisation, Holding, Consent] => recordsOf(start, [], words, newId) as unknown as readonly [Organisation, Holding, Consent];
const held = (records: readonly DataRecord[]): Holding | undefined => records.find((one) => one.type === "holding");

describe("a service that is started again", () => {
  it("finds its organisation by the name that it had before the person mended it", () => {
    const [organisation, holding, consent] = first();
    const renamed: Organisation = { ...organisation, name: "სსიპ სახელმწიფო სერვისების განვითარების სააგენტო", otherNames: ["სდა"] };
    expect(again([renamed, holding, consent]).map(({ type, id }) => [type, id])).toEqual([["holding", holding.id], ["consent", consent.id]]);
  });
  it("takes in what the page says and keeps what the person said of each datum, of the role, the basis and the purposes", () => {
    const [organisation, holding, consent] = first();
    const written: Holding = { ...holding, role: "contractor", basis: "law", purposes: ["სწავლება", "აღრიცხვა"], data: [{ name: "ჯანმრთელობის მდგომარეობა", special: null }, { name: "მისამართი", special: null }], reach: { ...holding.reach, knownSince: "2023-01-01" } };
    const found = held(again([organisation, written, consent]));
    expect(found?.data).toEqual([{ name: "სახელი", special: null }, { name: "ჯანმრთელობის მდგომარეობა", special: null }, { name: "მისამართი", special: null }]);
    expect(found).toMatchObject({ role: "contractor", basis: "law", purposes: ["სწავლება", "აღრიცხვა"], reach: { knownSince: "2023-01-01", answered: true, askedAt: "2026-11-25T09:00:00.000Z" } });
    // What nobody had said, the page says.
    expect(held(again([organisation, { ...holding, basis: "unknown", purposes: [] }, consent]))).toMatchObject({ basis: "consent", purposes: ["სწავლება"] });
  });
  it("is kept since the day that it was in Tbilisi, from which the term is counted", () => {
    const since = (at: number): string | null | undefined => held(recordsOf({ ...start, at }, [], words, newId))?.since;
    expect(since(Date.UTC(2026, 10, 24, 19, 59))).toBe("2026-11-24");
    expect(since(Date.UTC(2026, 10, 24, 20))).toBe("2026-11-25");
  });
  it("renews its own consent, and none that the person entered beside it", () => {
    const [organisation, holding, consent] = first();
    const news = consentOf({ id: "news", organisationId: organisation.id, holdingId: holding.id, purpose: "სიახლეები" });
    const renamed = { ...consent, purpose: "სერვისი" };
    expect(again([organisation, holding, news, renamed]).at(-1)).toMatchObject({ id: consent.id, events: [{ state: "given" }, { state: "renewed" }] });
    expect(again([organisation, holding, news]).at(-1)).toMatchObject({ purpose: sheet.service, events: [{ state: "given" }] });
  });
  it("and lay sealed meanwhile undoes nothing that the person entered since: no withdrawal, no end of the purpose, no destruction", () => {
    const [organisation, holding, consent] = first();
    const ended = (on: string): Holding => ({ ...holding, purposeEndedOn: on, handling: { ...unknownHandling, ended: { how: "destroyed", on } } });
    const taken: Consent = { ...consent, events: [...consent.events, { state: "withdrawn", at: "2026-11-26T08:00:00.000Z", note: null, enteredAt: null }] };
    expect(again([organisation, ended("2026-11-26"), taken])).toMatchObject([{ purposeEndedOn: "2026-11-26", handling: { ended: { on: "2026-11-26" } } }, { events: [{ state: "given" }, { state: "renewed" }, { state: "withdrawn" }] }]);
    // What had ended before is begun anew.
    const before: Consent = { ...consent, events: [...consent.events, { state: "withdrawn", at: "2026-11-24T10:00:00.000Z", note: null, enteredAt: null }] };
    expect(again([organisation, ended("2026-11-24"), before])).toMatchObject([{ purposeEndedOn: null, handling: { ended: null } }, { events: [{ state: "given" }, { state: "withdrawn" }, { state: "renewed" }] }]);
    // What was called off stays before what called it off.
    const off: Consent = { ...consent, events: [...consent.events, { state: "renewed", at: "2027-01-01T08:00:00.000Z", note: null, enteredAt: null }, { state: "withdrawn", at: "2026-11-26T08:00:00.000Z", note: null, enteredAt: null }] };
    expect(again([organisation, holding, off]).at(-1)).toMatchObject({ events: [{ at: consent.events[0]?.at }, { at: "2026-11-25T09:00:00.000Z" }, { at: "2027-01-01T08:00:00.000Z" }, { state: "withdrawn" }] });
  });
});
