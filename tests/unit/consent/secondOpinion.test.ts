// The second opinion beside the words: what it takes back, what it adds, and how its model is made.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { policyFields } from "../../../src/consent/policy/proposal.ts";
import { readPolicy, sentencesIn } from "../../../src/consent/policy/readPolicy.ts";
import { none, type Opinion, opinionOf } from "../../../src/consent/policy/secondOpinion.ts";
import { signsOf } from "../../../src/consent/policy/signs.ts";
import { signBits } from "../../../src/consent/sentences/sign.ts";
import model from "../../../src/consent/policy/sentenceModel.json" with { type: "json" };
import { learnedTexts, values } from "../../training/examples.ts";
import { packed } from "../../training/packed.ts";
import { type Example, settings, trained } from "../../training/sentenceModel.ts";

/** In a text of its own, so that it is no sentence that somebody pasted. */
const within = (text: string): string => `Corner Shop news\n\nOpen daily from nine. Bread is baked here.\n\nYour data\n\nWhen you order we write down your name and telephone number.\n\n${text}\n\nParking is behind the church.\n\nThank you for reading.`;
const claims = (text: string, opinion?: Opinion): readonly string[] => readPolicy(within(text), opinion).filter(({ field }) => field !== "owner").map(({ field, value }) => `${field}=${value}`);

describe("a second opinion", () => {
  it("takes back what hardly any sentence like it says", () => {
    const text = "If you disagree with us, the ombudsman will listen.";
    expect(claims(text, none)).toEqual(["rights=objection"]);
    expect(claims(text)).toEqual([]);
  });

  it.each([
    ["You can have your data moved to another provider.", "rights=portability"],
    ["Your address is on the sheet so the van finds your gate.", "purpose=delivery"],
    ["The engineer reads the meter and the number goes on your bill.", "purpose=payment"],
  ])("adds what nearly every sentence like it says, with the sentence: %s", (text, claim) => {
    expect(claims(text, none)).not.toContain(claim);
    expect(claims(text)).toContain(claim);
    expect(readPolicy(within(text)).find(({ field, value }) => `${field}=${value}` === claim)?.sentence).toBe(text);
  });

  it("adds nothing in a sentence that speaks neither of data nor of what is asked", () => {
    for (const text of ["The police choir sings on Sunday.", "The police station is opposite the school.", "სასამართლოს შენობის გვერდით ფოსტაა."]) expect(claims(text), text).toEqual([]);
  });

  it.each([
    ["Slips leave the system after a fortnight.", "retention=P2W"],
    ["ჩანაწერს ორ კვირაში თავისით ეწერება ახალი.", "retention=P2W"],
    ["You will have your own readings within 20 working days.", "deadlines=fulfilment:20:workingDays"],
    ["მიღებას მეორე სამუშაო დღის ბოლომდე დაგიდასტურებთ.", "deadlines=firstAnswer:2:workingDays"],
  ])("takes the number from a sentence that very likely tells one: %s", (text, claim) => {
    expect(claims(text, none)).not.toContain(claim);
    expect(claims(text)).toContain(claim);
  });

  it("takes no number from what lasts, costs or waits besides", () => {
    for (const text of ["Unclaimed luggage is sold after three months.", "The trial lasts fourteen days and then costs three pounds a month.", "გარანტია ოთხი თვეა.", "You have fourteen days to send back what does not fit."]) expect(claims(text), text).toEqual([]);
  });

  it("says nothing of a sentence or two that somebody pasted", () => {
    const text = "If you disagree with us, the ombudsman will listen.";
    expect(readPolicy(text)).toEqual(readPolicy(text, none));
  });
});

describe("the model of sentences", () => {
  it("is of the values that it is trained for, with no more weights than it was left", () => {
    expect(model.values).toEqual(values);
    expect(model.bias).toHaveLength(values.length);
    // Twelve bits or so a weight.
    expect(Buffer.from(model.weights, "base64").length).toBeLessThan(1.6 * settings.weights);
  });

  it("learns what two kinds of sentences say, for whichever writer, and is the same each time", () => {
    const say: readonly (readonly [text: string, value: number])[] = [["The list of your names goes to the tax office.", 1], ["Names are sent to the ministry each year.", 1], ["We sell bread and cake on the market square.", 0], ["The market is closed on Mondays.", 0]];
    const examples = ["one", "two", "three"].flatMap((writer) => say.map(([text, value]): Example => ({ signs: signsOf(sentence(text)), says: Int8Array.of(value), writer })));
    const small = { ...settings, rounds: 40, weights: 60 };
    const made = trained(examples, ["recipients=state"], small);
    expect(trained(examples, ["recipients=state"], small)).toEqual(made);
    const opinion = opinionOf({ about: "", ...made });
    expect(say.map(([text]) => opinion.doubts("recipients", "state", sentence(text)))).toEqual([false, false, true, true]);
    // A sign that only one writer uses is none.
    expect(trained(examples.filter(({ writer }) => writer === "one"), ["recipients=state"], small).weights).toBe(packed([[]]));
  });

  it("is trained on sentences of which all that they say is known, in its own words", () => {
    const whole = JSON.parse(readFileSync(new URL("../../vectors/policies/whole.json", import.meta.url), "utf8")) as readonly { readonly says: readonly string[]; readonly text: string }[];
    // Who is told that nobody gets it is told of no recipient.
    for (const { says, text } of whole) for (const one of says) expect([...values, "recipients=nobody"], text).toContain(one);
    expect(new Set(whole.map(({ text }) => text)).size).toBe(whole.length);
    expect(whole.filter(({ says }) => says.length === 0).length).toBeGreaterThan(300);
  });

  it("reads a number as its bits allow", () => {
    for (const { texts } of learnedTexts().slice(0, 1)) for (const unit of sentencesIn(texts[0]?.text ?? "")) for (const sign of signsOf(unit)) expect(sign).toBeLessThan(2 ** signBits);
  });

  it("is judged by claims that stand in the texts of which they were made", () => {
    const { claims: first } = JSON.parse(readFileSync(new URL("../../vectors/policies/firstSight.json", import.meta.url), "utf8")) as { readonly claims: Readonly<Record<string, readonly string[]>> };
    const texts = new Map(learnedTexts().flatMap((one) => one.texts.map(({ id, text }) => [id, text])));
    for (const [id, own] of Object.entries(first)) {
      for (const claim of own) {
        const [, field, start] = /^(\w+)=.+@(\d+)$/su.exec(claim) ?? [];
        expect(policyFields.some((one) => one === field), `${id} ${claim}`).toBe(true);
        expect(Number(start), `${id} ${claim}`).toBeLessThan(texts.get(id)?.length ?? 0);
      }
    }
    expect(Object.values(first).flat()).toHaveLength(4084);
  });
});

function sentence(text: string): Parameters<typeof signsOf>[0] {
  return { text, start: 0, heading: "", nearest: "", before: "", paragraph: text, isHeading: false };
}
