// Our own forms among the records of "drafts", and in the list of what waits.
import { describe, expect, it } from "vitest";
import { ownFormId, ownForms, parseOwnDraft, typedElsewhere } from "../../../src/forms/ownForm.ts";

const draft = (at: number) => ({ type: "ownForm", at, base: null, by: "w", value: { text: "x" } });

describe("forms of ours that were begun", () => {
  it("are told apart from applications, the newest first, each with its address", () => {
    const records = [
      { id: ownFormId("#data/add/5d1f"), value: draft(1) },
      { id: "application-1", value: { type: "application", at: 9 } },
      { id: ownFormId("#data/ask/access/5d1f"), value: draft(2) },
      // Not ours, or of a form that is not known here.
      { id: "data/add", value: draft(3) },
      { id: ownFormId("#data/nothing"), value: draft(4) },
      { id: ownFormId("#data/read"), value: { ...draft(5), at: "x" } },
    ];
    expect(ownForms(records)).toEqual([{ place: "data/ask/access/5d1f", kind: "ask", at: 2 }, { place: "data/add/5d1f", kind: "add", at: 1 }]);
  });

  it("are typed in another window only by what was typed since this one was opened: a page that is gone may have kept its last words later", () => {
    const by = (window: string | null, at: number): boolean => typedElsewhere({ at, base: null, by: window, value: {} }, 10, "here");
    expect([by("there", 11), by("there", 10), by("here", 11), by(null, 11)]).toEqual([true, false, false, false]);
  });

  it("of before windows were told apart have no window", () => {
    expect(parseOwnDraft({ type: "ownForm", at: 1, base: "b", value: {} })).toEqual({ at: 1, base: "b", by: null, value: {} });
  });
});
