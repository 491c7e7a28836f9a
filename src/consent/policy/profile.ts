// What the person has confirmed of a policy becomes the organisation's own rule set, beside the statutes and never instead
// of them ([Note: rules are dated data]).
import { ordinaryKinds } from "../law/requestKind.ts";
import type { DeferralRule, LegalSource, LocalText, RuleSet, Stage, TimeLimit } from "../law/ruleSet.ts";
import type { Proposal } from "./proposal.ts";

/**
 * @param where the policy's address, or null for a paper
 * @param confirmedOn ISO date on which the person confirmed it
 * @returns null if no deadline is among the proposals
 */
export function profileOf(proposals: readonly Proposal[], organisation: string, where: string | null, confirmedOn: string): RuleSet | null {
  const title: LocalText = { ka: `ორგანიზაციის საკუთარი პოლიტიკა: ${organisation}`, en: `The organisation's own policy: ${organisation}` };
  const kinds = ordinaryKinds.filter((kind) => kind !== "publicInformation");
  const limits = proposals.flatMap((one): TimeLimit[] => {
    const match = one.field === "deadlines" ? /^(firstAnswer|fulfilment|extended):(\d{1,3}):(workingDays|days)$/.exec(one.value) : null;
    if (!match) return [];
    const unit = match[3] === "workingDays" ? "workingDays" : "days";
    const stage: Stage = match[1] === "firstAnswer" ? "firstAnswer" : match[1] === "extended" ? "extended" : "fulfilment";
    const source: LegalSource = { title, article: articleOf(one.sentence), url: where, verifiedOn: confirmedOn };
    return [{ stage, count: Number(match[2]), unit, from: "receipt", moves: unit === "days", kinds, askers: ["self", "representative", "thirdParty", "legalPerson"], source }];
  });
  if (limits.length === 0) return null;
  const extended = limits.find(({ stage }) => stage === "extended");
  // Whether a deferral is meant for everybody, a machine can't tell: third parties are what line 138 knows it for.
  const deferral: DeferralRule | null = extended ? { askers: ["thirdParty", "legalPerson"], noticeBy: "fulfilment", times: 1, source: extended.source } : null;
  return { id: `policy-${organisation}`, basis: "policy", title, from: null, until: null, limits, deferral };
}

/** The number a sentence begins with, else the sentence's own beginning: enough to find it again. */
function articleOf(sentence: string): string {
  return /^(\d{1,2}(?:\.\d{1,2})*)/.exec(sentence)?.[1] ?? `„${sentence.slice(0, 40)}…“`;
}
