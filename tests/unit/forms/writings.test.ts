// Which draft a form's words go to, where a page has one form after the other under one address, or one element for several applications.
import { describe, expect, it } from "vitest";
import { type FieldValue, nameOfField } from "../../../src/forms/snapshot.ts";
import { isStill } from "../../../src/forms/sameText.ts";
import { makeWritings, type SeenForm, type Writing, type Writings } from "../../../src/portal/forms/writings.ts";

const identity = { formKey: "https://www.my.gov.ge/services/x/apply#", url: "https://www.my.gov.ge/services/x/apply", title: "x" };
const elsewhere = { ...identity, formKey: "https://www.my.gov.ge/services/y/apply#" };
/** What the page says of the form. */
const [here, there] = [["/services/x/apply", "#", "x "], ["/services/y/apply", "#", "y "]] as const;
/** Nothing is asked of the elements but whether they are the same. */
const element = (): Element => ({}) as Element;
const text = (key: string, value: string): FieldValue => ({ key, nth: 0, kind: "text", label: key, values: [value] });
const form = (values: Readonly<Record<string, string>>): readonly FieldValue[] => Object.entries(values).map(([key, value]) => text(key, value));
type Said = Partial<Pick<SeenForm, "identity" | "about" | "hidden">>;
/** @param left what somebody wrote there, by the fields' keys, as they left it; without it: all that has something in it now */
function seen(at: Element, values: Readonly<Record<string, string>>, left: Readonly<Record<string, string>> | null = null, said: Said = {}): SeenForm {
  const own = left ?? Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  return { form: at, identity, about: here, hidden: "", fields: form(values), left: new Map(Object.entries(own).map(([key, value]) => [nameOfField(text(key, "")), value])), ...said };
}
/** As the feature does it when it keeps a form. */
function keep(writings: Writings, ...what: Parameters<typeof seen>): Writing {
  const now = seen(...what);
  const writing = writings.of(now);
  writing.last = now.fields;
  return writing;
}

