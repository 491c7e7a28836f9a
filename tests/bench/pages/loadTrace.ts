// What a page's main thread worked while it was loaded, read from a trace of the browser's.

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** What the thread really worked of it: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Milliseconds of main thread until the page is settled, and a count. */
export interface LoadWork {
  /** All of it, whoever made it: page, browser, extension. */
  readonly mainMs: number;
  /** In scripts of the extension, with the style and layout that they ask for. */
  readonly scriptMs: number;
  readonly longestScriptMs: number;
  /** Times that such a script made the browser do style or layout before its turn. */
  readonly forced: number;
}

/** What has to be recorded for it. */
export const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8.execute"];

const cost = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;

/**
 * The page has no script of its own, so that all that goes on after a promise is an extension's, too: the browser does not say
 * whose it is. Compiling is inside of running.
 * @param origin of the page
 */
export function loadWork(trace: Uint8Array, origin: string): LoadWork {
  // The browser's own format.
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString("utf8")) as { traceEvents: TraceEvent[] };
  const urlOf = ({ args }: TraceEvent): string => args?.data?.url ?? "";
  const commit = traceEvents.find((one) => one.name === "CommitLoad" && urlOf(one).startsWith(origin));
  if (!commit) throw new Error("the trace does not know the page");
  const thread = traceEvents.filter((one) => one.ph === "X" && one.pid === commit.pid && one.tid === commit.tid).toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outermost: TraceEvent[] = [];
  for (const one of thread) {
    const last = outermost.at(-1);
    const ours = one.name === "RunMicrotasks" || ((one.name === "EvaluateScript" || one.name === "FunctionCall") && urlOf(one).startsWith("chrome-extension:"));
    if (ours && (!last || one.ts >= last.ts + (last.dur ?? 0))) outermost.push(one);
  }
  const inScript = (one: TraceEvent): boolean => outermost.some(({ ts, dur = 0 }) => one.ts >= ts && one.ts + (one.dur ?? 0) <= ts + dur);
  return {
    mainMs: thread.filter(({ name }) => name === "RunTask").reduce((sum, one) => sum + cost(one), 0),
    scriptMs: outermost.reduce((sum, one) => sum + cost(one), 0),
    longestScriptMs: Math.max(0, ...outermost.map(cost)),
    forced: thread.filter((one) => (one.name === "Layout" || one.name === "UpdateLayoutTree") && inScript(one)).length,
  };
}
