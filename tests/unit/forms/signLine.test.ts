// What crosses a form's port is checked at both ends.
import { describe, expect, it } from "vitest";
import { longestForm, parseFromForm, parseToForm } from "../../../src/forms/signLine.ts";

const form = { title: "განაცხადი", url: "https://www.my.gov.ge/apply", place: true, items: [{ kind: "heading", text: "ა" }, { kind: "field", label: "სახელი", value: "ნინო" }, { kind: "check", label: "თანხმობა", ticked: true }], files: [{ name: "a.pdf", size: 3, sha256: "0f".repeat(32) }] };

describe("messages of a form's port", () => {
  it("the known ones pass, with their known fields only", () => {
    expect(parseFromForm({ kind: "form", form: { ...form, more: 1 }, pin: "1234" })).toEqual({ kind: "form", form });
    expect(parseFromForm({ kind: "not-placed", why: "changed" })).toEqual({ kind: "not-placed", why: "changed" });
    expect(parseToForm({ kind: "signed", name: "a.pdf", pieces: 3 })).toEqual({ kind: "signed", name: "a.pdf", pieces: 3 });
    expect(parseToForm({ kind: "send", now: true })).toEqual({ kind: "send" });
  });

  it.each([
    null, 7, {}, { kind: "x" }, { kind: "form" }, { kind: "form", form: { ...form, place: "yes" } }, { kind: "form", form: { ...form, items: [{ kind: "field", label: "x" }] } },
    { kind: "form", form: { ...form, items: [{ kind: "script", text: "x" }] } }, { kind: "form", form: { ...form, files: [{ name: "a", size: -1, sha256: "0f".repeat(32) }] } },
    { kind: "form", form: { ...form, files: [{ name: "a", size: 1, sha256: "0F".repeat(32) }] } },
    { kind: "form", form: { ...form, items: Array.from({ length: 5 }, () => ({ kind: "text", text: "x".repeat(longestForm / 4) })) } },
    { kind: "unreadable", why: "because" }, { kind: "not-placed" }, { kind: "progress", done: "1", total: 2 },
  ])("%# is none", (value) => {
    expect(parseFromForm(value)).toBeNull();
  });

  it.each([null, { kind: "signed", name: "a", pieces: 0 }, { kind: "signed", name: "a", pieces: 401 }, { kind: "signed", pieces: 1 }, { kind: "piece", data: "x".repeat(64 * 1024 + 1) }, { kind: "piece" }])("%# is nothing for a form", (value) => {
    expect(parseToForm(value)).toBeNull();
  });
});
