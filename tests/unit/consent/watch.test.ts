// What is kept longer than it may be, and what the person was not told.
import { describe, expect, it } from "vitest";
import { dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import en from "../../../src/consent/letters/en.json" with { type: "json" };
import ka from "../../../src/consent/letters/ka.json" with { type: "json" };
import { type Consent, type Holding, noRetention, unknownReach, untold } from "../../../src/consent/record/record.ts";
import { retentionAlerts, retentionEnd } from "../../../src/consent/record/retention.ts";
import { checkTold } from "../../../src/consent/record/told.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { erasureOf } from "../../../src/consent/view/erasure.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const base: Holding = {
  type: "holding", id: "h", organisationId: "o", role: "owner", database: { name: "კონტრაგენტები", location: null }, purposes: ["ანგარიშსწორება"], purposeEndedOn: null, basis: "contract", basisText: null, data: [], recipients: [],
  retention: noRetention, collectedFrom: null, since: null, service: null, notice: null, told: untold, handling: null, confidence: "own", reach: unknownReach, evidence: [], createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z",
};
const given = (more: Partial<Consent> = {}): Consent => ({
  type: "consent", id: "c", organisationId: "o", holdingId: "h", form: "tick", purpose: "x", text: null, voluntary: null, withdrawal: null, validUntil: null, events: [{ state: "given", at: "2025-01-01T08:00:00Z", note: null, enteredAt: null }], confidence: "own", evidence: [],
  createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z", ...more,
});
const today = dayOf(2026, 11, 25);

describe("the retention watch", () => {
  const reasons = (holding: Partial<Holding>, all: readonly Consent[] = []): readonly string[] => retentionAlerts([{ ...base, ...holding }], all, today).map(({ reason, since }) => `${reason} ${since === null ? "-" : isoOf(since)}`);
  it("line 122: the purpose is over, the term is over, the consent is over", () => {
    expect(reasons({ purposeEndedOn: "2026-11-25" })).toEqual(["purposeReached 2026-11-25"]);
    expect(reasons({ purposeEndedOn: "2026-11-26", retention: { until: null, duration: null, text: "ხუთი წელი" } })).toEqual([]);
    expect(reasons({ retention: { until: "2026-11-24", duration: null, text: null } })).toEqual(["retentionOver 2026-11-25"]);
    expect(reasons({ retention: { until: "2026-11-25", duration: null, text: null } })).toEqual([]);
    expect(reasons({ basis: "consent" }, [given({ validUntil: "2026-10-31" })])).toEqual(["consentEnded 2026-11-01"]);
    expect(reasons({ basis: "consent", retention: { until: "2030-01-01", duration: null, text: null } }, [given({ validUntil: "2026-10-31" })])).toEqual(["consentEnded 2026-11-01"]);
  });
  it("a consent's end is none where something else carries the processing, and is where nobody knows of anything else", () => {
    expect(reasons({ basis: "unknown" }, [given({ validUntil: "2026-10-31" })])).toEqual(["consentEnded 2026-11-01"]);
    expect(reasons({ basis: "unknown" })).toEqual(["noTermStated -"]);
    expect(reasons({ basis: "contract" }, [given({ validUntil: "2026-10-31" })])).toEqual(["noTermStated -"]);
  });
  it("the letters that are named ask for what is missing, in both languages", () => {
    const asks = { entry: [/ინახება თუ არა/u, /whether my personal data are kept/u], purpose: [/მიზან/u, /purpose/u], recipients: [/გადაეცა/u, /passed/u] } as const;
    for (const [item, [georgian, english]] of Object.entries(asks)) {
      const kinds = checkTold({ ...untold, [item]: false }).ask;
      for (const [words, said] of [[ka, georgian], [en, english]] as const) expect(JSON.stringify(kinds.map((kind) => words.kinds[kind].body)), item).toMatch(said);
    }
  });
  it("one valid consent is enough, and where a law carries the processing, consent's end changes nothing", () => {
    expect(reasons({ basis: "consent", retention: { until: "2030-01-01", duration: null, text: null } }, [given({ validUntil: "2026-10-31" }), given({ id: "d" })])).toEqual([]);
    expect(reasons({ basis: "law", retention: { until: "2030-01-01", duration: null, text: null } }, [given({ validUntil: "2026-10-31" })])).toEqual([]);
  });
  it("a term counted from the start of keeping; no term at all is said", () => {
    expect(isoOf(retentionEnd({ ...base, since: "2024-02-29", retention: { until: null, duration: "P1Y", text: null } }) ?? 0)).toBe("2025-02-28");
    expect(isoOf(retentionEnd({ ...base, since: "2026-01-01", retention: { until: null, duration: "P90D", text: null } }) ?? 0)).toBe("2026-04-01");
    expect(reasons({})).toEqual(["noTermStated -"]);
  });
});

describe("was I told?", () => {
  it("line 100: four items, and what to ask for when one is missing", () => {
    expect(checkTold(untold)).toEqual({ missing: [], open: ["entry", "rights", "purpose", "recipients"], ask: [] });
    expect(checkTold({ entry: true, rights: true, purpose: true, recipients: false })).toEqual({ missing: ["recipients"], open: [], ask: ["recipients"] });
    expect(checkTold({ entry: false, rights: true, purpose: true, recipients: true }).ask).toEqual(["existence"]);
    expect(checkTold({ entry: true, rights: null, purpose: false, recipients: false }).ask).toEqual(["whereWho", "recipients"]);
    // Of the rights no letter asks: they are said.
    expect(checkTold({ entry: true, rights: false, purpose: null, recipients: true })).toEqual({ missing: ["rights"], open: ["purpose"], ask: [] });
  });
});

describe("a request to erase what is kept too long", () => {
  const asked = (more: Partial<DataRequest>, ...events: DataRequest["events"]): DataRequest => ({ ...requestOf("erase", "self", events), organisationId: "o", holdingId: "h", ...more });
  const found = (...requests: readonly DataRequest[]): unknown => erasureOf(base, trackRequests(ledgerOf([organisationOf({ id: "o" }), base, ...requests]), { statutes, calendar: workCalendar() }, today));
  const sent = happened("sent", "2026-11-20");
  it("is the one sent, before one that is only begun; also one about all that is held there", () => {
    expect(found(asked({ id: "begun" }))).toEqual({ requestId: "begun", sentOn: null });
    expect(found(asked({ id: "begun" }), asked({ id: "sent" }, sent))).toEqual({ requestId: "sent", sentOn: "2026-11-20" });
    expect(found(asked({ id: "all", holdingId: null }, sent))).toMatchObject({ requestId: "all" });
  });
  it("is none that is over, is about something else or about a part, or is another's", () => {
    expect(found(asked({}, sent, happened("satisfied", "2026-11-21")), asked({}, sent, happened("closed", "2026-11-21")), asked({ holdingId: "other" }, sent), asked({ organisationId: "p" }, sent), asked({ kind: "access" }, sent))).toBeNull();
    const part = asked({}, sent);
    expect(found({ ...part, asked: { ...part.asked, data: ["მისამართი"] } })).toBeNull();
  });
});
