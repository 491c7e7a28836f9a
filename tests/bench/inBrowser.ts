// What only a real browser can tell: the content script's time on a page's main thread, and a whole login.
import { askForCard, logIn } from "../e2e/harness/login.ts";
import { portalOrigin, Stage } from "../e2e/harness/stage.ts";
import { PacedClock } from "./pacedClock.ts";

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

export interface InBrowser {
  /** Milliseconds of main thread for compiling and running the content script on load, median. */
  readonly contentScriptMs: number;
  /** From Enter to the token at the portal's server, and what wire and card took of it. */
  readonly pinToPortalMs: number;
  readonly pinToPortalFloorMs: number;
}

const loads = 9;

export async function inBrowser(): Promise<InBrowser> {
  const clock = new PacedClock();
  const stage = await Stage.set({ reader: { clock } });
  try {
    const page = await stage.browser.newPage();
    const times: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      await page.tracing.start({ categories: ["devtools.timeline", "disabled-by-default-v8.compile", "v8"] });
      await page.goto(`${portalOrigin}/password`, { waitUntil: "load" });
      const trace = await page.tracing.stop();
      const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString("utf8")) as { traceEvents: TraceEvent[] };
      const ours = traceEvents.filter(({ name, args }) => (name === "EvaluateScript" || name === "v8.compile") && args?.data?.url?.includes("content.iife"));
      if (ours.length === 0) throw new Error("the trace does not know the content script");
      times.push(ours.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0));
    }
    await page.close();
    const { portal, prompt } = await askForCard(stage);
    await prompt.waitForSelector(".pin-field");
    const [start, startFloor] = [Date.now(), clock.ms];
    await logIn(stage, portal, prompt, "1234", "whole");
    const at = stage.portal.logins[0]?.at ?? Date.now();
    return {
      contentScriptMs: times.toSorted((a, b) => a - b)[Math.floor(loads / 2)] ?? 0,
      pinToPortalMs: at - start,
      pinToPortalFloorMs: clock.ms - startFloor,
    };
  } finally {
    await stage.close();
  }
}
