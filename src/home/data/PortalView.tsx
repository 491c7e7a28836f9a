import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { changesOf } from "../../personal/changes.ts";
import { snapshotJson } from "../../personal/register.ts";
import { byRegister, type KeptSnapshot, sortSnapshots } from "../../personal/snapshots.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChangeList } from "../../ui/registers/ChangeList.tsx";
import { RegisterTable } from "../../ui/registers/RegisterTable.tsx";
import { UndoLine } from "../../ui/UndoLine.tsx";
import { PortalLink } from "../PortalLink.tsx";
import { vaultOfPage } from "../vault/useVault.ts";
import type { Book } from "./book.ts";
import { provenBy, recordOf } from "./keptRecord.ts";
import { TermsList } from "./TermsList.tsx";

/** What the portal said of the person, on each day it was kept, and what changed from one to the next. */
export function PortalView({ book }: { readonly book: Book }) {
  const { t } = useTexts();
  const [list, setList] = useState<readonly KeptSnapshot[] | null>(null);
  const [removed, setRemoved] = useState<KeptSnapshot | null>(null);
  const load = useCallback(() => {
    vaultOfPage().records.list("snapshots").then((records) => setList(sortSnapshots(records)), () => undefined);
  }, []);
  useEffect(() => {
    load();
    return vaultOfPage().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "snapshots") load();
    });
  }, [load]);
  const registers = useMemo(() => byRegister(list ?? []), [list]);
  if (!list) return <Busy>{t("data_opening")}</Busy>;
  const remove = (kept: KeptSnapshot): void => {
    vaultOfPage().records.remove("snapshots", kept.snapshotId, kept.version).then(() => setRemoved(kept), load);
  };
  const undo = (): void => {
    if (!removed) return;
    setRemoved(null);
    vaultOfPage().records.put("snapshots", removed.snapshotId, snapshotJson(removed.snapshot), null).catch(load);
  };
  return (
    <div class="stack">
      <p>{t("own_home_about")}</p>
      {removed ? <UndoLine said={t("own_removed")} place="row" onUndo={undo} /> : null}
      {registers.length === 0 ? (
        <>
          <p>{t("own_home_none")}</p>
          <PortalLink />
        </>
      ) : null}
      {registers.map(({ line, kept }) => (
        <Register key={line} book={book} kept={kept} onRemove={remove} />
      ))}
      <TermsList />
    </div>
  );
}

interface RegisterProps {
  readonly book: Book;
  /** Newest first. */
  readonly kept: readonly KeptSnapshot[];
  readonly onRemove: (kept: KeptSnapshot) => void;
}

function Register({ book, kept, onRemove }: RegisterProps) {
  const { t, date, time } = useTexts();
  const title = kept[0]?.snapshot.title || t("own_register_untitled");
  // Once for what is there: each may have two thousand entries.
  const changesSince = useMemo(() => kept.map(({ snapshot }, i) => {
    const before = kept[i + 1];
    return before ? changesOf(before.snapshot, snapshot) : [];
  }), [kept]);
  return (
    <article class="card stack" aria-label={title}>
      <h3>{title}</h3>
      <OnRecord book={book} kept={kept} />
      {kept.map((one, i) => {
        const { snapshot } = one;
        const before = kept[i + 1];
        const changes = changesSince[i] ?? [];
        const when = `${date(snapshot.savedAt)} ${time(snapshot.savedAt)}`;
        return (
          <details key={one.snapshotId} open={i === 0}>
            <summary>
              {when} · {before === undefined ? t("own_first") : changes.length === 0 ? t("own_unchanged") : t("own_changes", { COUNT: changes.length })}
            </summary>
            <div class="stack-tight">
              {changes.length > 0 ? <ChangeList changes={changes} /> : null}
              <RegisterTable register={snapshot} />
              <p class="soft data-hash">{t("data_fingerprint", { HASH: snapshot.sha256 })}</p>
              <div class="row no-print">
                <Button kind="plain" onClick={() => onRemove(one)}>
                  {t("own_remove", { DATE: when })}
                </Button>
              </div>
            </div>
          </details>
        );
      })}
    </article>
  );
}

/** Who holds this, if that is on record; else, or when there is something newer, the way to say it. */
function OnRecord({ book, kept }: { readonly book: Book; readonly kept: readonly KeptSnapshot[] }) {
  const { t, language } = useTexts();
  const holding = recordOf(book.ledger.holdings, kept.map(({ snapshot }) => snapshot));
  const [newest] = kept;
  if (!newest) return null;
  const { snapshotId, snapshot } = newest;
  const organisation = holding ? book.ledger.organisations.get(holding.organisationId) : undefined;
  return (
    <p class="row no-print">
      {organisation ? (
        <span>
          {t("data_kept_with")} <a href={`#data/organisation/${organisation.id}`}>{organisationName(organisation, language)}</a>
        </span>
      ) : null}
      {holding && provenBy(holding, snapshot) ? null : (
        <a class="button button-secondary" href={`#data/kept/${snapshotId}`}>
          {t(holding ? "data_kept_renew" : "data_kept_make")}
        </a>
      )}
    </p>
  );
}
