// A letter on paper stands as letters do: who writes to whom, the day, then what it is about.
import { expect, it } from "vitest";
import { letterText, writeLetter } from "../../../src/consent/letters/letter.ts";
import { supervisorOn } from "../../../src/consent/law/addressee.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { letterForm } from "../../../src/home/data/letterForm.ts";
import { layOut } from "../../../src/signing/formPdf/layout.ts";
import { organisationOf, requestOf } from "../consent/build.ts";

const today = dayOf(2026, 11, 27);
const letter = writeLetter({ language: "ka", request: requestOf(), organisation: organisationOf(), today, deadlines: [], followUp: null, supervisor: supervisorOn(today), complainTo: null, court: null, given: null, follows: null, review: null });
const page = (number: number): string => String(number);
const measure = { showable: (text: string) => text, width: (text: string) => text.length / 2 };
const laid = (text: string) => layOut(letterForm(text, letter.title, "ka", page, new Date(0)), measure).paragraphs.map(({ role, lines }) => `${role} ${lines.map((line) => line.text).join(" ").slice(0, 20)}`);

it("addressee, sender and day stand above the title, and all of it in the order of its text", () => {
  const paragraphs = laid(letterText(letter));
  expect(paragraphs.slice(0, 3).map((one) => one.slice(0, 12))).toEqual(["P ადრესატი: შ", "P განმცხადებ", "P თარიღი: 27"].map((one) => one.slice(0, 12)));
  expect(paragraphs[3]).toBe(`H1 ${letter.title.slice(0, 20)}`);
  expect(paragraphs.filter((one) => one.startsWith("H1"))).toHaveLength(1);
  expect(paragraphs).toHaveLength(letterText(letter).split("\n\n").length);
});

it("where the person took the title out, nothing of the text is lost", () => {
  const text = letterText(letter).replace(`${letter.title}\n\n`, "");
  expect(laid(text)).toHaveLength(text.split("\n\n").length);
});