describe("the draft that a form's words go to", () => {
  it("is the same while somebody writes, puts another word in the place of the only one, or empties all", () => {
    const [writings, at] = [makeWritings(), element()];
    const { draftId } = keep(writings, at, { a: "ერთი", b: "" });
    for (const values of [{ a: "ერთი ორი", b: "" }, { a: "სხვა", b: "" }, { a: "სხვა", b: "კიდევ" }, { a: "ახალი", b: "კიდევ" }, { a: "", b: "" }, { a: "ბოლოს", b: "" }]) expect(keep(writings, at, values, values).draftId).toBe(draftId);
  });

  it("is the same in a form drawn anew with what stood in it, one key more or less, at the end or in the middle", () => {
    const writings = makeWritings();
    const { draftId } = keep(writings, element(), { a: "ერთი ორი" });
    for (const a of ["ერთი ორი ს", "ერთი ორი ", "ერთიX ორი ", "ერთX ორი", "ერთ ორი"]) expect(keep(writings, element(), { a }).draftId, a).toBe(draftId);
  });

  it("is a new one in a form drawn anew and empty, in the next step's form, and where a page empties its form for another", () => {
    const [writings, at] = [makeWritings(), element()];
    const first = keep(writings, at, { a: "ერთი ორი სამი", b: "ოთხი ხუთი" }).draftId;
    const empty = keep(writings, element(), { a: "ე", b: "" }).draftId;
    const step = keep(writings, element(), { c: "ქუთაისი" }).draftId;
    const reused = keep(writings, at, { a: "სულ სხვა", b: "" }).draftId;
    expect(new Set([first, empty, step, reused]).size).toBe(4);
  });

  it("is a new one where somebody has begun with the same words again: what comes after them is not written over", () => {
    const writings = makeWritings();
    const first = keep(writings, element(), { a: "გთხოვთ, გამიცეთ ცნობა ქუთაისში" }).draftId;
    // The tools came when so much of it stood in the form that was drawn anew.
    expect(keep(writings, element(), { a: "გთხოვთ, გამიცეთ ცნობა " }).draftId).not.toBe(first);
  });

  it("is a new one in a form drawn anew with what the page itself knows of the person, and without what they wrote", () => {
    const writings = makeWritings();
    const known = { name: "გიორგი მაისურაძე", number: "01001010101", phone: "599123456" };
    const first = keep(writings, element(), { ...known, reason: "ერთი გვერდი სიტყვები" }, { reason: "ერთი გვერდი სიტყვები" }).draftId;
    expect(keep(writings, element(), { ...known, reason: "თ" }, { reason: "თ" }).draftId).not.toBe(first);
    // Files that were chosen are never there again; they are the draft's all the same.
    const file: FieldValue = { key: "copy", nth: 0, kind: "file", label: "copy", values: ["ასლი.pdf"] };
    const now = seen(element(), known, null, { identity: elsewhere, about: there });
    const before = writings.of({ ...now, fields: [...now.fields, file] });
    before.last = [...form(known), file];
    expect(writings.of({ ...now, form: element(), fields: [...now.fields, { ...file, values: [] }] })).toBe(before);
  });

  it("is the old one again when somebody comes back to a form that still has its words", () => {
    const writings = makeWritings();
    const first = keep(writings, element(), { a: "ერთი", b: "ორი" }).draftId;
    const other = keep(writings, element(), { c: "სხვა ნაბიჯი" }).draftId;
    const third = keep(writings, element(), { a: "ერთი", b: "ორი" }, null, { identity: elsewhere }).draftId;
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
    writings.take(seen(at, { a: "ნაპოვნი სიტყვა" }), { draftId: "stored", version: "7" });
    expect(keep(writings, at, { a: "ნაპოვნი სიტყვა და" })).toMatchObject({ draftId: "stored", base: { version: "7" } });
    // The draft of another step was put back where none of its fields are.
    writings.take(seen(at, { c: "სხვა ნაბიჯი" }), { draftId: "step", version: "1" });
    expect(keep(writings, at, { a: "აქ" }).draftId).not.toBe("step");
    // And what was sent is done with.
    writings.forget();
    expect(keep(writings, at, { a: "აქ" }).draftId).not.toBe("stored");
  });
});

