import type { Merge } from "../../consent/record/merge.ts";
import { countingForBoth, differencesOf, filledFrom } from "../../consent/record/merge.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { detailName, detailText } from "./detailText.ts";
import { useBackWords } from "./useBackWords.ts";

interface SamePreviewProps {
  readonly book: Book;
  readonly merge: Merge;
  /** How many documents bear the name of the one that goes. */
  readonly documents: number;
}

/** What goes where when two records become one, in plain sentences. */
export function SamePreview({ book, merge: { before, after, gone, moved, naming }, documents }: SamePreviewProps) {
  const texts = useTexts();
  const { t, language } = texts;
  const { whatOf } = useBackWords();
  const names = { GOES: organisationName(gone, language), STAYS: organisationName(before, language) };
  // Two of one name, which is often why they are taken for one: "from it to it" would say nothing.
  const alike = names.GOES === names.STAYS;
  const filled = filledFrom(before, gone);
  const former = (after.otherNames ?? []).filter((one) => !(before.otherNames ?? []).includes(one));
  const rules = countingForBoth({ before, gone }, (id) => book.ledger.requestsTo(id).length > 0);
  const sentences = [
    moved.length > 0 ? t(alike ? "data_same_moves_alike" : "data_same_moves", { ...names, WHAT: whatOf(moved) }) : t(alike ? "data_same_empty_alike" : "data_same_empty", names),
    ...(naming.length > 0 && !alike ? [t("data_same_named", { ...names, COUNT: naming.length })] : []),
    ...(documents > 0 && names.GOES !== organisationName(after, language) ? [t("data_same_documents", { GOES: names.GOES, STAYS: organisationName(after, language), COUNT: documents })] : []),
    ...(filled.length > 0 ? [t("data_same_filled", { ...names, WHAT: filled.map(({ detail, text }) => `${detailName(detail, texts)}: ${detailText(detail, text, texts)}`).join("; ") })] : []),
    ...(former.length > 0 ? [t("data_same_found", { NAMES: former.join("; ") })] : []),
    ...rules.map((one) => t("data_same_rules", { NAME: organisationName(one, language) })),
    t("data_same_stay"),
    t("data_same_undo_hint"),
  ];
  return (
    <section class="stack" aria-labelledby="what-title">
      <h4 id="what-title">{t("data_same_what")}</h4>
      {differencesOf(before, gone).some(({ detail }) => detail === "registryCode") ? (
        <Notice kind="warning" announced>
          <p>{t("data_same_codes")}</p>
        </Notice>
      ) : null}
      <ul>
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
