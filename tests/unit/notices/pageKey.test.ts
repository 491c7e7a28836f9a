// Which texts of terms are versions of one another: those of one page, and of one service where a page shows many.
import { expect, it } from "vitest";
import { decisionOn, languageKey, type NoticeRecord, pageKeyOf, parseNoticeRecord, toJson, versionsOf } from "../../../src/notices/terms.ts";

const key = (address: string): string => pageKeyOf(new URL(address));

it("the same page is the same text, however somebody came there", () => {
  const terms = key("https://www.my.gov.ge/terms");
  for (const address of ["/terms/", "/terms?utm_source=mail", "/terms?markup=app&sid=7f0b", "/terms?lang=ka#top"]) expect(key(`https://www.my.gov.ge${address}`)).toBe(terms);
});

it("of one page that shows many, each is its own", () => {
  const one = key("https://www.my.gov.ge/service-terms?id=12");
  expect(key("https://www.my.gov.ge/service-terms?utm_source=x&id=12")).toBe(one);
  for (const address of ["?id=13", "?ServiceId=12", "?id=12&doc=2", ""]) expect(key(`https://www.my.gov.ge/service-terms${address}`)).not.toBe(one);
});

it("what was kept under the page alone goes on in its own text and language, with what was decided of it", () => {
  const page = "https://www.my.gov.ge/service-terms";
  const before = (sha256: string, which: string, paragraph: string): NoticeRecord => ({ type: "terms", what: "service", pageKey: page, url: `${page}/${which}`, title: "T", stated: null, paragraphs: [paragraph], sha256, firstSeen: 1 });
  const stored: readonly NoticeRecord[] = [before("a", "", "წესი"), before("b", "", "Rules"), before("c", "?id=7&sid=1", "წესი მეშვიდე"), { type: "decision", pageKey: page, sha256: "b", decision: "agree", at: 2 }];
  const read = stored.flatMap((one) => parseNoticeRecord(toJson(one)) ?? []);
  expect(read).toHaveLength(4);
  const found = (address: string, paragraph: string) => versionsOf(read, languageKey({ pageKey: key(address), paragraphs: [paragraph] }));
  expect([found(page, "წესი"), found(page, "Rules"), found(`${page}?id=7`, "წესი")].map((versions) => versions.map(({ sha256 }) => sha256))).toEqual([["a"], ["b"], ["c"]]);
  const [english] = found(page, "Rules");
  expect(english && decisionOn(read, english)?.decision).toBe("agree");
  // Read and kept once more it stays where it is.
  expect(read.map((one) => parseNoticeRecord(toJson(one)))).toEqual(read);
});
