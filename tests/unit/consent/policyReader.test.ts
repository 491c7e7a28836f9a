// The policy reader, by field (policyLately.test.ts has what it learned last). texts.json was made with the reader, strangers/*.json without sight of it: the reader has learned
// from dev.json since, and of held.json and frozen*.json only from their figures. learned*.json and phrases*.json are by writers who
// had not seen it either, and it has learned from them. more.json, fresh.json, said.json, statements.json, owners.json and
// exact.json were made with it again: they were read badly when they were new. docs/consent.md says what they are, and where the aim is reached.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolicyField } from "../../../src/consent/policy/proposal.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { profileOf } from "../../../src/consent/policy/profile.ts";
import { unitsOf } from "../../../src/consent/policy/units.ts";
import { aroundEnglish, aroundGeorgian, type Floors, folder, hold, keep, read, readPolicy, score, table } from "./policyScore.ts";

const learned = read("strangers/dev.json");
const held = read("strangers/held.json");
/** What the issue asks for. */
const aim = { precision: 0.95, recall: 0.8 } as const;
const frozen = read("strangers/frozen.json");
const frozenLater = read("strangers/frozen2.json");
/** By two writers whose other sets it has learned from. */
const frozenLast = read("strangers/frozen3.json");
/** By a writer of whom nothing was learned; its first figures are in docs/consent.md, these are of later measurements. */
const frozenStranger = read("strangers/frozen4.json");
/** By another such writer, measured once after sets 13 to 16 were learned from: the aim is missed here. */
const frozenOther = read("strangers/frozen5.json");
/** By a seventh such writer, measured once after sets 17 to 20 were learned from. */
const frozenNew = read("strangers/frozen6.json");
/** By an eighth, measured once with the second opinion, which knew nothing of it. */
const frozenLatest = read("strangers/frozen7.json");
/** By a ninth, measured once with all that 25 sets had taught. */
const frozenNinth = read("strangers/frozen8.json");
/** By a tenth, measured once with all that 26 sets had taught: precision missed by one proposal. */
const frozenTenth = read("strangers/frozen9.json");
/** What nobody who works on the reader has read. */
const unread = [...held, ...frozen, ...frozenLater, ...frozenLast, ...frozenStranger, ...frozenOther, ...frozenNew, ...frozenLatest, ...frozenNinth, ...frozenTenth];
const alsoLearned = ["learned1.json", "learned2.json", "learned3.json", "learned4.json"].flatMap(read);
/** In the order in which it met them: what it made of each at first sight is in docs/consent.md. */
const lastLearned = ["learned5.json", "learned6.json", "learned7.json", "learned8.json"].flatMap(read);
const variedLearned = ["learned9.json", "learned10.json", "learned11.json", "learned12.json"].flatMap(read);
const strangersLearned = ["learned13.json", "learned14.json", "learned15.json", "learned16.json"].flatMap(read);
/** By four writers more, each another. */
const latestLearned = ["learned17.json", "learned18.json", "learned19.json", "learned20.json"].flatMap(read);
/** What is reached, in hundredths, cut off: with texts that nobody here has read, and with the last ones that it has learned from. */
const reached = {
  held: { owner: [100, 100], purpose: [94, 77], retention: [86, 83], recipients: [97, 92], rights: [96, 96], deadlines: [77, 46], all: [94, 86] },
  frozen: { owner: [78, 73], purpose: [100, 71], retention: [100, 95], recipients: [97, 85], rights: [98, 90], deadlines: [85, 89], all: [96, 83] },
  frozenLater: { owner: [92, 92], purpose: [94, 82], retention: [100, 94], recipients: [100, 89], rights: [96, 98], deadlines: [100, 76], all: [97, 89] },
  frozenLast: { owner: [93, 93], purpose: [93, 75], retention: [100, 83], recipients: [98, 84], rights: [98, 90], deadlines: [92, 88], all: [96, 84] },
  frozenStranger: { owner: [100, 100], purpose: [90, 86], retention: [100, 85], recipients: [100, 86], rights: [93, 89], deadlines: [94, 94], all: [95, 88] },
  frozenOther: { owner: [88, 72], purpose: [100, 64], retention: [97, 79], recipients: [96, 84], rights: [95, 84], deadlines: [88, 81], all: [95, 77] },
  frozenNew: { owner: [95, 91], purpose: [91, 69], retention: [92, 90], recipients: [96, 86], rights: [92, 83], deadlines: [100, 79], all: [93, 81] },
  frozenLatest: { owner: [95, 82], purpose: [98, 70], retention: [100, 88], recipients: [100, 83], rights: [96, 79], deadlines: [88, 75], all: [97, 79] },
  frozenNinth: { owner: [90, 86], purpose: [91, 71], retention: [92, 88], recipients: [96, 85], rights: [94, 86], deadlines: [95, 88], all: [93, 83] },
  frozenTenth: { owner: [96, 92], purpose: [88, 68], retention: [100, 91], recipients: [96, 88], rights: [95, 81], deadlines: [93, 81], all: [94, 82] },
  learned: { owner: [98, 96], purpose: [98, 77], retention: [98, 86], recipients: [98, 90], rights: [99, 87], deadlines: [98, 89], all: [98, 86] },
  lastLearned: { owner: [100, 100], purpose: [99, 85], retention: [98, 95], recipients: [98, 95], rights: [100, 94], deadlines: [98, 90], all: [99, 92] },
  variedLearned: { owner: [96, 95], purpose: [100, 82], retention: [96, 96], recipients: [98, 92], rights: [98, 94], deadlines: [96, 92], all: [98, 91] },
  strangersLearned: { owner: [100, 100], purpose: [98, 89], retention: [98, 98], recipients: [100, 93], rights: [99, 95], deadlines: [100, 93], all: [99, 94] },
  latestLearned: { owner: [98, 90], purpose: [99, 86], retention: [98, 95], recipients: [98, 92], rights: [100, 95], deadlines: [98, 91], all: [99, 91] },
} as const satisfies Readonly<Record<string, Floors>>;
const own = read("texts.json");
const more = read("more.json");
const fresh = read("fresh.json");

