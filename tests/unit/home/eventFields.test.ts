// What an answer's words fill into the form, and that it goes with the paper that the words are from.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import type { NextStep } from "../../../src/consent/request/nextStep.ts";
import type { Answer } from "../../../src/forms/answer.ts";
import { append } from "../../../src/consent/request/phase.ts";
import { soundRecord } from "../../../src/consent/record/sound.ts";
import { type EventFields, eventsOf, noFields, withAnswer, withoutWords, wrongDateIn } from "../../../src/home/data/eventFields.ts";
import { happened, requestOf } from "../consent/build.ts";
import { noticeText } from "../../virtual/portal/forms/noticeTexts.ts";

const facts = { sentOn: "20.11.2026", until: "15.12.2026" };
const answer = (text: string, files: Answer["files"] = []) => ({ id: "a1", answer: { type: "answer", url: "https://www.my.gov.ge/answers/7", number: "REG-1", title: "პასუხი", text, sha256: "ab".repeat(32), savedAt: Date.UTC(2026, 10, 20, 8), files, missing: [], marks: {} } satisfies Answer });
const file = { name: "letter.pdf", size: 1, sha256: "cd".repeat(32), attachmentId: "f1" };
const empty = noFields(20_000, "portal");

describe("an answer's words in the form", () => {
  it("fill it in, and say from which paper", () => {
    const filled = withAnswer(empty, answer(noticeText("deferred", facts)), 20_000);
    expect(filled).toMatchObject({ answer: "deferred", notice: { sentOn: "2026-11-20", until: "2026-12-15", explainsAppeal: true }, read: { from: "answer a1" } });
  });
  it("are nobody's without it: what they filled in goes, and what the person wrote stays", () => {
    const filled = withAnswer(empty, answer(noticeText("deferred", facts)), 20_000);
    const left = withoutWords({ ...filled, notice: { ...filled.notice, reason: "ჩემი სიტყვები", inWriting: false } });
    expect(left.read).toBeUndefined();
    expect(left).toMatchObject({ answer: null, notice: { official: null, sentOn: null, until: null, explainsAppeal: null, reason: "ჩემი სიტყვები", inWriting: false } });
    expect(withoutWords({ ...withAnswer(empty, answer(noticeText("feeAsked", facts)), 20_000), answer: "refused" })).toMatchObject({ answer: "refused", words: "" });
    expect(withoutWords(empty)).toBe(empty);
  });
  it("say of a part whether its rest is refused; the event keeps it, and without the words nobody has said", () => {
    const filled = withAnswer(empty, answer(noticeText("partly", facts)), 20_000);
    expect(filled).toMatchObject({ answer: "partly", isAll: true });
    expect(eventsOf(filled, { step: { kind: "enterAnswer", letter: null, about: null, from: null, event: null }, type: "partly", day: 20_000, copy: null, complainTo: { kind: "supervisor", name: "" }, court: "", papers: [] })).toMatchObject([{ type: "partly", isAll: true }]);
    expect(withAnswer({ ...empty, isAll: false }, answer(noticeText("partly", facts)), 20_000).isAll).toBe(false);
    expect(withoutWords(filled).isAll).toBeNull();
  });
  it("of a page with files deny nothing: the letter itself may say it", () => {
    const text = noticeText("refused", facts, ["appeal"]);
    expect(withAnswer(empty, answer(text), 20_000).notice.explainsAppeal).toBe(false);
    expect(withAnswer(empty, answer(text, [file]), 20_000).notice.explainsAppeal).toBeNull();
    expect(withAnswer(empty, answer(noticeText("refused", facts), [file]), 20_000).notice.explainsAppeal).toBe(true);
  });
  it("have their own day: recorded later, an answer in time does not stand there as late, and a day that the person wrote stays", () => {
    const came = dayOf(2026, 11, 20);
    const kept = answer(noticeText("refused", facts));
    const on = (fields: EventFields, today: number): string => withAnswer(fields, kept, today).on;
    expect(on(noFields(came + 9, "portal"), came + 9)).toBe("2026-11-20");
    expect(on({ ...noFields(came + 9, "portal"), on: "2026-11-18" }, came + 9)).toBe("2026-11-18");
    // A little after midnight in Tbilisi it is the day before by the computer's clock elsewhere: never a day that has not come.
    expect(on(noFields(came - 1, "portal"), came - 1)).toBe("2026-11-19");
  });
  it("change nothing that the person has chosen already", () => {
    expect(withAnswer({ ...empty, answer: "satisfied" }, answer(noticeText("refused", facts)), 20_000)).toMatchObject({ answer: "satisfied", notice: { official: null } });
  });
});

it("a date of a notice that is no day is named: recorded, it would make the request one that nobody can open", () => {
  const request = requestOf("access", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02")]);
  const step: NextStep = { kind: "enterAnswer", letter: null, about: null, from: null, event: null };
  const recorded = (type: "deferred" | "refused", fields: EventFields): boolean => {
    const [event] = eventsOf(fields, { step, type, day: dayOf(2026, 11, 10), copy: null, complainTo: { kind: "supervisor", name: "" }, court: "", papers: [] });
    const added = event && append(request.events, event);
    return added !== undefined && "events" in added && soundRecord(request.id, { ...request, events: added.events }) !== null;
  };
  const notice = (more: Partial<EventFields["notice"]>): EventFields => ({ ...empty, on: "2026-11-10", notice: { ...empty.notice, ...more } });
  for (const [type, date] of [["deferred", "sentOn"], ["deferred", "until"], ["refused", "sentOn"]] as const) {
    for (const wrong of ["10.12.26", "31.02.2026", "2026-02-31", "დეკემბერში"]) {
      expect([wrongDateIn(notice({ [date]: wrong }), type), recorded(type, notice({ [date]: wrong }))], `${type} ${wrong}`).toEqual([date, false]);
    }
    for (const right of [null, "2026-12-10"]) expect([wrongDateIn(notice({ [date]: right }), type), recorded(type, notice({ [date]: right }))]).toEqual([null, true]);
  }
  // What is left over from another kind of answer is not recorded with this one.
  expect(wrongDateIn(notice({ until: "10.12.26" }), "refused")).toBeNull();
  expect(wrongDateIn(notice({ sentOn: "10.12.26" }), "satisfied")).toBeNull();
});
