// An institution's answer as the vault keeps it. Records of the collection "answers".
import { isFields } from "../codec/fields.ts";
import type { Json } from "../vault/api.ts";

/** What the provider answers for: line 47 (reasoned) and line 68 (complete, correct). */
export const answerMarks = ["complete", "reasoned", "correct"] as const;
export type AnswerMark = (typeof answerMarks)[number];

/** An answer as a page shows it. */
export interface SeenAnswer {
  readonly url: string;
  /** Of the application; null: the page names none. */
  readonly number: string | null;
  readonly title: string;
  readonly text: string;
}

export interface AnswerFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** Also in the document's `extra.attachment`. */
  readonly attachmentId: string;
}

export interface Answer extends SeenAnswer {
  readonly type: "answer";
  /** SHA-256 of the text, UTF-8; hexadecimal. */
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly files: readonly AnswerFile[];
  /** Names of attachments that the portal did not give. */
  readonly missing: readonly string[];
  /** The application that it answers, as the person said; left out: its number tells. */
  readonly applicationId?: string;
  /** What the person says of it; left out: nothing yet. */
  readonly marks: Readonly<Partial<Record<AnswerMark, boolean>>>;
}

export function answerJson(answer: Answer): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return answer as unknown as Json;
}

export function parseSeenAnswer(value: unknown): SeenAnswer | null {
  if (!isFields(value)) return null;
  const { url, number, title, text } = value;
  if (typeof url !== "string" || url.length > 2_000 || typeof title !== "string" || title.length > 300 || typeof text !== "string" || text.length > 200_000) return null;
  return { url, number: typeof number === "string" && number.length <= 60 ? number : null, title, text };
}

/** A record of "answers" as it was kept; null when it is none. */
export function parseAnswer(value: unknown): Answer | null {
  const seen = parseSeenAnswer(value);
  if (!seen || !isFields(value) || value["type"] !== "answer") return null;
  const { sha256, savedAt, files, missing } = value;
  if (typeof sha256 !== "string" || typeof savedAt !== "number") return null;
  const given = isFields(value["marks"]) ? value["marks"] : {};
  const { applicationId } = value;
  const marks: Partial<Record<AnswerMark, boolean>> = {};
  for (const mark of answerMarks) if (typeof given[mark] === "boolean") marks[mark] = given[mark];
  return {
    type: "answer", ...seen, sha256, savedAt, marks,
    ...(typeof applicationId === "string" ? { applicationId } : {}),
    files: Array.isArray(files) ? files.map(parseFile).filter((one) => one !== null) : [],
    missing: Array.isArray(missing) ? missing.filter((one): one is string => typeof one === "string") : [],
  };
}

function parseFile(value: unknown): AnswerFile | null {
  if (!isFields(value)) return null;
  const { name, size, sha256, attachmentId } = value;
  return typeof name === "string" && typeof size === "number" && typeof sha256 === "string" && typeof attachmentId === "string" ? { name, size, sha256, attachmentId } : null;
}
