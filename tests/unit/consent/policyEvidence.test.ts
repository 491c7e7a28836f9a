// What is not claimed, each beside what is: the same words, where the sentence says so and where it does not.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyField } from "../../../src/consent/policy/proposal.ts";
import { readPolicy } from "../../../src/consent/policy/readPolicy.ts";
import { none } from "../../../src/consent/policy/secondOpinion.ts";

/** In a text of its own, so that it is no sentence that somebody pasted. */
const within = (text: string): string => `Corner Shop news\n\nOpen daily from nine. Bread is baked here.\n\nWhen you order we write down your name and telephone number.\n\n${text}\n\nParking is behind the church.\n\nThank you for reading.`;
/** By the words alone: what they refuse the second opinion may add. */
const claims = (text: string, field: PolicyField): readonly string[] => readPolicy(within(text), none).filter((one) => one.field === field).map(({ value }) => value);

const pairs: readonly (readonly [field: PolicyField, value: string, said: string, unsaid: string])[] = [
  ["purpose", "statistics", "We use your orders for statistics and to improve our bread.", "The mill receives your name for its analysis of flour."],
  ["purpose", "education", "We use your name to teach you how to bake.", "We pass your name to the trainer who teaches the lesson."],
  ["recipients", "delivery", "Your address is given to the courier.", "You cannot send a parcel from here by courier, and none goes to the post office."],
  ["recipients", "payment", "A collection agency is told your name and debt if you do not pay.", "You cannot pay by bank here, and nothing goes to one."],
  ["retention", "P3Y", "We keep your order for 3 years.", "Customers on our list, who are about two hundred and live in the streets between the river, the church and the school, have been told for 3 years that bread is cheaper on a Monday."],
  ["recipients", "state", "Your name goes to the police if they ask.", "If we let you down, write to the data protection authority of the state."],
  ["recipients", "auditor", "Our accounts, with your name, are shown to an auditor.", "The accountant who does our books on our instructions sees your bills."],
  ["recipients", "payment", "Your name is sent to our bank.", "Ask us for your data and take them to another bank."],
  ["purpose", "support", "We use your e-mail to answer your questions.", "We use your number to ring you when your cake is ready."],
  ["retention", "P30D", "Your order is shredded after 30 days.", "Umbrellas that were left behind are kept for 30 days, with the name on them."],
  ["rights", "erase", "შეგიძლიათ მოითხოვოთ, რომ ჩანაწერი წაიშალოს.", "შეგიძლიათ მოითხოვოთ, რომ ჩანაწერი არ წაიშალოს და დაიბლოკოს."],
  ["rights", "erase", "Want out? We tear the page out while you watch.", "Your data\n\nYou can ask for the snow to be cleared, the lot."],
  ["rights", "erase", "Your data\n\nSettings → Bin wipes the lot at once.", "Your data\n\nYou can ask the ferryman to cross you, and to take the bicycles off first."],
  ["rights", "block", "You may ask us to put your file on hold while a mistake is looked into.", "Your data\n\nYou can ask for the match to be put off if the pitch is disputed."],
  ["rights", "stop", "Tell us and we will stop sending you letters.", "When the season ends we correct the list of names if you have moved."],
];

describe("what is claimed and what is not", () => {
  it.each(pairs)("%s, %s", (field, value, said, unsaid) => {
    expect(claims(said, field)).toContain(value);
    expect(claims(unsaid, field)).not.toContain(value);
  });

  it("within how long an answer comes, and nothing of other times", () => {
    const times = JSON.parse(readFileSync(new URL("../../vectors/policies/times.json", import.meta.url), "utf8")) as readonly { readonly text: string; readonly values: readonly string[] }[];
    expect(times.length).toBeGreaterThan(45);
    const read = times.map(({ text, values }) => ({ text, values, found: claims(/[ა-ჰ]/u.test(text) ? `თქვენი მონაცემები\n\n${text}` : `Your data\n\n${text}`, "deadlines") }));
    expect(read.filter(({ values, found }) => found.some((one) => !values.includes(one)))).toEqual([]);
    const missed = read.filter(({ values, found }) => found.length < values.length);
    expect(missed.length, missed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(10);
  });

  it("nothing of what is said beside the matter, in a text that speaks of data", () => {
    const beside = JSON.parse(readFileSync(new URL("../../vectors/policies/beside.json", import.meta.url), "utf8")) as readonly string[];
    expect(beside.length).toBeGreaterThan(70);
    const claimed = beside.filter((text) => readPolicy(within(/[ა-ჰ]/u.test(text) ? `თქვენი მონაცემები\n\n${text}` : `Your data\n\n${text}`)).some(({ field }) => field !== "owner"));
    expect(claimed.length, claimed.join("\n")).toBeLessThanOrEqual(6);
  });

  it("a reception receives nothing", () => {
    const text = "მიმღები განყოფილება\n\nსაათები 9-დან 18-მდე.\n\nჩანაწერი გვჭირდება თქვენს სამკურნალოდ.\n\nმობრძანდით პირველ სართულზე.\n\nგმადლობთ.";
    expect(readPolicy(text).map(({ field, value }) => `${field}=${value}`)).toEqual(["purpose=health"]);
  });

  it("a sign over the door gives way to the firm that has a legal form", () => {
    const text = "The Old Oven\n\nWelcome to The Old Oven. We at The Old Oven keep your name.\n\nOur firm in law: Weir Bakery Ltd. Flour: Mill & Son Ltd.";
    expect(readPolicy(text).find(({ field }) => field === "owner")?.value).toBe("Weir Bakery");
  });
});
