// Forms, confirmations, answers, terms and notices by their words alone: each on its own page, and on no other.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer";
import { markups } from "../virtual/portal/markup/markups.ts";
import { samplePages } from "../virtual/portal/forms/samplePages.ts";
import type * as Detectors from "./harness/detectorsEntry.ts";
import { detectorScript } from "./harness/detectors.ts";
import { Stage } from "./harness/stage.ts";

type Tools = { readonly detectors: typeof Detectors };
const own: Readonly<Record<string, string>> = { "application-form": "apply", confirmation: "sent", answer: "answer", terms: "terms", "service-terms": "service-terms", notice: "notices" };

describe("pages around applications, by their words", () => {
  let stage: Stage;
  let page: Page;
  let script = "";
  let sample: ReturnType<typeof samplePages>;
  beforeAll(async () => {
    script = (await detectorScript()).replace(/^var detectors ?=/m, "globalThis.detectors =");
    stage = await Stage.set({ unplugged: true });
    sample = samplePages(stage.portal.office);
    page = await stage.browser.newPage();
  });
  afterAll(async () => {
    await stage.close();
  });

  it.each(markups.map(({ name }) => name))("at least 80 % are found, none on a page of another kind: %s", async (markup) => {
    const wrong: string[] = [];
    let found = 0;
    for (const [kind, path] of Object.entries(sample.paths)) {
      await page.goto(`https://www.my.gov.ge${path}?markup=${markup}`, { waitUntil: "load" });
      await page.evaluate(script);
      const hits = await page.evaluate(() => {
        const { formWords, registrationNumber } = (globalThis as unknown as Tools).detectors;
        return Object.entries(formWords).map(([id, find]) => {
          const [first] = find(document);
          return { id, count: find(document).length, number: first ? registrationNumber(first) : null };
        });
      });
      for (const { id, count, number } of hits) {
        if (own[id] === kind) {
          if (count === 1) found += 1;
          if (count > 1) wrong.push(`${markup} ${kind}: ${count} times ${id}`);
          if (count === 1 && (kind === "sent" || kind === "answer") && number !== sample.number) wrong.push(`${markup} ${kind}: number ${number ?? "none"}`);
        } else if (count > 0) wrong.push(`${markup} ${kind}: ${id}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(found / Object.keys(own).length).toBeGreaterThanOrEqual(0.8);
  });

  it("200 random changes of the form's page never lead to a wrong form, or to a failure", async () => {
    for (const { name } of markups) {
      await page.goto(`https://www.my.gov.ge${sample.paths["apply"] ?? ""}?markup=${name}`, { waitUntil: "load" });
      await page.evaluate(script);
      const wrong = await page.evaluate((count) => {
        const { detectors } = globalThis as unknown as Tools;
        const pristine = document.body.innerHTML;
        const out: string[] = [];
        let seed = 7;
        const random = (below: number): number => ((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
        for (let i = 0; i < count; i += 1) {
          document.body.innerHTML = pristine;
          for (let k = 0; k <= random(6); k += 1) {
            const all = [...document.body.querySelectorAll("*")];
            const one = all[random(all.length)];
            const other = all[random(all.length)];
            if (!one || !other) continue;
            const act = random(4);
            if (act === 0) one.remove();
            else if (act === 1) one.className = `c${random(99)}`;
            else if (act === 2 && !one.contains(other)) other.append(one);
            else one.removeAttribute("data-send");
          }
          try {
            for (const form of detectors.lookFor(document, "application-form").elements) if (!form.matches("form") || !form.querySelector("input, textarea, select")) out.push(form.outerHTML.slice(0, 80));
            for (const id of ["confirmation", "answer", "terms", "service-terms", "notice"] as const) for (const hit of detectors.lookFor(document, id).elements) out.push(`${id}: ${hit.outerHTML.slice(0, 80)}`);
          } catch (error) {
            out.push(String(error));
          }
        }
        return out;
      }, process.env["SLOW"] ? 1_000 : 200);
      expect(wrong).toEqual([]);
    }
  });
});
