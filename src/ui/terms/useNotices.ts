import { useCallback, useEffect, useState } from "preact/hooks";
import { type KeptNotice, parseNoticeRecord } from "../../notices/terms.ts";
import type { VaultClient } from "../../vault/client.ts";

/** Terms, decisions and notices in the vault, followed over all windows; null until they are there. Used only while the vault is open. */
export function useNotices(vault: VaultClient): readonly KeptNotice[] | null {
  const [records, setRecords] = useState<readonly KeptNotice[] | null>(null);
  const load = useCallback(() => {
    const keptOf = (all: Awaited<ReturnType<VaultClient["records"]["list"]>>): readonly KeptNotice[] =>
      all.flatMap(({ id, version, value }) => {
        const record = parseNoticeRecord(value);
        return record ? [{ id, version, record }] : [];
      });
    vault.records.list("notices").then((all) => setRecords(keptOf(all)), () => undefined);
  }, [vault]);
  useEffect(() => {
    load();
    return vault.onEvent((event) => {
      if (event.kind === "changed" && event.collection === "notices") load();
    });
  }, [load]);
  return records;
}
