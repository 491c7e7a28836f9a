import { dayFromIso } from "../../../src/consent/calendar/day.ts";
import type { RuleSet } from "../../../src/consent/law/ruleSet.ts";
import { ownRuleSet } from "../../../src/consent/policy/ownRules.ts";

/** What an organisation promised in a text of that day: an answer within so many working days. */
export function ownRulesOf(organisation: string, from: string, count: number): RuleSet {
  const day = dayFromIso(from) ?? 0;
  const made = ownRuleSet({ organisation, day }, [{ stage: "firstAnswer", count, unit: "workingDays", section: "" }], null, day);
  if (made === null) throw new Error("no rules");
  return made;
}
