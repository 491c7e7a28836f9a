import en from "./en.json" with { type: "json" };
import ka from "./ka.json" with { type: "json" };
import type { RequestKind } from "../law/requestKind.ts";
import type { TimeLimit } from "../law/ruleSet.ts";
import type { Cause } from "../request/cause.ts";
import type { Outcome } from "../request/event.ts";
import type { NoticeItem } from "../request/notice.ts";

export type Language = "ka" | "en";
export type LetterKind = RequestKind | "thirdParty" | "reminder" | "incomplete" | "feeObjection" | "details" | "bodyComplaint" | "decisionComplaint" | "administrativeComplaint" | "administrativeClaim";
export type CommonPart = "representative" | "database" | "identifying" | "closing" | "answer" | "facts" | "follows" | "complaintMade" | "evidence" | "grievances";

/** A paragraph, or a part that appears only `if` its values are there (`a&b`: both; `!a`: not). */
export type TemplatePart =
  | string
  | { readonly if?: string; readonly text?: string; readonly list?: readonly TemplateItem[]; readonly each?: string; readonly include?: CommonPart };

/** A line of a list, or one that appears only `if` its values are there. */
export type TemplateItem = string | { readonly if: string; readonly text: string };

export interface LetterTemplates {
  readonly language: Language;
  readonly labels: Readonly<Record<keyof typeof ka.labels, string>>;
  readonly limits: Readonly<Record<TimeLimit["unit"], string>>;
  readonly noticeItems: Readonly<Record<NoticeItem, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** The body above a public institution, where nobody has named it. */
  readonly superior: string;
  readonly common: Readonly<Record<CommonPart, readonly TemplatePart[]>>;
  readonly kinds: Readonly<Record<LetterKind, { readonly title: string; readonly body: readonly TemplatePart[] }>>;
}

// The JSON files' words for `include` and `language` are strings to the compiler; a test holds them to the list.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const templates: Readonly<Record<Language, LetterTemplates>> = { ka: ka as unknown as LetterTemplates, en: en as unknown as LetterTemplates };
