import { useCallback, useEffect, useState } from "preact/hooks";
import { type AnswerMark, parseAnswer } from "../../forms/answer.ts";
import type { VaultClient } from "../../vault/client.ts";
import { type KeptAnswer, markAnswer, type MarkTrouble, tieAnswer } from "./answerMarks.ts";

interface Control {
  readonly list: readonly KeptAnswer[];
  /** The same mark again takes it back. */
  readonly mark: (kept: KeptAnswer, mark: AnswerMark, value: boolean) => void;
  /** Which application it answers; null: what was said is taken back. */
  readonly tie: (kept: KeptAnswer, applicationId: string | null) => void;
  /** The last mark is not kept: what is shown is what the vault has. */
  readonly trouble: MarkTrouble | null;
}

/** All answers, and which of their files are no longer there. */
async function readAnswers(vault: Pick<VaultClient, "records" | "documents">): Promise<readonly KeptAnswer[]> {
  const found = (await vault.records.list("answers")).flatMap(({ id, version, value }) => {
    const answer = parseAnswer(value);
    return answer ? [{ answerId: id, version, answer }] : [];
  });
  const hashes = found.flatMap(({ answer }) => answer.files.map(({ sha256 }) => sha256));
  const gone = new Set(hashes.length > 0 ? await vault.documents.absent(hashes) : []);
  return found.map((one) => ({ ...one, gone })).sort((one, other) => other.answer.savedAt - one.answer.savedAt);
}

/** Answers in the vault, newest first, followed over all windows. Used only while the vault is open. */
export function useAnswers(vault: VaultClient): Control {
  const [list, setList] = useState<readonly KeptAnswer[]>([]);
  const [trouble, setTrouble] = useState<MarkTrouble | null>(null);
  const load = useCallback(() => {
    readAnswers(vault).then(setList, () => undefined);
  }, [vault]);
  useEffect(() => {
    load();
    return vault.onEvent((event) => {
      if (event.kind === "changed" && (event.collection === "answers" || event.collection === "documents")) load();
    });
  }, [load]);
  const kept = useCallback((act: Promise<MarkTrouble | null>): void => {
    setTrouble(null);
    void act.then((why) => {
      setTrouble(why);
      if (why) load();
    });
  }, [load]);
  const mark = useCallback((one: KeptAnswer, which: AnswerMark, value: boolean): void => kept(markAnswer(vault.records, one, which, value)), [vault, kept]);
  const tie = useCallback((one: KeptAnswer, applicationId: string | null): void => kept(tieAnswer(vault.records, one, applicationId)), [vault, kept]);
  return { list, mark, tie, trouble };
}
