import { describe, expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { EventType } from "../../../src/consent/request/event.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { standingOf } from "../../../src/consent/view/standing.ts";
import { happened, requestOf } from "./build.ts";

const said = (types: readonly EventType[], kind: "access" | "complaint" = "access", more: Readonly<Record<string, unknown>> = {}) => {
  const request = requestOf(kind, "self", types.map((type, i) => happened(type, `2026-06-0${i + 1}`, i === types.length - 1 ? more : {})));
  return standingOf(request, situationOf(request, { statutes, policies: [], calendar: workCalendar() }, dayOf(2026, 6, 9)));
};

describe("where a request stands", () => {
  it.each([
    [["sent", "returned"], "returned"],
    [["sent", "received", "askedMore"], "waitingForMe"],
    [["sent", "received", "partly"], "restOwed"],
    [["sent", "received", "satisfied", "contested"], "partial"],
    [["sent", "received", "refused"], "refused"],
    [["sent", "received", "complained"], "complained"],
    [["sent", "received", "complained", "decided"], "upheld"],
    [["sent", "received", "sued"], "inCourt"],
    [["sent", "received", "sued", "judged"], "judged"],
    [["sent", "received", "satisfied", "closed"], "closed"],
  ] as const)("%j is said", (types, phase) => expect(said(types)).toMatchObject({ phase }));

  it.each([[[]], [["signed"]], [["sent"]], [["sent", "received"]], [["sent", "received", "promised"]], [["sent", "received", "satisfied"]]] as const)("%j is said by what can be done, and by its days", (types) => expect(said(types)).toBeNull());

  it("who was not upheld is led to a court, who was to the organisation's answer", () => {
    expect(said(["sent", "received", "complained", "decided"], "access", { outcome: "rejected" })).toMatchObject({ phase: "decided" });
    expect(said(["sent", "received", "complained", "decided"], "access", { outcome: "partly" })).toMatchObject({ phase: "upheld" });
    const first = (outcome: string) => situationOf(requestOf("access", "self", [happened("sent", "2026-06-01"), happened("refused", "2026-06-02"), happened("complained", "2026-06-03"), happened("decided", "2026-06-08", { outcome })]), { statutes, policies: [], calendar: workCalendar() }, dayOf(2026, 6, 9)).steps[0]?.kind;
    expect([first("upheld"), first("partly"), first("rejected")]).toEqual(["enterAnswer", "enterAnswer", "sue"]);
  });

  it("what the organisation asked stands in its sentence, with one full stop", () => {
    expect(said(["sent", "received", "askedMore"], "access", { what: "მოწმობის ასლი. " })).toEqual({ phase: "waitingForMe", what: "მოწმობის ასლი" });
  });

  it("nobody is told to complain where that is not offered", () => {
    expect(said(["sent", "received", "partly"], "complaint")).toBeNull();
    expect(said(["sent", "received", "refused"], "complaint")).toBeNull();
  });

  it.each(["ka", "en"] as const)("%s: the buttons that its sentences name are called so", (language) => {
    const texts = { ka, en }[language];
    for (const key of ["data_phase_partial_text", "data_phase_restOwed_text"] as const) expect(texts[key].message).toContain(texts.data_step_contest.message);
    expect(texts.data_phase_complained_text.message).toContain(texts.data_step_enterDecision.message);
    expect(texts.data_phase_inCourt_text.message).toContain(texts.data_step_enterJudgment.message);
    for (const key of ["data_step_reopen", "data_step_askAgain"] as const) expect(texts.data_phase_closed_text.message).toContain(texts[key].message);
  });
});