describe("one element for several applications", () => {
  const known = { name: "გიორგი მაისურაძე", number: "01001010101" };
  const reason = "მჭირდება ცნობა";
  const begun = (said: Said = {}): { readonly writings: Writings; readonly at: Element; readonly draftId: string } => {
    const [writings, at] = [makeWritings(), element()];
    const { draftId } = keep(writings, at, { ...known, reason }, { reason }, { hidden: "1", ...said });
    return { writings, at, draftId };
  };

  it("goes on with the draft where only the address has changed, and what is in the form comes later", () => {
    const { writings, at, draftId } = begun();
    const moved = keep(writings, at, { ...known, reason: `${reason} ახლა` }, { reason: `${reason} ახლა` }, { hidden: "1", identity: elsewhere, about: [there[0], here[1], here[2]] });
    expect(moved).toMatchObject({ draftId, identity });
    // Its heading comes now, and the words still stand there: from here on it is the other one's.
    expect(keep(writings, at, { ...known, reason: `${reason} ახლა` }, { reason: `${reason} ახლა` }, { hidden: "1", identity: elsewhere, about: there })).not.toMatchObject({ draftId });
  });

  it.each<readonly [string, Readonly<Record<string, string>>, Said]>([
    ["another address, and the text is empty", { ...known, reason: "" }, { hidden: "1", about: [there[0], here[1], here[2]] }],
    ["another heading, and the text is empty", { ...known, reason: "" }, { hidden: "1", about: [here[0], here[1], there[2]] }],
    ["another hidden number, and the text is empty", { ...known, reason: "" }, { hidden: "2" }],
    ["another form's name, and the text is empty", { ...known, reason: "" }, { hidden: "1", about: [here[0], "#other", here[2]] }],
    ["another person's details, and the text is empty", { name: "მარიამ მაისურაძე", number: "01001010102", reason: "" }, { hidden: "1" }],
    ["address and heading, and the text still stands there", { ...known, reason }, { hidden: "1", about: there }],
    ["heading and hidden number, and the text still stands there", { ...known, reason }, { hidden: "2", about: [here[0], here[1], there[2]] }],
    ["another person's details under another heading", { name: "მარიამ მაისურაძე", number: "01001010102", reason }, { hidden: "1", about: [here[0], here[1], there[2]] }],
  ])("begins another draft: %s", (_, values, said) => {
    const { writings, at, draftId } = begun();
    const other = keep(writings, at, values, { reason }, said);
    expect(other.draftId).not.toBe(draftId);
    // Written on, it stays that one; and back in the first application nothing is written over either.
    expect(keep(writings, at, { ...values, reason: "სხვა რამ" }, { reason: "სხვა რამ" }, said).draftId).toBe(other.draftId);
    const back = keep(writings, at, { ...known, reason: "" }, { reason: "სხვა რამ" }, { hidden: "1" });
    expect(back.draftId).not.toBe(draftId);
  });

  it("goes on where one thing alone is different: a heading, a hidden number, what the page fills in or formats", () => {
    for (const [values, said] of [
      [{ ...known, reason }, { hidden: "1", about: [here[0], here[1], "სხვა წარწერა"] }],
      [{ ...known, reason }, { hidden: "2" }],
      [{ ...known, number: "01 001 010101", reason }, { hidden: "1" }],
      [{ ...known, reason: "მჭირდება — ცნობა." }, { hidden: "1" }],
      // A word that was looked up in a list.
      [{ ...known, reason: "ცნობა საცხოვრებელი ადგილის შესახებ" }, { hidden: "1" }],
    ] as const) {
      const { writings, at, draftId } = begun();
      expect(keep(writings, at, values, { reason }, said)).toMatchObject({ draftId, less: false });
    }
  });

  it("a short text that the page empties alone goes on, and is said to be less; a long one is never written over", () => {
    const { writings, at, draftId } = begun();
    expect(keep(writings, at, { ...known, reason: "" }, { reason }, { hidden: "1" })).toMatchObject({ draftId, less: true });
    const [long, again] = ["ეს გრძელი ტექსტია, რომელსაც მეორედ არავინ დაწერს", begun()];
    const first = keep(again.writings, again.at, { ...known, reason: long }, { reason: long }, { hidden: "1" });
    expect(first.draftId).toBe(again.draftId);
    expect(keep(again.writings, again.at, { ...known, reason: "" }, { reason: long }, { hidden: "1" }).draftId).not.toBe(first.draftId);
  });

  it("a page that changes its hidden fields with every key and moves on once makes two drafts of it, not one of each key", () => {
    const { writings, at } = begun();
    const drafts = new Set<string>();
    for (let key = 0; key < 30; key += 1) {
      const words = `${reason} ${"ა".repeat(key)}`;
      drafts.add(keep(writings, at, { ...known, reason: words, sum: String(key) }, { reason: words }, { hidden: String(key), about: key < 10 ? here : [there[0], here[1], here[2]] }).draftId);
    }
    expect(drafts.size).toBeLessThanOrEqual(2);
  });
});

describe("whether a text still is what it was", () => {
  it.each([
    ["ერთი", "ერთი ორი", true],
    ["599123456", "+995 599 12-34-56", true],
    ["abc", "aXbc", true],
    ["abc", "ac", true],
    ["", "რამე", true],
    ["...", "", true],
    ["ნ", "თ", false],
    ["ერთი ორი სამი", "ერთი ორი", false],
    ["ერთი", "", false],
    ["ერთი ორი", "ორი ერთი", false],
  ])("%s → %s: %s", (before, now, is) => expect(isStill(before, now)).toBe(is));
});
