// What several times for an answer are to each other. Each is told by its own clause (answerTime.ts); together they are steps, since
// hardly any text has two of one kind: of 270 texts with such times three have two for satisfying a request alone.
import type { Proposal } from "./proposal.ts";

type Stage = "firstAnswer" | "fulfilment";

/** @returns the proposals, the times for an answer as the steps that they are beside each other */
export function asSteps(found: readonly Proposal[]): readonly Proposal[] {
  const of = (stage: Stage): readonly Proposal[] => found.filter(({ field, value }) => field === "deadlines" && value.startsWith(`${stage}:`)).toSorted((a, b) => lengthOf(a.value) - lengthOf(b.value));
  const [first, fulfilled] = [of("firstAnswer"), of("fulfilment")];
  const [shorter, longer, third] = fulfilled;
  // "She will say in five days whether she can find it. You have it in thirty." In one sentence its clauses have told them apart.
  if (first.length === 0 && shorter && longer && !third && shorter.start !== longer.start) return found.map((one) => (one === shorter ? as("firstAnswer", one) : one));
  const [, later] = first;
  if (fulfilled.length === 0 && later && first.length === 2) return found.map((one) => (one === later ? as("fulfilment", one) : one));
  return found;
}

const as = (stage: Stage, one: Proposal): Proposal => ({ ...one, value: `${stage}${one.value.slice(one.value.indexOf(":"))}` });

/** In days of the calendar. */
function lengthOf(value: string): number {
  const [, count, unit] = value.split(":");
  return Number(count) * (unit === "workingDays" ? 1.4 : 1);
}
