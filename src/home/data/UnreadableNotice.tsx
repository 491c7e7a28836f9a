import { useEffect, useState } from "preact/hooks";
import { nameInside } from "../../consent/record/sound.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { StoredRecord } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { saveFile } from "./files.ts";
import { type Room, rooms } from "./readRecords.ts";
import type { Unreadable } from "./shelves.ts";

interface UnreadableNoticeProps {
  readonly records: readonly Unreadable[];
  readonly onRemove: (records: readonly Unreadable[]) => void;
}

type Raw = StoredRecord & { readonly room: Room };

/** So many are named; the file has them all. */
const named = 10;

/** Records that are in the vault and can't be shown: which they are, and what can be done. Nothing is done unasked. */
export function UnreadableNotice({ records, onRemove }: UnreadableNoticeProps) {
  const { t, date } = useTexts();
  const [raw, setRaw] = useState<readonly Raw[]>([]);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    let current = true;
    void rawOf(records).then((found) => (current ? setRaw(found) : undefined), () => undefined);
    return () => void (current = false);
  }, [records]);
  return (
    <>
      <Notice kind="warning" announced>
        <p>{t("data_unreadable", { COUNT: records.length })}</p>
        <ul class="plain-list">
          {raw.slice(0, named).map(({ room, id, value, changedAt }) => (
            <li key={id}>
              {t(`data_unreadable_${room}`)}: <bdi>{nameInside(value) ?? t("data_unknown")}</bdi>, {t("data_unreadable_changed", { DATE: date(changedAt) })}
            </li>
          ))}
          {records.length > named ? <li>{t("data_unreadable_more", { COUNT: records.length - named })}</li> : null}
        </ul>
        <p>{t("data_unreadable_why")}</p>
        <div class="row no-print">
          <Button disabled={raw.length === 0} onClick={() => saveFile("moqalaqe-unreadable.json", `${JSON.stringify(raw, null, 2)}\n`, "application/json")}>
            {t("data_unreadable_save")}
          </Button>
          <Button onClick={() => setAsking(!asking)}>{t("data_unreadable_remove")}</Button>
        </div>
      </Notice>
      {asking ? (
        <Confirm
          yes={t("data_unreadable_yes", { COUNT: records.length })}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            onRemove(records);
          }}
        >
          <p>{t("data_unreadable_ask")}</p>
        </Confirm>
      ) : null}
    </>
  );
}

async function rawOf(records: readonly Unreadable[]): Promise<readonly Raw[]> {
  const found = await Promise.all(
    rooms.map(async (room) => {
      const ids = records.filter((one) => one.room === room).map(({ id }) => id);
      const stored = ids.length === 0 ? [] : await vaultOfPage().records.some(room, ids);
      return stored.map((one): Raw => ({ room, ...one }));
    }),
  );
  return found.flat();
}
