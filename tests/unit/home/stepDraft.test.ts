// What is typed into a request's step and not recorded yet: what of it is kept, and what it is when the page comes back.
import { describe, expect, it, vi } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import type { NextStep } from "../../../src/consent/request/nextStep.ts";
import type { EventFields } from "../../../src/home/data/eventFields.ts";
import type { StepDraft } from "../../../src/home/data/stepDraft.ts";

vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => ({}) }));
const { noFields } = await import("../../../src/home/data/eventFields.ts");
const { withMore } = await import("../../../src/home/data/papers.ts");
const { stepDraftOf } = await import("../../../src/home/data/stepDraft.ts");

const step = (kind: NextStep["kind"], letter: NextStep["letter"] = null): NextStep => ({ kind, letter, about: null, from: null, event: null });
const steps = [step("enterAnswer"), step("complain", "complaint")];
const nothing: StepDraft = { open: null, typed: {}, complainTo: null, court: "", given: "", signed: {}, attaching: {} };
const fields: EventFields = { ...noFields(dayOf(2026, 11, 26), "mail"), words: "ორი ლარი" };
const scan = new File(["x"], "scan.pdf");
const paper = { kind: "document", id: "d1", name: "უარი.pdf", sha256: "ab" } as const;

describe("a step that is being filled in", () => {
  it("is nothing to keep while nothing was typed, though its form is open", () => {
    expect(stepDraftOf({ ...nothing, open: "enterAnswer" }, steps, [])).toBeNull();
  });

  it("is kept with the form that was open, as data that JSON takes", () => {
    const kept = stepDraftOf({ ...nothing, open: "enterAnswer", typed: { enterAnswer: fields } }, steps, []);
    expect(JSON.parse(JSON.stringify(kept))).toEqual({ ...nothing, open: "enterAnswer", typed: { enterAnswer: fields } });
  });

  it("of a file that is not in the vault only the name, until it is chosen again", () => {
    const kept = stepDraftOf({ ...nothing, typed: { enterAnswer: { ...fields, attached: { papers: [scan, paper], note: "სკანი" } } } }, steps, []);
    const attached = kept?.typed.enterAnswer?.attached;
    expect(attached).toEqual({ papers: [paper], note: "სკანი", lost: ["scan.pdf"] });
    // Loaded anew once more, it is missed still.
    expect(attached && stepDraftOf({ ...nothing, typed: { enterAnswer: { ...fields, attached } } }, steps, [])?.typed.enterAnswer?.attached).toEqual(attached);
    expect(attached && withMore(attached, [scan])).toEqual({ papers: [paper, scan], note: "სკანი" });
  });

  it("is over once its step can't be taken any more: what was typed for others stays", () => {
    const all: StepDraft = { ...nothing, open: "complain", typed: { complain: fields, enterAnswer: fields }, complainTo: { kind: "otherBody", name: "სახალხო დამცველი" }, court: "ქუთაისი" };
    expect(stepDraftOf(all, [step("enterAnswer")], [])).toEqual({ ...nothing, typed: { enterAnswer: fields } });
    expect(stepDraftOf(all, [step("close")], [])).toBeNull();
    expect(stepDraftOf(all, steps, [])).toMatchObject({ open: "complain", complainTo: all.complainTo, court: "" });
  });

  it("keeps what is being put to an event that is there, and not to one that was taken back", () => {
    const all: StepDraft = { ...nothing, attaching: { there: { papers: [], note: "კურიერი" }, gone: { papers: [], note: "?" } } };
    expect(stepDraftOf(all, steps, ["there"])?.attaching).toEqual({ there: { papers: [], note: "კურიერი" } });
  });

  it("keeps what the form about an event began with: another window may put papers there before it goes on", () => {
    const opened = { id: "there", papers: [paper], note: null };
    const all: StepDraft = { ...nothing, attaching: { there: { papers: [paper, scan], note: "კურიერი", opened } } };
    const kept = JSON.parse(JSON.stringify(stepDraftOf(all, steps, ["there"])));
    expect(kept.attaching.there).toEqual({ papers: [paper], note: "კურიერი", lost: ["scan.pdf"], opened });
  });
});
