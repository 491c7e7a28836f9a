// What is said of where a request stands, where neither a date nor the one step that is left says it.
import type { Phase } from "../request/phase.ts";
import type { DataRequest } from "../request/request.ts";
import type { Situation } from "../request/situation.ts";

const explained = ["returned", "waitingForMe", "partial", "restOwed", "refused", "complained", "decided", "upheld", "inCourt", "judged", "closed"] as const satisfies readonly (Phase | "restOwed" | "upheld")[];

export interface Standing {
  readonly phase: (typeof explained)[number];
  /** What the organisation wants to know; else empty. */
  readonly what: string;
}

/** What has a sentence of its own, and what fills it; null: the request's steps and days say enough. */
export function standingOf({ events }: Pick<DataRequest, "events">, { phase, steps, restOwed, overdue, decision }: Pick<Situation, "phase" | "steps" | "restOwed" | "overdue" | "decision">): Standing | null {
  // Of a part that came in time the rest is on its way, as far as anybody knows.
  if (restOwed && !overdue) return { phase: "restOwed", what: "" };
  if (decision !== null && decision !== "rejected") return { phase: "upheld", what: "" };
  const found = explained.find((one) => one === phase);
  if (found === undefined) return null;
  // A complaint, and a claim, are complained of nowhere.
  if ((found === "partial" || found === "refused") && !steps.some(({ kind }) => kind === "complain")) return null;
  const asked = events.findLast((one) => one.type === "askedMore");
  return { phase: found, what: found === "waitingForMe" ? (asked?.what.trim().replace(/[.;]+$/, "") ?? "") : "" };
}
