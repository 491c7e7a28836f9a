// What is typed into a request's step and not recorded yet: what of it is kept, and what it is when the page comes back.
import { describe, expect, it, vi } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import type { NextStep } from "../../../src/consent/request/nextStep.ts";
import type { EventFields } from "../../../src/home/data/eventFields.ts";
import type { StepDraft } from "../../../src/home/data/stepDraft.ts";
import { happened } from "../consent/build.ts";

vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => ({}) }));
const { noFields } = await import("../../../src/home/data/eventFields.ts");
const { withMore } = await import("../../../src/home/data/papers.ts");
const { heldOver, stepDraftOf } = await import("../../../src/home/data/stepDraft.ts");

const step = (kind: NextStep["kind"], letter: NextStep["letter"] = null): NextStep => ({ kind, letter, about: null, from: null, event: null });
const steps = [step("enterAnswer"), step("complain", "complaint")];
const nothing: StepDraft = { open: null, typed: {}, complainTo: null, court: "", given: "", signed: {}, attaching: {} };
const fields: EventFields = { ...noFields(dayOf(2026, 11, 26), "mail"), words: "ორი ლარი" };
const there = { ...happened("refused", "2026-11-20"), id: "there" };
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

  it("stays while its step can't be taken, closed, and is said; it is there when the step comes back", () => {
    const all: StepDraft = { ...nothing, open: "complain", typed: { complain: fields, enterAnswer: fields }, complainTo: { kind: "otherBody", name: "სახალხო დამცველი" }, court: "ქუთაისი" };
    const closed = [step("reopen")];
    expect(heldOver(all, closed, [])).toEqual([
      { kind: "enterAnswer", words: ["ორი ლარი"] },
      { kind: "complain", words: ["სახალხო დამცველი", "ორი ლარი"] },
      { kind: "sue", words: ["ქუთაისი"] },
    ]);
    const kept = stepDraftOf(all, closed, []);
    expect(kept).toEqual({ ...all, open: null });
    expect(kept && stepDraftOf(kept, [...steps, step("sue", "claim")], [])).toEqual({ ...all, open: null });
    expect(heldOver(all, [...steps, step("sue", "claim")], [])).toEqual([]);
  });

  it("is over with its step where nothing but days and choices were made, or where another window recorded the same words", () => {
    const chosen: StepDraft = { ...nothing, typed: { enterReceipt: { ...noFields(dayOf(2026, 11, 2), "post"), proof: "stamp" } } };
    expect(stepDraftOf(chosen, [step("close")], [])).toBeNull();
    expect(stepDraftOf(chosen, [step("enterReceipt")], [])).toEqual(chosen);
    const short: StepDraft = { ...nothing, typed: { enterAnswer: { ...fields, words: "ორი" } } };
    expect(heldOver(short, [step("close")], [happened("askedMore", "2026-11-26", { what: "ორი ლარი" })]), "words that another's contain are not on record").toHaveLength(1);
    const given: StepDraft = { ...nothing, given: "ჩემი მისამართი" };
    expect(heldOver(given, [step("close")], [])).toEqual([{ kind: "giveMore", words: ["ჩემი მისამართი"] }]);
    expect(stepDraftOf(given, [step("close")], [happened("gaveMore", "2026-11-26", { copy: { text: "გაცნობებთ: ჩემი მისამართი." } })])).toBeNull();
    const typed: StepDraft = { ...nothing, typed: { enterAnswer: { ...fields, attached: { papers: [paper], note: " „სკანი“ " } } } };
    expect(stepDraftOf(typed, [step("close")], [happened("askedMore", "2026-11-26", { what: "ორი ლარი", note: "„სკანი“", papers: [paper] })])).toBeNull();
    expect(heldOver(typed, [step("close")], [happened("askedMore", "2026-11-26", { what: "ორი ლარი" })])).toEqual([{ kind: "enterAnswer", words: ["ორი ლარი", "„სკანი“", "უარი.pdf"] }]);
  });

  it("a letter that was signed and not recorded stays, too, until it is on record", () => {
    const file = { documentId: "s", name: "საჩივარი.asice", sha256: "cd".repeat(32) };
    const all: StepDraft = { ...nothing, signed: { complain: { file, text: null } } };
    expect(stepDraftOf(all, [step("close")], [])).toEqual(all);
    expect(heldOver(all, [step("close")], [happened("complained", "2026-11-26", { copy: { file: { ...file, sha256: "ef".repeat(32) } } })]), "an earlier one of the same name").toHaveLength(1);
    expect(stepDraftOf(all, [step("close")], [happened("complained", "2026-11-26", { copy: { file } })])).toBeNull();
  });

  it("keeps what is being put to an event that is there, and not to one that was taken back", () => {
    const all: StepDraft = { ...nothing, attaching: { there: { papers: [], note: "კურიერი" }, gone: { papers: [], note: "?" } } };
    expect(stepDraftOf(all, steps, [there])?.attaching).toEqual({ there: { papers: [], note: "კურიერი" } });
  });

  it("keeps what the form about an event began with: another window may put papers there before it goes on", () => {
    const opened = { id: "there", papers: [paper], note: null };
    const all: StepDraft = { ...nothing, attaching: { there: { papers: [paper, scan], note: "კურიერი", opened } } };
    const kept = JSON.parse(JSON.stringify(stepDraftOf(all, steps, [there])));
    expect(kept.attaching.there).toEqual({ papers: [paper], note: "კურიერი", lost: ["scan.pdf"], opened });
  });
});
