// What the extension shows at the window's edges, the shipped code alone in a bare page: as many pills as there can be, with the
// longest words of a language, beside the handles, in any window. See: [Note: two edges] in src/portal/features/pills.ts.
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer";
import type { FeatureContext } from "../../../src/portal/feature.ts";
import { builtAlone } from "./detectors.ts";
import type * as Entry from "./overlayEntry.ts";
import { isWide } from "./windowSize.ts";

/** With the last two no handle has room below another's usual place: 200 % of a small window, and 400 % of a usual one (WCAG 1.4.10). */
export const windows = [[1440, 900], [768, 1024], [1280, 721], [1280, 620], [320, 640], [640, 320], [320, 256]] as const;

interface Said {
  readonly text: string;
  readonly action: string;
  readonly second?: string;
}

/** The longest that pills say, by words and button. */
export function longest(language: "ka" | "en"): readonly Said[] {
  const all = JSON.parse(readFileSync(new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url), "utf8")) as Readonly<Record<string, { readonly message: string }>>;
  const texts = Object.entries(all).flatMap(([key, { message }]) => (/^page_(form|sign|answer|terms|consent|documents|personal|password|profile|registration)/.test(key) ? [message.replaceAll(/\$[A-Z]+\$/g, "12345678")] : []));
  const actions = Object.entries(all).flatMap(([key, { message }]) => (/^page_.*_(open|act|save|rest)$/.test(key) ? [message] : []));
  const byLength = (list: readonly string[]): readonly string[] => list.toSorted((one, other) => other.length - one.length);
  const [words, buttons] = [byLength(texts), byLength(actions)];
  // One of them has two buttons.
  const second = { second: all["page_answer_again"]?.message ?? "" };
  return [0, 1, 2, 3].map((at) => ({ text: words[at] ?? "", action: buttons[at] ?? "", ...(at === 0 ? second : {}) }));
}

/** What the shipped code makes of the window's edges, into a page, as `globalThis.edges`. */
export async function bringEdges(page: Page): Promise<void> {
  await page.evaluate((await builtAlone("overlayEntry", "edges")).replace(/^var edges ?=/m, "globalThis.edges ="));
}

/** @returns what covers what, or is not to be reached, in each window, for each number of pills and of those that warn */
export async function covered(page: Page, language: "ka" | "en", shot: (name: string) => Promise<void>): Promise<readonly string[]> {
  await bringEdges(page);
  const client = await page.createCDPSession();
  const wrong: string[] = [];
  for (const [width, height] of windows) {
    await client.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    await isWide(page, width);
    for (const [count, warnings] of [[1, 0], [1, 1], [2, 1], [3, 2], [4, 4]] as const) {
      const found = await page.evaluate((said, warn) => {
        const { makeHandle, makePill, openOverlay } = (globalThis as unknown as { readonly edges: typeof Entry }).edges;
        const scope = globalThis as unknown as { stopEdges?: AbortController };
        scope.stopEdges?.abort();
        const stop = (scope.stopEdges = new AbortController());
        const overlay = openOverlay(document, stop.signal);
        const context = { document, signal: stop.signal, overlay, watch: { draw: (act: () => void) => act() }, t: (key: string) => key } as unknown as FeatureContext;
        for (const name of ["handle-favourites", "handle-data"]) makeHandle(context, { name, label: name, shape: "M0 0h24v24H0z" }, () => undefined, () => undefined);
        for (const [at, one] of said.entries()) makePill(context, () => undefined).show({ ...one, kind: at < warn ? "warning" : "plain" });
        const box = (one: Element): DOMRect => one.getBoundingClientRect();
        const all = (selector: string): readonly Element[] => [...overlay.root.querySelectorAll(selector)];
        const meet = (one: DOMRect, other: DOMRect): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
        const out: string[] = [];
        const [handles, pills, stack] = [all(".handle"), all(".pill"), all(".pills")[0]];
        if (!stack) return ["no pills"];
        const name = (one: Element): string => `${one.className} “${(one.textContent ?? "").slice(0, 30)}”`;
        return new Promise<readonly string[]>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
          for (const [i, one] of [...handles, ...pills].entries()) {
            const within = box(one);
            for (const other of [...handles, ...pills].slice(i + 1)) if (meet(within, box(other))) out.push(`${name(one)} meets ${name(other)}`);
            if (handles.includes(one) && (within.top < 0 || within.bottom > innerHeight || within.right > innerWidth)) out.push(`${name(one)} is not in the window`);
          }
          const around = box(stack);
          if (handles.some((one) => meet(box(one), around))) out.push("a handle lies under the pills");
          if (around.top < 0 || around.left < 0) out.push(`the pills reach out of the window: ${around.left} ${around.top}`);
          for (const one of pills) {
            one.scrollIntoView({ block: "nearest" });
            for (const part of one.querySelectorAll("button")) {
              part.scrollIntoView({ block: "nearest" });
              const { left, right, top, bottom } = box(part);
              if (part.matches("[data-small] :is(.pill-close, .pill-second)")) continue;
              if (overlay.root.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== part) out.push(`the button of ${name(one)} is covered`);
              if (part.scrollWidth > part.clientWidth + 1) out.push(`the button of ${name(one)} is cut off`);
            }
          }
          const last = pills.at(-1);
          if (last && (last as HTMLElement).dataset["small"] !== undefined) out.push("the newest words are not shown");
          last?.scrollIntoView({ block: "nearest" });
          resolve(out);
        })));
      }, longest(language).slice(0, count), warnings);
      wrong.push(...found.map((one) => `${language} ${width}×${height}, ${count} pills, ${warnings} warn: ${one}`));
      await shot(`edges-${language}-${width}x${height}-${count}-${warnings}`);
    }
  }
  await client.send("Emulation.clearDeviceMetricsOverride");
  return wrong;
}
