// What an answer's words fill into the form, and that it goes with the paper that the words are from.
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/forms/answer.ts";
import { noFields, withAnswer, withoutWords } from "../../../src/home/data/eventFields.ts";
import { noticeText } from "../../virtual/portal/forms/noticeTexts.ts";

const facts = { sentOn: "20.11.2026", until: "15.12.2026" };
const answer = (text: string, files: Answer["files"] = []) => ({ id: "a1", answer: { type: "answer", url: "https://www.my.gov.ge/answers/7", number: "REG-1", title: "პასუხი", text, sha256: "ab".repeat(32), savedAt: Date.UTC(2026, 10, 20, 8), files, missing: [], marks: {} } satisfies Answer });
const file = { name: "letter.pdf", size: 1, sha256: "cd".repeat(32), attachmentId: "f1" };
const empty = noFields(20_000, "portal");

describe("an answer's words in the form", () => {
  it("fill it in, and say from which paper", () => {
    const filled = withAnswer(empty, answer(noticeText("deferred", facts)));
    expect(filled).toMatchObject({ answer: "deferred", notice: { sentOn: "2026-11-20", until: "2026-12-15", explainsAppeal: true }, read: { from: "answer a1" } });
  });
  it("are nobody's without it: what they filled in goes, and what the person wrote stays", () => {
    const filled = withAnswer(empty, answer(noticeText("deferred", facts)));
    const left = withoutWords({ ...filled, notice: { ...filled.notice, reason: "ჩემი სიტყვები", inWriting: false } });
    expect(left.read).toBeUndefined();
    expect(left).toMatchObject({ answer: null, notice: { official: null, sentOn: null, until: null, explainsAppeal: null, reason: "ჩემი სიტყვები", inWriting: false } });
    expect(withoutWords({ ...withAnswer(empty, answer(noticeText("feeAsked", facts))), answer: "refused" })).toMatchObject({ answer: "refused", words: "" });
    expect(withoutWords(empty)).toBe(empty);
  });
  it("of a page with files deny nothing: the letter itself may say it", () => {
    const text = noticeText("refused", facts, ["appeal"]);
    expect(withAnswer(empty, answer(text)).notice.explainsAppeal).toBe(false);
    expect(withAnswer(empty, answer(text, [file])).notice.explainsAppeal).toBeNull();
    expect(withAnswer(empty, answer(noticeText("refused", facts), [file])).notice.explainsAppeal).toBe(true);
  });
  it("change nothing that the person has chosen already", () => {
    expect(withAnswer({ ...empty, answer: "satisfied" }, answer(noticeText("refused", facts)))).toMatchObject({ answer: "satisfied", notice: { official: null } });
  });
});
