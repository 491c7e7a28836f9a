// Which texts of terms are versions of one another: those of one page, and of one service where a page shows many.
import { expect, it } from "vitest";
import { pageKeyOf } from "../../../src/notices/terms.ts";

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
