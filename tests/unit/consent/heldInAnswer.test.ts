// What an answer says is held: names of data, and nothing that is none.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { heldInAnswer } from "../../../src/consent/answers/heldInAnswer.ts";


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

interface Example {
  readonly name: string;
  readonly text: string;
  readonly held: readonly string[];
}

const examples = JSON.parse(readFileSync(fileURLToPath(new URL("../../vectors/answers/held.json", import.meta.url)), "utf8")) as readonly Example[];

describe("letters of several shapes", () => {
  it.each(examples.map((one) => [one.name, one] as const))("%s", (_, { text, held }) => {
    expect(heldInAnswer(text)).toEqual(held);
  });
});
