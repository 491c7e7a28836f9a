import { useEffect, useMemo, useState } from "preact/hooks";
import { type Chosen, differencesOf, merging } from "../../consent/record/merge.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { IdentifyingDetail, Organisation } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { Combobox } from "./Combobox.tsx";
import { detailName, detailText } from "./detailText.ts";
import { recordsKept } from "./exchange.ts";
import { Choice } from "./fields.tsx";
import { Gone } from "./Gone.tsx";
import { changedNow } from "./newRecord.ts";
import { offered, offerOf } from "./organisationOptions.ts";
import { go, goAfter, leave } from "./route.ts";
import { SamePreview } from "./SamePreview.tsx";
import { documentsOf } from "./sameDocuments.ts";

interface SameViewProps {
  readonly book: Book;
  readonly organisationId: string;
  /** Null: it is to be chosen. */
  readonly otherId: string | null;
}

/** Whether two records are of one organisation: what would go where is shown before anything is written. */
export function SameView({ book, organisationId, otherId }: SameViewProps) {
  const { t } = useTexts();
  const one = recordOf(book, organisationId);
  const other = otherId === null ? null : recordOf(book, otherId);
  if (!one || other === undefined || otherId === organisationId) return <Gone />;
  return (
    <div class="card stack">
      <h3>{t("data_same_title")}</h3>
      {other === null ? <Other book={book} one={one} /> : <Both key={`${one.id} ${other.id}`} book={book} one={one} other={other} />}
    </div>
  );
}

/** Who stands in for one that can't be read is no record. */
const recordOf = ({ ledger, standIns }: Book, id: string): Organisation | undefined => (standIns.has(id) ? undefined : ledger.organisations.get(id));

const most = 60;

function Other({ book, one }: { readonly book: Book; readonly one: Organisation }) {
  const { t, language } = useTexts();
  const [name, setName] = useState("");
  const { organisations } = book.ledger;
  const offer = useMemo(() => offerOf([...organisations.values()].filter(({ id }) => id !== one.id && !book.standIns.has(id)), language), [organisations, one.id, language]);
  const { known } = offered({ ...offer, listed: [] }, name);
  return (
    <>
      <p>{t("data_same_about", { NAME: organisationName(one, language) })}</p>
      <Combobox label={t("data_same_other")} hint={t("data_same_other_hint")} value={name} longest={300} chosen={null} groups={known.length > 0 ? [{ title: t("data_organisation_known"), options: known.slice(0, most) }] : []} left={Math.max(known.length - most, 0)} onType={setName} onChoose={(id) => go(`#data/same/${one.id}/${id}`)} />
      <div class="row">
        <Button onClick={leave}>{t("common_cancel")}</Button>
      </div>
    </>
  );
}

function Both({ book, one, other }: { readonly book: Book; readonly one: Organisation; readonly other: Organisation }) {
  const texts = useTexts();
  const { t, language } = texts;
  const [staying, setStaying] = useState(one.id);
  const [words, setWords] = useState<Readonly<Partial<Record<IdentifyingDetail, string>>>>({});
  const { busy, once } = useOnce();
  const [stays, goes] = staying === one.id ? [one, other] : [other, one];
  const documents = useDocumentCount(goes);
  const differences = differencesOf(stays, goes);
  // Words that were chosen stay chosen, whichever of the two records stays.
  const chosen: Chosen = new Set(differences.flatMap((each) => (words[each.detail] === each.goes ? [each.detail] : [])));
  const merge = useMemo(() => merging(stays, goes, chosen, recordsKept(book), new Date().toISOString()), [book.ledger, stays, goes, words]);
  const nameOf = (id: string): string => {
    const { registryCode, ...rest } = id === one.id ? one : other;
    return [organisationName(rest, language), registryCode, t("data_panel_holds", { COUNT: book.ledger.holdingsOf(id).length })].filter(Boolean).join(" · ");
  };
  const distinct = (): Promise<boolean> => goAfter(book.save([changedNow<Organisation>({ ...one, distinctFrom: [...new Set([...(one.distinctFrom ?? []), other.id])] })]), `#data/organisation/${one.id}`);
  return (
    <>
      <Choice name="stays" label={t("data_same_stays")} value={staying} options={[one.id, other.id]} text={nameOf} onChange={setStaying} />
      {differences.length > 0 ? (
        <section class="stack" aria-labelledby="differ-title">
          <h4 id="differ-title">{t("data_same_differ")}</h4>
          <p class="soft">{t("data_same_differ_about")}</p>
          {differences.map((each) => (
            <Choice key={each.detail} name={each.detail} label={detailName(each.detail, texts)} value={chosen.has(each.detail) ? each.goes : each.stays} options={staying === one.id ? [each.stays, each.goes] : [each.goes, each.stays]} text={(said) => detailText(each.detail, said, texts)} onChange={(said) => setWords({ ...words, [each.detail]: said })} />
          ))}
        </section>
      ) : null}
      <SamePreview book={book} merge={merge} documents={documents} />
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(() => goAfter(book.merge(merge), `#data/organisation/${stays.id}`))}>
          {t("data_same_yes")}
        </Button>
        <Button disabled={busy} onClick={() => once(distinct)}>
          {t("data_same_two")}
        </Button>
        <Button kind="plain" onClick={leave}>
          {t("common_cancel")}
        </Button>
      </div>
    </>
  );
}

/** How many documents of the vault bear its name. */
function useDocumentCount({ name, nameEn }: Organisation): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let current = true;
    documentsOf([name, nameEn]).then((all) => (current ? setCount(all.length) : undefined), () => undefined);
    return () => void (current = false);
  }, [name, nameEn]);
  return count;
}
