// What tells that a text which somebody has edited or printed is of before something happened.
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { wordingOf } from "../../../src/consent/letters/wording.ts";
import type { ComplaintTarget } from "../../../src/consent/request/request.ts";
import type { Grievance } from "../../../src/consent/request/grievance.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const before = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];

function complaintOf(iso: string, events: readonly RequestEvent[], about: Grievance, complainTo: ComplaintTarget | null = null): string {
  const [today, request] = [dayFromIso(iso) ?? 0, requestOf("access", "self", events)];
  const { overdue } = situationOf(request, { statutes, policies: [], calendar }, today);
  return wordingOf(compose({ language: "ka", request, organisation: organisationOf(), followUp: { kind: "complaint", about, overdue }, complainTo, court: null, given: null, follows: null }, calendar, today));
}

describe("what a letter says", () => {
  const silent = complaintOf("2026-06-20", before, "silence");
  it("is the same on another day", () => expect(complaintOf("2026-06-25", before, "silence")).toBe(silent));
  it("is not once an answer came, another body was chosen, or another one has the office", () => {
    expect(complaintOf("2026-06-25", [...before, happened("silent", "2026-06-16"), happened("refused", "2026-06-24")], "refusal")).not.toBe(silent);
    expect(complaintOf("2026-06-20", before, "silence", { kind: "otherBody", name: "სახალხო დამცველი" })).not.toBe(silent);
    const winter = [happened("sent", "2026-02-02"), happened("received", "2026-02-02")];
    expect(complaintOf("2026-03-02", winter, "silence")).not.toBe(complaintOf("2026-02-27", winter, "silence"));
  });
});