describe("the policy reader", () => {
  it("on at least 35 texts of its own and the second document", () => {
    expect(own.length).toBeGreaterThanOrEqual(36);
    const scores = score(own);
    console.log(table(scores));
    hold(scores, aim);
  });

  it("on texts in other styles, written to find what it misses", () => {
    const scores = score(more);
    console.log(table(scores));
    hold(scores, aim);
  });

  it("on fourteen more of other senders: a ministry, a bank, a clinic's table, a school, a letter, two languages in one", () => {
    expect(fresh.length).toBeGreaterThanOrEqual(14);
    const scores = score(fresh);
    console.log(table(scores));
    hold(scores, aim);
  });

  it("one thing, said in many everyday ways", () => {
    const said = JSON.parse(readFileSync(new URL("said.json", folder), "utf8")) as readonly { readonly field: PolicyField; readonly value: string; readonly text: string }[];
    expect(said.length).toBeGreaterThan(250);
    const missed = said.filter(({ field, value, text }) => !readPolicy(text).some((one) => one.field === field && one.value === value)).map(({ text }) => text);
    expect(missed.length / said.length, missed.join("\n")).toBeLessThan(0.05);
    // One sentence may truly say two things ("to a bank abroad"), so what is read besides is bounded and not forbidden.
    const besides = said.map(({ field, value, text }) => ({ text, values: readPolicy(text).filter((one) => one.field === field && one.value !== value).map((one) => one.value) })).filter(({ values }) => values.length > 0);
    const listed = besides.map(({ text, values }) => `${values.join(", ")}: ${text}`).join("\n");
    expect(Math.max(...besides.map(({ values }) => values.length)), listed).toBeLessThanOrEqual(2);
    expect(besides.length, listed).toBeLessThanOrEqual(18);
  });

  it("what a sentence says of one field, and nothing besides", () => {
    const exact = JSON.parse(readFileSync(new URL("exact.json", folder), "utf8")) as readonly { readonly field: PolicyField; readonly values: readonly string[]; readonly text: string }[];
    for (const { field, values, text } of exact) expect.soft(readPolicy(text).filter((one) => one.field === field).map(({ value }) => value), text).toEqual(values);
  });

  it("nothing where nothing is said: what data there are, opening hours, links, deliveries, what words mean", () => {
    const texts = JSON.parse(readFileSync(new URL("nothing.json", folder), "utf8")) as readonly string[];
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(readPolicy(text).map(({ field, value }) => `${field}=${value}`), text).toEqual([]);
  });

  it("who owns the database, in as many ways as that is said", () => {
    const said = JSON.parse(readFileSync(new URL("owners.json", folder), "utf8")) as { readonly text: string; readonly owner: string }[];
    expect(said.length).toBeGreaterThan(70);
    for (const { text, owner } of said) expect.soft(readPolicy(text).find(({ field }) => field === "owner")?.value, text).toBe(owner);
  });

  it("no owner where nobody is named: not a heading's subject, and not a service that is used", () => {
    const texts = JSON.parse(readFileSync(new URL("nobody.json", folder), "utf8")) as readonly string[];
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect.soft(readPolicy(text).filter(({ field }) => field === "owner").map(({ value }) => value), text).toEqual([]);
  });

  it("on texts by somebody who has not seen it, which it has learned from since", () => {
    const scores = score(learned);
    console.log(table(scores));
    hold(scores, aim);
  });

  it("on texts by somebody who has not seen it, and which nobody has read: no less than before", () => {
    expect(held).toHaveLength(13);
    keep(held, reached.held);
  });

  it("on sixteen more, frozen, by another writer who has not seen it", () => {
    expect(frozen).toHaveLength(16);
    keep(frozen, reached.frozen);
  });

  it("on sixteen more, by a writer of another day", () => {
    expect(frozenLater).toHaveLength(16);
    keep(frozenLater, reached.frozenLater);
  });

  it("on 32 of two writers whose other sets it has learned from: what is aimed at", () => {
    expect(frozenLast).toHaveLength(32);
    keep(frozenLast, reached.frozenLast);
    hold(score(frozenLast), aim);
  });

  it("on sixteen by a writer of whom nothing was learned: no less than at first sight", () => {
    expect(frozenStranger).toHaveLength(16);
    keep(frozenStranger, reached.frozenStranger);
  });

  it("on twenty-four by another such writer: short of the aim, and no shorter", () => {
    expect(frozenOther).toHaveLength(24);
    keep(frozenOther, reached.frozenOther);
  });
  it("reads 24 texts more, by a writer whom nobody had met, as well as it did at first sight", () => {
    expect(frozenNew).toHaveLength(24);
    keep(frozenNew, reached.frozenNew);
  });


  it("on 24 by an eighth writer: precision as it is aimed at, and as at first sight", () => {
    expect(frozenLatest).toHaveLength(24);
    keep(frozenLatest, reached.frozenLatest);
  });

  it("on 24 by a ninth writer: recall as it is aimed at", () => {
    expect(frozenNinth).toHaveLength(24);
    keep(frozenNinth, reached.frozenNinth);
  });

  it("on 30 by a tenth writer: recall as it is aimed at, precision short of it by one proposal", () => {
    expect(frozenTenth).toHaveLength(30);
    keep(frozenTenth, reached.frozenTenth);
  });

  it("on all texts that nobody has read, together: what is aimed at", () => {
    expect(unread).toHaveLength(219);
    const scores = score(unread);
    console.log(`unread, all together\n${table(scores)}`);
    hold(scores, aim);
  });

  it("on 64 of many shapes by the same two, which it has learned from since", () => {
    expect(variedLearned).toHaveLength(64);
    keep(variedLearned, reached.variedLearned);
  });

  it("on 108 harder ones by such writers, which it has learned from since", () => {
    expect(alsoLearned).toHaveLength(108);
    keep(alsoLearned, reached.learned);
  });

  it("on 64 more by two writers who had not seen it, which it has learned from since", () => {
    expect(lastLearned).toHaveLength(64);
    keep(lastLearned, reached.lastLearned);
  });

  it("on 64 by four writers of whom nothing was learned before, which it has learned from since", () => {
    expect(strangersLearned).toHaveLength(64);
    keep(strangersLearned, reached.strangersLearned);
  });

  it("on 64 by four writers more, which it has learned from since", () => {
    expect(latestLearned).toHaveLength(64);
    keep(latestLearned, reached.latestLearned);
  });

  it("one statement among others, made to find what it misses: nothing but what it says", () => {
    const statements = JSON.parse(readFileSync(new URL("statements.json", folder), "utf8")) as readonly { readonly field: PolicyField; readonly text: string; readonly values: readonly (readonly string[])[] }[];
    expect(statements.length).toBeGreaterThan(530);
    const misread = statements.filter(({ field, text, values }) => {
      const around = /[ა-ჰ]/u.test(text) ? aroundGeorgian : aroundEnglish;
      const found = readPolicy(field === "deadlines" ? text : around.replace("¤", text)).filter((one) => one.field === field).map(({ value }) => value);
      return !values.some((one) => one.length === found.length && one.every((value) => found.includes(value)));
    });
    expect(misread.length, misread.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(103);
  });

  it("single sentences by such writers, and the same number of claims or fewer where nothing is said", () => {
    const sets = ["phrases1.json", "phrases2.json"].map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { readonly said: readonly { readonly field: PolicyField; readonly value: string; readonly text: string }[]; readonly nothing: readonly (string | { readonly text: string })[] });
    const said = sets.flatMap((one) => one.said);
    const found = said.filter(({ field, value, text }) => readPolicy(text).some((one) => one.field === field && one.value === value));
    expect(found.length / said.length).toBeGreaterThanOrEqual(0.66);
    const claims = sets.flatMap(({ nothing }) => nothing).filter((one) => readPolicy(typeof one === "string" ? one : one.text).length > 0);
    expect(claims.length).toBeLessThanOrEqual(30);
  });

  it("never a claim without its sentence, which stands in the text where it says", () => {
    for (const { text } of [...own, ...more, ...fresh, ...learned, ...held, ...frozen, ...frozenLater, ...frozenLast, ...frozenStranger, ...frozenOther, ...frozenNew, ...frozenLatest, ...frozenNinth, ...frozenTenth, ...alsoLearned, ...lastLearned, ...variedLearned, ...strangersLearned]) {
      for (const { sentence, start } of readPolicy(text)) {
        expect(sentence.length).toBeGreaterThan(0);
        expect(text.slice(start, start + sentence.length)).toBe(sentence);
      }
    }
  });

  it("whatever it is given, it ends and proposes nothing that is not there", () => {
    const words = ["მონაცემები", "ინახება", "5 წელი", "გადაეცემა", "ბანკს", "kept", "for five years", "\n- ", ":", "? ", ". ", "1.1. ", "შპს „ა“", "მიზნით"];
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200, unit: "grapheme" }), fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(" "))), (text) => {
        for (const { sentence, start } of readPolicy(text)) expect(text.slice(start, start + sentence.length)).toBe(sentence);
      }),
      { numRuns: 40 },
    );
    const long = "მონაცემები გადაეცემა ბანკს და ინახება ხუთი წლის განმავლობაში. ".repeat(500);
    expect(readPolicy(long).map(({ value }) => value)).toEqual(["payment", "P5Y"]);
    // Without full stops a sentence ends somewhere all the same: patterns take the square of its length.
    const endless = "data are shared with our bank and kept for five years ".repeat(200);
    for (const { text, start } of unitsOf(endless)) {
      expect(text.length).toBeLessThanOrEqual(2000);
      expect(endless.slice(start, start + text.length)).toBe(text);
    }
    expect(readPolicy(endless).map(({ value }) => value)).toEqual(["payment", "P5Y"]);
  });
});

