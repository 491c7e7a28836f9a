// One organisation's file on paper.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { consentOf, holdingOf, organisationOf } from "../../unit/consent/build.ts";
import { judgeRoom } from "../../virtual/signing/judge.ts";
import { go } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { call } from "./vault.ts";

const [organisationId, holdingId] = ["7f0b1c2d-0000-4000-8000-000000000061", "7f0b1c2d-0000-4000-8000-000000000062"] as const;
const words = "თანახმა ვარ, რომ ჩემი მონაცემები საჭირო მოცულობით დამუშავდეს და პორტალის მეშვეობით გადაეცეს. ";

/** Consents with all their words, each longer than half a page: no page but the last is half empty, and no name stands without its words. */
export async function longConsentsOnPaper(page: Page): Promise<void> {
  const all = Array.from({ length: 4 }, (_, i) => consentOf({ id: `7f0b1c2d-0000-4000-8000-00000000007${i}`, organisationId, holdingId, purpose: `მიზანი №${i + 1}`, text: words.repeat(26) }));
  const records = [["organisations", organisationOf({ id: organisationId, name: "არქივი „ხსოვნა“" })], ["consents", holdingOf({ id: holdingId, organisationId })], ...all.map((one) => ["consents", one] as const)] as const;
  await call(page, "records", "commit", JSON.parse(JSON.stringify(records.map(([collection, value]) => ({ collection, id: value.id, value })))));
  await go(page, `#data/organisation/${organisationId}`);
  await shows(page, "მიზანი №4");
  const judges = await judgeRoom();
  try {
    await judges.write("file.pdf", await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } }));
    const pages = (await judges.run("pdftotext", "poppler-utils", "-layout", "file.pdf", "-")).stdout.split("\f").filter((one) => one.trim() !== "").map((one) => one.split("\n").filter((line) => line.trim() !== ""));
    expect(pages.length).toBeGreaterThan(2);
    const fullest = Math.max(...pages.map((lines) => lines.length));
    expect(pages.slice(0, -1).filter((lines) => lines.length < fullest * 0.6).map((lines) => lines.length)).toEqual([]);
    expect(pages.filter((lines) => /მიზანი №\d/.test(lines.at(-1) ?? ""))).toEqual([]);
  } finally {
    await judges.close();
  }
}
