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
  readonly args?: { readonly frame?: string; readonly data?: { readonly url?: string; readonly frame?: string } };
}

/**
 * Until when what the main thread works is counted, from the moment on that the page takes the place of the one before:
 * its load event or its first content in sight, whichever comes later; the first quiet moment after that; a second and a half
 * after the load event; the moment before somebody does something. And what that alone makes it work.
 */
export const spans = ["loaded", "quiet", "after", "alone", "gesture"] as const;
export type Span = (typeof spans)[number];

/** The page's own mark (performance.mark) at which somebody does something in it. */
export const gestureMark = "bench-gesture";

/** Milliseconds of main thread, and a count. */
export interface LoadWork {
  /** Whoever made it: page, browser, extension. */
  readonly mainMs: Readonly<Record<Span, number>>;
  /** In scripts of the extension, with the style and layout that they ask for. */
  readonly scriptMs: Readonly<Record<Span, number>>;
  /** Of these the longest that nothing else came between. */
  readonly longestMs: number;
  /** Times that such a script made the browser do style or layout before its turn. */
  readonly forced: number;
  /** From the commit to the load event and to the first content in sight, by the clock. */
  readonly loadMs: number;
  readonly paintMs: number;
}

/** What has to be recorded for it. */
export const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8.execute", "loading", "blink.user_timing"];

/** A page is quiet as soon as no task of a millisecond begins for so long. */
const quietMs = 200;
const afterMs = 1_500;

const cost = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;
const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const sum = (all: readonly TraceEvent[]): number => all.reduce((total, one) => total + cost(one), 0);

function read(trace: Uint8Array): readonly TraceEvent[] {
  // The browser's own format.
  return (JSON.parse(Buffer.from(trace).toString("utf8")) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** What one thread did, in its order, the outer before the inner. */
function threadOf(all: readonly TraceEvent[], { pid, tid }: TraceEvent): readonly TraceEvent[] {
  return all.filter((one) => one.ph === "X" && one.pid === pid && one.tid === tid).toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/**
 * Runs of the extension's scripts, none within another. The page has no script of its own, so that all that goes on after a
 * promise is an extension's, too: the browser does not say whose it is. Compiling is inside of running.
 */
function scriptsIn(thread: readonly TraceEvent[]): readonly TraceEvent[] {
  const outermost: TraceEvent[] = [];
  for (const one of thread) {
    const last = outermost.at(-1);
    const theirs = one.name === "RunMicrotasks" || ((one.name === "EvaluateScript" || one.name === "FunctionCall") && one.args?.data?.url?.startsWith("chrome-extension:") === true);
    if (theirs && (!last || one.ts >= end(last))) outermost.push(one);
  }
  return outermost;
}

/** The first moment from `from` on at which no task of a millisecond begins for a while. */
function quietFrom(tasks: readonly TraceEvent[], from: number): number {
  let at = from;
  for (const one of tasks) {
    if (one.ts > at + quietMs * 1000) break;
    if (end(one) > at && (one.dur ?? 0) >= 1000) at = end(one);
  }
  return at;
}

/** @param origin of the page */
export function loadWork(trace: Uint8Array, origin: string): LoadWork {
  const all = read(trace);
  const commit = all.find((one) => one.name === "CommitLoad" && one.args?.data?.url?.startsWith(origin) === true);
  if (!commit) throw new Error("the trace does not know the page");
  const frame = commit.args?.data?.frame;
  const marked = (name: string, frameOf: (one: TraceEvent) => string | undefined): number => {
    const mark = all.find((one) => one.name === name && one.pid === commit.pid && one.ts > commit.ts && frameOf(one) === frame);
    if (!mark) throw new Error(`the trace does not know the page's ${name}`);
    return mark.ts;
  };
  const load = marked("MarkLoad", ({ args }) => args?.data?.frame);
  const paint = marked("firstContentfulPaint", ({ args }) => args?.frame);
  const thread = threadOf(all, commit);
  const tasks = thread.filter(({ name }) => name === "RunTask");
  const scripts = scriptsIn(thread);
  const loaded = Math.max(load, paint);
  const gesture = marked(gestureMark, () => frame);
  const parts: Readonly<Record<Span, readonly [from: number, to: number]>> = { loaded: [0, loaded], quiet: [0, quietFrom(tasks, loaded)], after: [0, load + afterMs * 1000], alone: [0, gesture], gesture: [gesture, Infinity] };
  const inScript = (one: TraceEvent): boolean => scripts.some((script) => one.ts >= script.ts && end(one) <= end(script));
  // A task is counted where it ends: one during which the page was shown has not been before that.
  const within = (events: readonly TraceEvent[]): Readonly<Record<Span, number>> => {
    const of = (span: Span): number => sum(events.filter((one) => end(one) > parts[span][0] && end(one) <= parts[span][1]));
    return { loaded: of("loaded"), quiet: of("quiet"), after: of("after"), alone: of("alone"), gesture: of("gesture") };
  };
  return {
    mainMs: within(tasks),
    scriptMs: within(scripts),
    longestMs: Math.max(0, ...scripts.map(cost)),
    forced: thread.filter((one) => (one.name === "Layout" || one.name === "UpdateLayoutTree") && inScript(one)).length,
    loadMs: (load - commit.ts) / 1000,
    paintMs: (paint - commit.ts) / 1000,
  };
}
