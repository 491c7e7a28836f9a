// What the policy reader proposes. Nothing of it enters the record before the person has confirmed it, and nothing is
// proposed without the sentence that says it.

export const policyFields = ["owner", "purpose", "retention", "recipients", "rights", "deadlines"] as const;
export type PolicyField = (typeof policyFields)[number];

export interface Proposal {
  readonly field: PolicyField;
  /**
   * owner: the name without its legal form. retention: an ISO 8601 duration, or `purpose`, `consent`, `law`, `contract`.
   * deadlines: `stage:count:unit` as in ruleSet.ts. The others: a word of the tables beside (purposeWords.ts and its like).
   */
  readonly value: string;
  /** The sentence, as it stands in the text, and where. */
  readonly sentence: string;
  readonly start: number;
}
