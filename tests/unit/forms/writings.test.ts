// Which draft a form's words go to, where a page has one form after the other under one address.
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../../src/forms/snapshot.ts";
import { makeWritings, type Writing, type Writings } from "../../../src/portal/forms/writings.ts";

const identity = { formKey: "https://www.my.gov.ge/services/x/apply#", url: "https://www.my.gov.ge/services/x/apply", title: "x" };
const elsewhere = { ...identity, formKey: "https://www.my.gov.ge/services/y/apply#" };
/** Nothing is asked of the elements but whether they are the same. */
const element = (): Element => ({}) as Element;
const text = (key: string, value: string): FieldValue => ({ key, nth: 0, kind: "text", label: key, values: [value] });
const form = (values: Readonly<Record<string, string>>): readonly FieldValue[] => Object.entries(values).map(([key, value]) => text(key, value));
/** As the feature does it when it keeps a form. */
const keep = (writings: Writings, at: Element, values: Readonly<Record<string, string>>, where = identity): Writing => {
  const writing = writings.of(at, where, form(values));
  writing.last = form(values);
  return writing;
};

describe("the draft that a form's words go to", () => {
  it("is the same while somebody writes, puts another word in the place of the only one, or empties all", () => {
    const [writings, at] = [makeWritings(), element()];
    const { draftId } = keep(writings, at, { a: "ერთი", b: "" });
    for (const values of [{ a: "ერთი ორი", b: "" }, { a: "სხვა", b: "" }, { a: "სხვა", b: "კიდევ" }, { a: "ახალი", b: "კიდევ" }, { a: "", b: "" }, { a: "ბოლოს", b: "" }]) expect(keep(writings, at, values).draftId).toBe(draftId);
  });

  it("is the same in a form drawn anew with what stood in it, one key more or less", () => {
    const writings = makeWritings();
    const { draftId } = keep(writings, element(), { a: "ერთი ორი" });
    expect(keep(writings, element(), { a: "ერთი ორი ს" }).draftId).toBe(draftId);
    expect(keep(writings, element(), { a: "ერთი ორი " }).draftId).toBe(draftId);
  });

  it("is a new one in a form drawn anew and empty, in the next step's form, and where a page empties its form for another", () => {
    const [writings, at] = [makeWritings(), element()];
    const first = keep(writings, at, { a: "ერთი ორი სამი", b: "ოთხი ხუთი" }).draftId;
    const empty = keep(writings, element(), { a: "ე", b: "" }).draftId;
    const step = keep(writings, element(), { c: "ქუთაისი" }).draftId;
    const reused = keep(writings, at, { a: "სულ სხვა", b: "" }).draftId;
    expect(new Set([first, empty, step, reused]).size).toBe(4);
  });

  it("is a new one in a form drawn anew with what the page itself knows of the person, and without what they wrote", () => {
    const writings = makeWritings();
    const known = { name: "გიორგი მაისურაძე", number: "01001010101", phone: "599123456" };
    const first = keep(writings, element(), { ...known, reason: "ერთი გვერდი სიტყვები" }).draftId;
    expect(keep(writings, element(), { ...known, reason: "თ" }).draftId).not.toBe(first);
    // Files that were chosen are never there again; they are the draft's all the same.
    const file: FieldValue = { key: "copy", nth: 0, kind: "file", label: "copy", values: ["ასლი.pdf"] };
    const before = writings.of(element(), elsewhere, [...form(known), file]);
    before.last = [...form(known), file];
    expect(writings.of(element(), elsewhere, [...form(known), { ...file, values: [] }])).toBe(before);
  });

  it("is the old one again when somebody comes back to a form that still has its words", () => {
    const writings = makeWritings();
    const first = keep(writings, element(), { a: "ერთი", b: "ორი" }).draftId;
    const other = keep(writings, element(), { c: "სხვა ნაბიჯი" }).draftId;
    const third = keep(writings, element(), { a: "ერთი", b: "ორი" }, elsewhere).draftId;
    expect(keep(writings, element(), { a: "ერთი და კიდევ", b: "ორი" }).draftId).toBe(first);
    expect(keep(writings, element(), { c: "სხვა ნაბიჯი" }).draftId).toBe(other);
    expect([first, other]).not.toContain(third);
  });

  it("goes on under the name that the vault gave it; one that was put back is not written over by what is not its own", () => {
    const [writings, at] = [makeWritings(), element()];
    const { draftId } = keep(writings, at, { a: "ერთი" });
    writings.kept(draftId, "moved", { draftId: "moved", version: "2" });
    writings.kept("another", "never", null);
    expect(keep(writings, at, { a: "ერთი ორი" })).toMatchObject({ draftId: "moved", base: { draftId: "moved", version: "2" } });
    writings.take(at, identity, { draftId: "stored", version: "7" }, form({ a: "ნაპოვნი სიტყვა" }));
    expect(keep(writings, at, { a: "ნაპოვნი სიტყვა და" })).toMatchObject({ draftId: "stored", base: { version: "7" } });
    // The draft of another step was put back where none of its fields are.
    writings.take(at, identity, { draftId: "step", version: "1" }, form({ c: "სხვა ნაბიჯი" }));
    expect(keep(writings, at, { a: "აქ" }).draftId).not.toBe("step");
  });
});
