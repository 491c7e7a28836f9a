// An answer that lists what is held becomes a record whose evidence is that answer.
import { describe, expect, it } from "vitest";
import { heldInAnswer, holdingOfAnswer, recordOfAnswer } from "../../../src/home/data/heldInAnswer.ts";
import type { Answer } from "../../../src/forms/answer.ts";
import { specialOf } from "../../../src/consent/record/record.ts";
import { holdingOf } from "./build.ts";

const answer = (text: string): Answer => ({ type: "answer", url: "https://www.my.gov.ge/answers/7", number: "REG-1", title: "პასუხი", text, sha256: "ab".repeat(32), savedAt: Date.UTC(2026, 10, 20, 8), files: [], missing: [], marks: {} });

describe("what an answer says is held", () => {
  it.each([
    ["a list", "მოგახსენებთ, რომ ინახება შემდეგი მონაცემები:\n– სახელი და გვარი: ნინო გელაშვილი\n– დიაგნოზი\n– ტელეფონი = 599 00 00 00\nპატივისცემით", ["სახელი და გვარი", "დიაგნოზი", "ტელეფონი"]],
    ["numbers", "We hold these data.\n1. Name\n2) Address – Kutaisi\n3. Diagnosis.", ["Name", "Address", "Diagnosis"]],
    ["after a colon", "თქვენ შესახებ ვინახავთ: სახელს, მისამართს და ტელეფონს.", ["სახელს", "მისამართს", "ტელეფონს"]],
    ["after the word", "თქვენს შესახებ ინახება აცრების ბარათი.", ["აცრების ბარათი"]],
    ["English", "We hold your name, address and photograph. Nothing is passed on.", ["name", "address", "photograph"]],
    ["nothing is held", "თქვენ შესახებ მონაცემები არ ინახება. ბაზაში არ იძებნება.", []],
    ["nothing, in English", "We hold no data about you.", []],
    ["another matter", "თქვენი განცხადება რეგისტრირებულია.", []],
    ["one dash is no list", "მოგახსენებთ:\n– ვიხილავთ თქვენს მოთხოვნას", []],
  ])("%s", (_, text, found) => {
    expect(heldInAnswer(text)).toEqual(found);
  });
});

describe("the record of it", () => {
  const held = answer("ინახება: დიაგნოზი, მისამართი.");
  it("has the answer as its evidence: kind, hash, text, time, where; known by a document", () => {
    const made = holdingOfAnswer(held, "clinic", { data: "დიაგნოზი\nმისამართი\nდიაგნოზი", purpose: "მკურნალობა" }, null);
    expect(made).toMatchObject({ type: "holding", organisationId: "clinic", confidence: "document", purposes: ["მკურნალობა"], reach: { answered: true, askedAt: "2026-11-20T08:00:00.000Z" } });
    expect(made.data.map(({ name }) => name)).toEqual(["დიაგნოზი", "მისამართი"]);
    expect(specialOf(made)).toEqual(["health"]);
    expect(made.evidence).toEqual([{ kind: "letter", where: held.url, sha256: held.sha256, seenAt: "2026-11-20T08:00:00.000Z", quote: held.text }]);
    expect(recordOfAnswer([holdingOf(), made], held)).toBe(made);
    expect(recordOfAnswer([made], { sha256: "cd".repeat(32) })).toBeNull();
  });
  it("adds to a record that is there, and takes nothing from it", () => {
    const known = holdingOf({ data: [{ name: "დიაგნოზი", special: null }], purposes: ["სხვა"], confidence: "own", evidence: [{ kind: "own", where: "x", sha256: null, seenAt: "2026-01-01T00:00:00Z", quote: null }] });
    const made = holdingOfAnswer(held, "elsewhere", { data: "დიაგნოზი\nმისამართი", purpose: "სხვა" }, known);
    expect(made).toMatchObject({ id: known.id, organisationId: known.organisationId, purposes: ["სხვა"], confidence: "document" });
    // What the person decided about a datum stays.
    expect(made.data).toEqual([{ name: "დიაგნოზი", special: null }, { name: "მისამართი", special: null }]);
    expect(made.evidence.map(({ kind }) => kind)).toEqual(["own", "letter"]);
  });
});