describe("a confirmed policy", () => {
  it("becomes the organisation's own limits, each with where it is said", () => {
    const text = own.find(({ id }) => id === "vitaguru")?.text ?? "";
    const deadlines = readPolicy(text).filter(({ field }) => field === "deadlines");
    const profile = profileOf(deadlines, "VITAGURU", dayOf(2026, 11, 1), "https://vitaguru.ge/", dayOf(2026, 11, 25));
    expect(profile?.limits.map(({ stage, count, unit }) => [stage, count, unit])).toEqual([["firstAnswer", 10, "workingDays"], ["fulfilment", 30, "days"], ["extended", 45, "days"]]);
    // Of which day the text is stands in its title, and so wherever it is cited.
    expect(profile?.from).toBe("2026-11-01");
    expect(profile?.title.ka).toBe("ორგანიზაციის საკუთარი პოლიტიკა: VITAGURU (01.11.2026‑ის ტექსტი)");
    // Line 138: the deferral is for third parties.
    expect(profile?.deferral?.askers).toEqual(["thirdParty", "legalPerson"]);
    expect(profile?.limits.every(({ source }) => source.verifiedOn === "2026-11-25" && source.url === "https://vitaguru.ge/")).toBe(true);
    expect(profileOf([], "x", dayOf(2026, 11, 1), null, dayOf(2026, 11, 25))).toBeNull();
  });
});
