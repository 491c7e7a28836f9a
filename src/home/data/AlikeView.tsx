import { useMemo, useState } from "preact/hooks";
import { type HoldingDetail, holdingDifferences, joiningHoldings } from "../../consent/record/joinHoldings.ts";
import type { Holding } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { recordsKept } from "./exchange.ts";
import { Choice } from "./fields.tsx";
import { Gone } from "./Gone.tsx";
import { holdingDetailName, holdingDetailText } from "./holdingDetail.ts";
import { holdingName } from "./holdingName.ts";
import { goAfter, leave } from "./route.ts";
import { useBackWords } from "./useBackWords.ts";

interface AlikeViewProps {
  readonly book: Book;
  readonly holdingId: string;
  readonly otherId: string;
}

/** Whether two records are of one database: what would become of them is shown before anything is written. */
export function AlikeView({ book, holdingId, otherId }: AlikeViewProps) {
  const [stays, goes] = [holdingId, otherId].map((wanted) => book.ledger.holdings.find(({ id }) => id === wanted));
  if (!stays || !goes || stays.id === goes.id || stays.organisationId !== goes.organisationId) return <Gone />;
  return <Both key={`${stays.updatedAt} ${goes.updatedAt}`} book={book} stays={stays} goes={goes} />;
}

const sides = ["stays", "goes"] as const;

function Both({ book, stays, goes }: { readonly book: Book; readonly stays: Holding; readonly goes: Holding }) {
  const texts = useTexts();
  const { t } = texts;
  const { whatOf } = useBackWords();
  const [chosen, setChosen] = useState<ReadonlySet<HoldingDetail>>(new Set());
  const { busy, once } = useOnce();
  const differences = useMemo(() => holdingDifferences(stays, goes), [stays, goes]);
  const join = useMemo(() => joiningHoldings(stays, goes, chosen, recordsKept(book), new Date().toISOString()), [book.ledger, stays, goes, chosen]);
  const choose = (detail: HoldingDetail, side: (typeof sides)[number]): void => setChosen(new Set([...[...chosen].filter((one) => one !== detail), ...(side === "goes" ? [detail] : [])]));
  const { after, moved } = join;
  const sentences = [
    ...(after.data.length > 0 ? [`${t("data_what")}: ${after.data.map(({ name }) => name).join(", ")}`] : []),
    ...(moved.length > 0 ? [t("data_alike_moves", { WHAT: whatOf(moved) })] : []),
    t("data_alike_all"),
    t("data_same_undo_hint"),
  ];
  return (
    <div class="card stack">
      <h3>{t("data_alike_title", { NAME: holdingName(stays, texts) })}</h3>
      {differences.length > 0 ? (
        <section class="stack" aria-labelledby="differ-title">
          <h4 id="differ-title">{t("data_same_differ")}</h4>
          <p class="soft">{t("data_alike_differ_about")}</p>
          {differences.map((detail) => (
            <Choice key={detail} name={detail} label={holdingDetailName(detail, texts)} value={chosen.has(detail) ? "goes" : "stays"} options={sides} text={(side) => holdingDetailText(detail, side === "goes" ? goes : stays, texts)} onChange={(side) => choose(detail, side)} />
          ))}
        </section>
      ) : null}
      <section class="stack" aria-labelledby="what-title">
        <h4 id="what-title">{t("data_same_what")}</h4>
        <ul>
          {sentences.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(() => goAfter(book.joinHoldings(join), `#data/organisation/${stays.organisationId}`))}>
          {t("data_same_yes")}
        </Button>
        <Button onClick={leave}>{t("common_cancel")}</Button>
      </div>
    </div>
  );
}
