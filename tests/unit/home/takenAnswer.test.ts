// An answer that lists what is held becomes a record whose evidence is that answer, and an event of the request that it answers.
import { describe, expect, it } from "vitest";
import { specialOf } from "../../../src/consent/record/record.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { cameOf, holdingOfAnswer, openFor, recordOfAnswer, type TakenAnswer, withAnswerEvent, withoutAnswerEvent } from "../../../src/home/data/takenAnswer.ts";
import { happened, holdingOf, requestOf } from "../consent/build.ts";

const cameOn = dayOf(2026, 11, 20);
const held: TakenAnswer = { title: "პასუხი", text: "ინახება: დიაგნოზი, მისამართი.", sha256: "ab".repeat(32), where: "https://www.my.gov.ge/answers/7", at: Date.UTC(2026, 10, 20, 8), cameOn };
const asked = requestOf("access", "self", [happened("sent", "2026-11-09", { channel: "post" }), happened("received", "2026-11-10")]);
const tracked = (request = asked, today = cameOn) => ({ request, situation: situationOf(request, { statutes, policies: [], calendar: workCalendar() }, today) });
const paper = { kind: "document", id: "d1", name: "letter.pdf", sha256: held.sha256 } as const;

describe("the record of it", () => {
  it("has the answer as its evidence: kind, hash, text, time, where; known by a document", () => {
    const made = holdingOfAnswer(held, "clinic", { data: "დიაგნოზი\nმისამართი\nდიაგნოზი", purpose: "მკურნალობა" }, null, null);
    expect(made).toMatchObject({ type: "holding", organisationId: "clinic", confidence: "document", purposes: ["მკურნალობა"] });
    expect(made.data.map(({ name }) => name)).toEqual(["დიაგნოზი", "მისამართი"]);
    expect(specialOf(made)).toEqual(["health"]);
    expect(made.evidence).toEqual([{ kind: "letter", where: held.where, sha256: held.sha256, seenAt: "2026-11-20T08:00:00.000Z", quote: held.text }]);
    expect(recordOfAnswer([holdingOf(), made], held)).toBe(made);
    expect(recordOfAnswer([made], { sha256: "cd".repeat(32) })).toBeNull();
  });
  it("says when it was asked where that is on record, and else nothing: the day of the answer is no such day", () => {
    const of = (request: typeof asked | null, known = null as ReturnType<typeof holdingOf> | null) => holdingOfAnswer(held, "clinic", { data: "დიაგნოზი", purpose: "" }, known, request).reach;
    expect(of(asked)).toMatchObject({ answered: true, askedAt: "2026-11-08T20:00:00.000Z" });
    expect(of(null)).toMatchObject({ answered: true, askedAt: null });
    expect(of(requestOf("access", "self", []))).toMatchObject({ askedAt: null });
    expect(of(null, holdingOf({ reach: { knownSince: null, answered: false, askedAt: "2026-01-01T00:00:00.000Z" } }))).toMatchObject({ answered: true, askedAt: "2026-01-01T00:00:00.000Z" });
  });
  it("adds to a record that is there, and takes nothing from it", () => {
    const known = holdingOf({ data: [{ name: "დიაგნოზი", special: null }], purposes: ["სხვა"], confidence: "own", evidence: [{ kind: "own", where: "x", sha256: null, seenAt: "2026-01-01T00:00:00Z", quote: null }] });
    const made = holdingOfAnswer(held, "elsewhere", { data: "დიაგნოზი\nმისამართი", purpose: "სხვა" }, known, null);
    expect(made).toMatchObject({ id: known.id, organisationId: known.organisationId, purposes: ["სხვა"], confidence: "document" });
    // What the person decided about a datum stays.
    expect(made.data).toEqual([{ name: "დიაგნოზი", special: null }, { name: "მისამართი", special: null }]);
    expect(made.evidence.map(({ kind }) => kind)).toEqual(["own", "letter"]);
  });
});

describe("the request that it answers", () => {
  it("is one to that organisation, on its way, that does not have it yet", () => {
    const closed = requestOf("access", "self", [...asked.events, happened("closed", "2026-11-12")]);
    const has = requestOf("access", "self", [...asked.events, happened("promised", "2026-11-12", { papers: [paper] })]);
    const open = (...all: readonly (typeof asked)[]) => openFor(all.map((one) => tracked(one)), asked.organisationId, held).length;
    expect([open(asked), open(closed), open(has), open(requestOf("access", "self", [])), openFor([tracked()], "another", held).length]).toEqual([1, 0, 0, 0, 0]);
    // It has its answer: what else comes is entered on its own page.
    expect(open(requestOf("access", "self", [...asked.events, happened("satisfied", "2026-11-12")]))).toBe(0);
  });
  it("has it as an event with its paper, and is as it was when that is undone", () => {
    const entered = withAnswerEvent(tracked(), "satisfied", { cameOn, text: "" }, [paper]);
    if ("refused" in entered) throw new Error(entered.refused);
    expect(entered.request.events.at(-1)).toMatchObject({ type: "satisfied", on: "2026-11-20", papers: [paper], note: null });
    expect(withoutAnswerEvent(entered.request, asked)?.events).toEqual(asked.events);
  });
  it("came late: the silence before it goes on record with it, and both go", () => {
    const late = dayOf(2026, 12, 20);
    const entered = withAnswerEvent(tracked(asked, late), "partly", { cameOn: late, text: "გიგზავნით ხელშეკრულების ასლს. ჩანაწერს ვერ მოგაწვდით." }, [paper]);
    if ("refused" in entered) throw new Error(entered.refused);
    expect(entered.request.events.map(({ type }) => type)).toEqual(["sent", "received", "silent", "partly"]);
    // What its words say of the rest goes with it.
    expect(entered.request.events.at(-1)).toMatchObject({ isAll: true });
    expect(withoutAnswerEvent(entered.request, asked)?.events).toEqual(asked.events);
  });
  it("stays as it is where something else has happened since", () => {
    const entered = withAnswerEvent(tracked(), "satisfied", { cameOn, text: "" }, [paper]);
    if ("refused" in entered) throw new Error(entered.refused);
    expect(withoutAnswerEvent({ ...entered.request, events: [...entered.request.events, happened("closed", "2026-11-21")] }, asked)).toBeNull();
    // It may have gone to its place before an answer that came later.
    const placed = { ...asked, events: [...asked.events, happened("refused", "2026-12-20")] };
    expect(withoutAnswerEvent({ ...placed, events: [...asked.events, happened("partly", "2026-11-20", { id: "placed" }), ...placed.events.slice(-1)] }, placed)?.events).toEqual(placed.events);
    expect(withoutAnswerEvent(asked, asked)).toBeNull();
  });
  it("can't have been answered before it was sent", () => {
    expect(withAnswerEvent(tracked(), "satisfied", { cameOn: dayOf(2026, 11, 1), text: "" }, [paper])).toEqual({ refused: "beforeTheLast" });
  });
  it("is satisfied by an answer that lists, unless its words say something else", () => {
    expect([held.text, "თქვენი მოთხოვნა ნაწილობრივ დაკმაყოფილდა.", "თქვენს მოთხოვნას უარი ეთქვა."].map(cameOf)).toEqual(["satisfied", "partly", "later"]);
  });
});
