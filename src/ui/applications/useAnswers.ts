import { useCallback, useEffect, useState } from "preact/hooks";
import { type Answer, answerJson, type AnswerMark, parseAnswer } from "../../forms/answer.ts";
import type { VaultClient } from "../../vault/client.ts";

export interface KeptAnswer {
  readonly answerId: string;
  readonly version: string;
  readonly answer: Answer;
}

interface Control {
  readonly list: readonly KeptAnswer[];
  /** The same mark again takes it back. */
  readonly mark: (kept: KeptAnswer, mark: AnswerMark, value: boolean) => void;
}

/** Answers in the vault, newest first, followed over all windows. Used only while the vault is open. */
export function useAnswers(vault: VaultClient): Control {
  const [list, setList] = useState<readonly KeptAnswer[]>([]);
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
  const mark = useCallback(({ answerId, version, answer }: KeptAnswer, which: AnswerMark, value: boolean): void => {
    const { [which]: before, ...others } = answer.marks;
    const marks = before === value ? others : { ...others, [which]: value };
    vault.records.put("answers", answerId, answerJson({ ...answer, marks }), version).catch(load);
  }, [vault, load]);
  return { list, mark };
}
