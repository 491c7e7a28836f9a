import { useCallback, useEffect, useState } from "preact/hooks";
import { type AnswerMark, parseAnswer } from "../../forms/answer.ts";
import type { VaultClient } from "../../vault/client.ts";
import { type KeptAnswer, markAnswer, type MarkTrouble } from "./answerMarks.ts";

interface Control {
  readonly list: readonly KeptAnswer[];
  /** The same mark again takes it back. */
  readonly mark: (kept: KeptAnswer, mark: AnswerMark, value: boolean) => void;
  /** The last mark is not kept: what is shown is what the vault has. */
  readonly trouble: MarkTrouble | null;
}

/** Answers in the vault, newest first, followed over all windows. Used only while the vault is open. */
export function useAnswers(vault: VaultClient): Control {
  const [list, setList] = useState<readonly KeptAnswer[]>([]);
  const [trouble, setTrouble] = useState<MarkTrouble | null>(null);
  const load = useCallback(() => {
    vault.records.list("answers").then((records) => {
      const found = records.flatMap(({ id, version, value }) => {
        const answer = parseAnswer(value);
        return answer ? [{ answerId: id, version, answer }] : [];
      });
      setList(found.sort((one, other) => other.answer.savedAt - one.answer.savedAt));
    }, () => undefined);
  }, [vault]);
  useEffect(() => {
    load();
    return vault.onEvent((event) => {
      if (event.kind === "changed" && event.collection === "answers") load();
    });
  }, [load]);
  const mark = useCallback((kept: KeptAnswer, which: AnswerMark, value: boolean): void => {
    setTrouble(null);
    void markAnswer(vault.records, kept, which, value).then((why) => {
      setTrouble(why);
      if (why) load();
    });
  }, [vault, load]);
  return { list, mark, trouble };
}
