// [Note: rules are dated data] What must happen by when is not code: it is a list of time limits, each with the article
// that sets it and the day on which somebody last confirmed it. A limit nobody could verify says so
// (`verifiedOn: null`) and is shown as unverified. A statute holds for the requests of its years; a controller's own
// policy is one more rule set beside it, never instead of it.
import type { Asker, RequestKind } from "./requestKind.ts";

export interface LocalText {
  readonly ka: string;
  readonly en: string;
}

/** In the place of an article, where the source has none to cite. */
export const noSection = "–";

export interface LegalSource {
  readonly title: LocalText;
  /** As cited: `14`, `40`, `5.5`; `noSection`: the source is cited as a whole. */
  readonly article: string;
  readonly url: string | null;
  /** ISO date on which this was confirmed in a public source; null: nobody has confirmed it, it is said from memory. */
  readonly verifiedOn: string | null;
}

/**
 * - `firstAnswer`: say whether the request will be satisfied, with grounds if not; met by any answer, a promise too
 * - `fulfilment`: give, correct, erase … what was asked
 * - `extended`: the same after a deferral or extension
 * - `explanation`: after a refusal, the written explanation of rights and appeal
 */
export type Stage = "firstAnswer" | "fulfilment" | "extended" | "explanation";

export interface TimeLimit {
  readonly stage: Stage;
  readonly count: number;
  readonly unit: "workingDays" | "days" | "months";
  /** Counted from the receipt of the request, or from the day of the refusal. Day zero is that day. */
  readonly from: "receipt" | "refusal";
  /** A limit in days or months that ends on a rest day moves to the next working day. Both days are shown. */
  readonly moves: boolean;
  readonly kinds: readonly RequestKind[];
  readonly askers: readonly Asker[];
  readonly source: LegalSource;
}

/** What a rule set demands of a deferral or extension. */
export interface DeferralRule {
  readonly askers: readonly Asker[];
  /** The notice must be sent by the end of this stage's limit. */
  readonly noticeBy: Stage;
  /** How often. */
  readonly times: number;
  readonly source: LegalSource;
}

export interface RuleSet {
  readonly id: string;
  readonly basis: "statute" | "policy";
  readonly title: LocalText;
  /** Requests filed on or after this ISO date, and before `until`; null: no bound. */
  readonly from: string | null;
  readonly until: string | null;
  readonly limits: readonly TimeLimit[];
  readonly deferral: DeferralRule | null;
}
