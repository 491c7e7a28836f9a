import { useEffect, useRef, useState } from "preact/hooks";
import { institutions } from "../../consent/data/institutions.ts";
import { organisationNamed } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Snapshot } from "../../personal/register.ts";
import { byRegister, type KeptSnapshot, type Past, sortSnapshots } from "../../personal/snapshots.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { vaultOfPage } from "../vault/useVault.ts";
import type { Book } from "./book.ts";
import { Drafted, giveUp, type Kept, useKeeping } from "./Drafted.tsx";
import { Text } from "./fields.tsx";
import { holdingOfSnapshot, linesAfter, proposeRecord, recordOf } from "./keptRecord.ts";
import { linesOf } from "./newRecord.ts";
import { OrganisationField, OrganisationLine, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { go } from "./route.ts";

/** A record of what the portal showed: the person says who holds it, and what of it is to be noted. */
export function KeptView({ book, snapshotId }: { readonly book: Book; readonly snapshotId: string }) {
  const { t } = useTexts();
  const [past, setPast] = useState<readonly KeptSnapshot[] | null>(null);
  useEffect(() => {
    const isIn = (one: Past): boolean => one.kept.some((kept) => kept.snapshotId === snapshotId);
    vaultOfPage().records.list("snapshots").then((all) => setPast(byRegister(sortSnapshots(all)).find(isIn)?.kept ?? []), () => setPast([]));
  }, [snapshotId]);
  if (past === null) return <Busy>{t("data_opening")}</Busy>;
  const one = past.find((kept) => kept.snapshotId === snapshotId);
  if (!one) return <p>{t("data_kept_gone")}</p>;
  return <Drafted<KeptDraft> base={null}>{(kept) => <Form book={book} snapshot={one.snapshot} past={past.map(({ snapshot }) => snapshot)} kept={kept} />}</Drafted>;
}

interface KeptDraft {
  readonly choice: OrganisationChoice;
  readonly database: string;
  readonly data: string;
}

interface FormProps {
  readonly book: Book;
  readonly snapshot: Snapshot;
  /** All that was kept of its register. */
  readonly past: readonly Snapshot[];
  readonly kept: Kept<KeptDraft>;
}

function Form({ book, snapshot, past, kept }: FormProps) {
  const { t, date } = useTexts();
  const { start } = kept;
  // The record that the form is about, as it was when it was opened or last changed by another window.
  const current = recordOf(book.ledger.holdings, past);
  const [known, setKnown] = useState(current);
  const [proposal] = useState(() => proposeRecord(snapshot));
  const [guess] = useState(() => onRecord(book, proposal.institution));
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: known?.organisationId ?? guess, name: "" });
  const [database, setDatabase] = useState(start.database ?? known?.database.name ?? proposal.database);
  const [data, setData] = useState(() => start.data ?? [...new Set([...(known?.data.map(({ name }) => name) ?? []), ...linesOf(proposal.data)])].join("\n"));
  useKeeping(kept, { choice, database, data });
  const [missing, setMissing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [changed, setChanged] = useState(false);
  /** Whether the section says it already, since saving was refused. */
  const told = useRef(false);
  // Another window's change is taken into what is written here, before it could be saved over, and told.
  useEffect(() => {
    if (saving || JSON.stringify(current) === JSON.stringify(known)) return;
    setKnown(current);
    setChanged(!told.current);
    told.current = false;
    if (!current) return;
    setChoice({ id: current.organisationId, name: "" });
    if (database === (known?.database.name ?? "")) setDatabase(current.database.name ?? "");
    setData(linesAfter(linesOf(data), known, current).join("\n"));
  }, [saving, current, known]);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    const organisation = organisationOfChoice(book, choice);
    setMissing(!organisation);
    if (!organisation) return;
    const holding = holdingOfSnapshot(snapshot, organisation.record.id, { database, data }, known);
    setChanged(false);
    setSaving(true);
    let done = false;
    try {
      done = await book.save([...(organisation.fresh ? [organisation.record] : []), holding]);
      told.current = !done;
      if (done) {
        kept.done();
        go(`#data/organisation/${organisation.record.id}`);
      }
    } finally {
      if (!done) setSaving(false);
    }
  };
  return (
    <form class="card stack" onSubmit={(event) => void save(event)} noValidate>
      <h3>{t(known ? "data_kept_renew" : "data_kept_make")}</h3>
      <p>{t("data_kept_about", { TITLE: snapshot.title || t("own_register_untitled"), DATE: date(snapshot.savedAt) })}</p>
      {known ? <OrganisationLine book={book} id={known.organisationId} /> : <OrganisationField book={book} value={choice} onChange={setChoice} />}
      {!known && guess !== null && choice.id === guess ? <p class="soft">{t("data_kept_guess")}</p> : null}
      <Text label={t("data_database_name")} value={database} onChange={setDatabase} />
      <Text label={t("data_tab_holdings")} hint={t("data_line_each")} rows={5} value={data} onChange={setData} />
      <p class="soft">{t("data_kept_values")}</p>
      {missing ? (
        <Notice kind="error" announced>
          <p>{t("data_need_organisation")}</p>
        </Notice>
      ) : null}
      {changed ? (
        <Notice kind="warning" announced>
          <p>{t("data_conflict")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <button class="button button-primary" type="submit" disabled={saving}>
          {t("data_save")}
        </button>
        <Button onClick={() => giveUp(kept)}>{t("common_cancel")}</Button>
      </div>
    </form>
  );
}

/** The institution of the catalogue, or the record that was made of it. */
function onRecord(book: Book, key: string | null): string | null {
  const name = institutions.find((one) => one.key === key)?.name;
  return name === undefined ? key : (organisationNamed(book.ledger.organisations.values(), name)?.id ?? key);
}
