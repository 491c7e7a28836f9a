// The form that somebody writes in: read when they begin, and then only with what is kept of it.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askStandIns } from "../portal/standIns.ts";

const reads = vi.hoisted(() => ({ of: [] as unknown[] }));
vi.mock("../../../src/portal/forms/controls.ts", () => ({
  controlsOf: (form: { readonly keys: readonly string[] }) => {
    reads.of.push(form);
    return form.keys.map((key) => ({ key }));
  },
}));
const { formAtWork } = await import("../../../src/portal/forms/formAtWork.ts");

const formOf = (...keys: readonly string[]): Element & { isConnected: boolean } => Object.assign(Object.create(Element.prototype) as object, { keys, isConnected: true, localName: "form", ownerDocument: { defaultView: {} } }) as unknown as Element & { isConnected: boolean };
const fieldIn = (form: Element): Element => Object.assign(Object.create(Element.prototype) as object, { closest: () => form }) as unknown as Element;
const pageWith = (...forms: readonly Element[]): Document => Object.assign(Object.create(Document.prototype) as object, { querySelectorAll: () => forms }) as unknown as Document;

describe("the form that somebody writes in", () => {
  beforeEach(() => {
    askStandIns();
    reads.of.length = 0;
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("is not read again, however many keys are pressed in it", () => {
    const work = formAtWork();
    const form = formOf(...Array.from({ length: 1_000 }, (_, at) => `field${at}`));
    work.note(form, ["one", "two"]);
    for (let key = 0; key < 500; key += 1) expect(work.around(fieldIn(form), null)).toBe(form);
    expect(reads.of).toEqual([]);
  });
  it("drawn anew is known by what it had when it was kept last, not by what it had at first", () => {
    const work = formAtWork();
    const before = formOf("a", "b");
    work.note(before, ["a", "b"]);
    work.note(before, ["a", "b", "c", "d", "e"]);
    before.isConnected = false;
    const [little, most] = [formOf("a", "b"), formOf("b", "c", "d")];
    expect(work.now(pageWith(little, most))).toBe(most);
    expect(work.around(fieldIn(little), null)).toBe(null);
    // From the next key on it is this one.
    work.note(most, ["b", "c", "d"]);
    expect(work.now(pageWith(little, most))).toBe(most);
  });
  it("is none while it still stands elsewhere in the page, nor once it asks for a password", () => {
    const work = formAtWork();
    const [form, other] = [formOf("a", "b"), formOf("a", "b")];
    work.note(form, ["a", "b"]);
    expect(work.around(fieldIn(other), null)).toBe(null);
    Object.assign(form, { querySelectorAll: (selector: string) => (selector === "input[type=password]" ? [{}] : []) });
    expect(work.now(pageWith(form))).toBe(null);
  });
});
