// [Note: own rules are dated] What an organisation promises of its own accord changes with its policy. Each text that the person
// confirmed is kept with the day it is of, and holds from that day until the next one's: a request is judged by what was promised
// when it was made. Of what was promised before the oldest text nobody knows, so that one holds for earlier requests as well.
import type { Day } from "../calendar/day.ts";
import { georgianIso, isoOf } from "../calendar/day.ts";
import { askers, ordinaryKinds } from "../law/requestKind.ts";
import { type LegalSource, type LocalText, noSection, type RuleSet, type TimeLimit } from "../law/ruleSet.ts";
import type { Organisation } from "../record/record.ts";

/** As much of an organisation as has its own rules. */
export type Promising = Pick<Organisation, "policy" | "formerPolicies">;

/** Stages of which an organisation promises a time. */
export const promisedStages = ["firstAnswer", "fulfilment", "extended"] as const;
export type PromisedStage = (typeof promisedStages)[number];

/** One promise as a person writes it down. */
export interface Promised {
  readonly stage: PromisedStage;
  readonly count: number;
  readonly unit: TimeLimit["unit"];
  /** Where in the text; empty: nowhere in particular. */
  readonly section: string;
}

/** All that is kept, the newest first. */
export function ownRules({ policy, formerPolicies }: Promising): readonly RuleSet[] {
  return policy === null ? [] : [policy, ...(formerPolicies ?? [])];
}

/** What deadlines are worked out from: each from its day to the next one's, the oldest without a beginning. */
export function rulesInForce(organisation: Promising): readonly RuleSet[] {
  const all = ownRules(organisation);
  return all.map((one, i) => ({ ...one, from: i === all.length - 1 ? null : one.from, until: all[i - 1]?.from ?? null }));
}

/** With one more; of the same day, it takes the other's place. */
export function withOwnRules(organisation: Promising, added: RuleSet): Promising {
  return asKept([...ownRules(organisation).filter(({ from }) => from !== added.from), added]);
}

export function withoutOwnRules(organisation: Promising, removed: RuleSet): Promising {
  return asKept(ownRules(organisation).filter(({ from }) => from !== removed.from));
}

/** The newest first; of one day, in the order in which they are given. */
export function asKept(all: readonly RuleSet[]): Promising {
  const [policy = null, ...formerPolicies] = all.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : (a.from ?? "") > (b.from ?? "") ? -1 : 0));
  return { policy, formerPolicies: formerPolicies.length === 0 ? null : formerPolicies };
}

/**
 * @param of whose text it is, and of which day
 * @param where its address, or null for a paper
 * @param confirmedOn the day on which the person confirmed it
 */
export function ownRuleSet(of: { readonly organisation: string; readonly day: Day }, promises: readonly Promised[], where: string | null, confirmedOn: Day): RuleSet | null {
  if (promises.length === 0) return null;
  const from = isoOf(of.day);
  const title = ownTitle(of.organisation, from);
  const source = (section: string): LegalSource => ({ title, article: section.trim() || noSection, url: where, verifiedOn: isoOf(confirmedOn) });
  const limits = promises.map(({ stage, count, unit, section }): TimeLimit => ({ stage, count, unit, from: "receipt", moves: unit !== "workingDays", kinds: promisedKinds, askers, source: source(section) }));
  const extended = limits.find(({ stage }) => stage === "extended");
  // Whether a deferral is meant for everybody, a text seldom says: third parties are what line 138 knows it for.
  return { id: `policy-${of.organisation}-${from}`, basis: "policy", title, from, until: null, limits, deferral: extended ? { askers: ["thirdParty", "legalPerson"], noticeBy: "fulfilment", times: 1, source: extended.source } : null };
}

/** What it promises, to be mended by hand. */
export function promisesOf({ limits }: RuleSet): readonly Promised[] {
  return promisedStages.flatMap((stage) => {
    const found = limits.find((one) => one.stage === stage);
    return found ? [{ stage, count: found.count, unit: found.unit, section: found.source.article === noSection ? "" : found.source.article }] : [];
  });
}

const promisedKinds = ordinaryKinds.filter((kind) => kind !== "publicInformation");

function ownTitle(organisation: string, from: string): LocalText {
  const day = georgianIso(from);
  return { ka: `ორგანიზაციის საკუთარი პოლიტიკა: ${organisation} (${day}‑ის ტექსტი)`, en: `The organisation's own policy: ${organisation} (text of ${day})` };
}
