// What the person has confirmed of a policy becomes the organisation's own rule set, beside the statutes and never instead
// of them ([Note: rules are dated data], [Note: own rules are dated]).
import type { Day } from "../calendar/day.ts";
import type { RuleSet } from "../law/ruleSet.ts";
import { ownRuleSet, promisedStages, type Promised } from "./ownRules.ts";
import type { Proposal } from "./proposal.ts";

/**
 * @param day of which the text is
 * @param where the policy's address, or null for a paper
 * @param confirmedOn when the person confirmed it
 * @returns null if no deadline is among the proposals
 */
export function profileOf(proposals: readonly Proposal[], organisation: string, day: Day, where: string | null, confirmedOn: Day): RuleSet | null {
  const promises = proposals.flatMap((one): Promised[] => {
    const [, stage, count, unit] = (one.field === "deadlines" ? /^(firstAnswer|fulfilment|extended):(\d{1,3}):(workingDays|days)$/.exec(one.value) : null) ?? [];
    const found = promisedStages.find((name) => name === stage);
    return found ? [{ stage: found, count: Number(count), unit: unit === "workingDays" ? "workingDays" : "days", section: articleOf(one.sentence) }] : [];
  });
  return ownRuleSet({ organisation, day }, promises, where, confirmedOn);
}

/** The number a sentence begins with, else the sentence's own beginning: enough to find it again. */
function articleOf(sentence: string): string {
  return /^(\d{1,2}(?:\.\d{1,2})*)/.exec(sentence)?.[1] ?? `„${sentence.slice(0, 40)}…“`;
}
