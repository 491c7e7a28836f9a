import { useMemo, useState } from "preact/hooks";
import { answerJson } from "../../forms/answer.ts";
import type { Sent } from "../../forms/application.ts";
import type { Applications } from "../../forms/applications.ts";
import type { KeptAnswer } from "../../ui/applications/answerMarks.ts";
import { sentInVault } from "../../ui/applications/draftRemoval.ts";
import { type InVault, KeptRemoval, nothingRemoved, type Removal } from "../../ui/applications/keptRemoval.ts";
import type { VaultClient } from "../../vault/client.ts";

interface Control extends Removal<Sent | KeptAnswer> {
  /** @param applications all of them: a file that others have, too, stays */
  readonly remove: (one: Sent | KeptAnswer, applications: Applications) => void;
  readonly undo: () => void;
}

export const isAnswer = (one: Sent | KeptAnswer): one is KeptAnswer => "answerId" in one;

/** What was sent to the portal, or came from it, thrown away by the person, and brought back. */
export function useThreadRemoval(vault: VaultClient, changed: () => void): Control {
  const [state, setState] = useState<Removal<Sent | KeptAnswer>>(nothingRemoved);
  const removal = useMemo(() => new KeptRemoval<Sent | KeptAnswer>(vault, setState), [vault]);
  const remove = (one: Sent | KeptAnswer, applications: Applications): void => {
    void removal.remove(one, isAnswer(one) ? () => Promise.resolve(answerInVault(one)) : () => sentInVault(vault.records, one, applications)).then(changed);
  };
  return { ...state, remove, undo: () => void removal.undo().then(changed) };
}

function answerInVault({ answerId, version, answer }: KeptAnswer): InVault {
  const attachmentIds = answer.files.map(({ attachmentId }) => attachmentId);
  return { records: [{ collection: "answers", id: answerId, version, value: answerJson(answer) }], attachmentIds, onlyIts: attachmentIds };
}
