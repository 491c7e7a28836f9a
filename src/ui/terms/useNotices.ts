import { useCallback, useEffect, useState } from "preact/hooks";
import { type NoticeRecord, parseNoticeRecord } from "../../notices/terms.ts";
import type { VaultClient } from "../../vault/client.ts";

/** Terms, decisions and notices in the vault, followed over all windows; null until they are there. Used only while the vault is open. */
export function useNotices(vault: VaultClient): readonly NoticeRecord[] | null {
  const [records, setRecords] = useState<readonly NoticeRecord[] | null>(null);
  const load = useCallback(() => {
    vault.records.list("notices").then((all) => setRecords(all.map(({ value }) => parseNoticeRecord(value)).filter((one) => one !== null)), () => undefined);
  }, [vault]);
  useEffect(() => {
    load();
    return vault.onEvent((event) => {
      if (event.kind === "changed" && event.collection === "notices") load();
    });
  }, [load]);
  return records;
}
