// What goes with terms or a notice that is removed from the records.
import { expect, it } from "vitest";
import { type KeptNotice, type NoticeRecord, removedWith, type TermsVersion } from "../../../src/notices/terms.ts";

const version = (sha256: string, pageKey = "p"): TermsVersion => ({ type: "terms", what: "portal", pageKey, url: "https://www.my.gov.ge/terms", title: "პირობები", stated: null, paragraphs: [sha256], sha256, firstSeen: 0 });
const decided = (sha256: string, pageKey = "p"): NoticeRecord => ({ type: "decision", pageKey, sha256, decision: "refuse", at: 1 });
const notice = (title: string) => ({ type: "notice", title, date: null, text: "ა", url: "https://www.my.gov.ge/notices", firstSeen: 0 }) as const;
const kept = (...all: readonly NoticeRecord[]): readonly KeptNotice[] => all.map((record, i) => ({ id: String(i), version: "v", record }));

it("a version goes with what was decided about it, and with nothing else", () => {
  const [old, newer, elsewhere] = [version("old"), version("new"), version("old", "q")];
  const all = kept(old, newer, elsewhere, decided("old"), decided("old"), decided("new"), decided("old", "q"), notice("ა"));
  expect(removedWith(all, old).map(({ id }) => id)).toEqual(["0", "3", "4"]);
  expect(removedWith(all, newer).map(({ id }) => id)).toEqual(["1", "5"]);
});

it("of a text that came back to an older wording the decision stays as long as one of the two is there", () => {
  const [first, again] = [version("old"), version("old")];
  expect(removedWith(kept(first, again, decided("old")), first).map(({ id }) => id)).toEqual(["0"]);
});

it("a notice goes alone", () => {
  const [one, other] = [notice("ა"), notice("ბ")];
  expect(removedWith(kept(one, other, version("old")), one).map(({ id }) => id)).toEqual(["0"]);
});
