// From when a term counts: what is wrongly counted from the data's coming would send a demand for erasure years too early.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { retentionAlerts, retentionEnd } from "../../../src/consent/record/retention.ts";
import { countsFromEvent } from "../../../src/consent/record/retentionStart.ts";
import { holdingOf } from "./build.ts";

describe("a term in words", () => {
  it.each([
    "ხელშეკრულების დასრულებიდან 5 წელი", "ანგარიშის დახურვის დღიდან ერთი წელი", "სამუშაოდან გათავისუფლების შემდეგ 10 წელი", "ბოლო ვიზიტიდან ხუთი წლის განმავლობაში", "გარდაცვალებიდან 75 წელი",
    "5 years after the contract ends", "two years from the end of the contract", "one year from your last visit", "six months since the account was closed", "3 years following delivery",
  ])("counts from an event: %s", (text) => expect(countsFromEvent(text)).toBe(true));
  it.each([
    "ხუთი წელი", "შენახვის ვადა: 3 წელი", "მონაცემთა შეგროვებიდან 2 წელი", "ჩაწერის დღიდან 30 დღე", "ერთიდან სამ წლამდე", "კანონიდან გამომდინარე, 6 წელი", "ვებგვერდიდან მიღებული მონაცემები ინახება 1 წელი",
    "five years", "kept for 30 days after recording", "1 year from the date of collection", "data from cookies are kept 12 months",
  ])("counts from the data's coming: %s", (text) => expect(countsFromEvent(text)).toBe(false));
  it("its last day follows the day of the event, once that is known", () => {
    const contract = holdingOf({ since: "2015-02-01", retention: { until: null, duration: "P5Y", text: "ხელშეკრულების დასრულებიდან 5 წელი" } });
    expect(retentionEnd(contract)).toBeNull();
    expect(retentionAlerts([contract], [], dayOf(2026, 11, 26))).toEqual([]);
    expect(retentionEnd({ ...contract, purposeEndedOn: "2025-06-30" })).toBe(dayOf(2030, 6, 30));
    // A day that is stated is the day.
    expect(retentionEnd({ ...contract, retention: { ...contract.retention, until: "2027-01-01" } })).toBe(dayOf(2027, 1, 1));
  });
});
