// What the person says of a kept answer, on its way into the vault.
import { type Answer, answerJson, type AnswerMark } from "../../forms/answer.ts";
import type { VaultClient } from "../../vault/client.ts";
import { toVaultFailure, type VaultErrorCode } from "../../vault/error.ts";

export interface KeptAnswer {
  readonly answerId: string;
  readonly version: string;
  readonly answer: Answer;
  /** Hashes of contents that the vault has no more: somebody has thrown a file away since. */
  readonly gone: ReadonlySet<string>;
}

/** A mark that was pressed and is not kept. */
export interface MarkTrouble {
  readonly answerId: string;
  readonly code: VaultErrorCode;
}

/**
 * Says which application an answer is to, where its number does not.
 * @param applicationId null: what was said is taken back
 * @returns why it is not kept; null: it is
 */
export async function tieAnswer(records: Pick<VaultClient["records"], "put">, { answerId, version, answer }: Pick<KeptAnswer, "answerId" | "version" | "answer">, applicationId: string | null): Promise<MarkTrouble | null> {
  const { applicationId: _, ...others } = answer;
  return put(records, answerId, version, applicationId === null ? others : { ...others, applicationId });
}

/**
 * The same mark again takes it back.
 * @returns why it is not kept; null: it is
 */
export async function markAnswer(records: Pick<VaultClient["records"], "put">, { answerId, version, answer }: Pick<KeptAnswer, "answerId" | "version" | "answer">, which: AnswerMark, value: boolean): Promise<MarkTrouble | null> {
  const { [which]: before, ...others } = answer.marks;
  const marks = before === value ? others : { ...others, [which]: value };
  return put(records, answerId, version, { ...answer, marks });
}

async function put(records: Pick<VaultClient["records"], "put">, answerId: string, version: string, answer: Answer): Promise<MarkTrouble | null> {
  try {
    await records.put("answers", answerId, answerJson(answer), version);
    return null;
  } catch (error) {
    return { answerId, code: toVaultFailure(error).code };
  }
}
