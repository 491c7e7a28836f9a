import { useMemo, useState } from "preact/hooks";
import { useTexts } from "../../i18n/useTexts.ts";
import { type ChangedParagraph, differenceOf, type Piece } from "../../notices/difference.ts";
import { Button } from "../Button.tsx";

/** What changed, told by words and marks, not by colour alone; what stayed is folded away. */
export function Difference({ before, after }: { readonly before: readonly string[]; readonly after: readonly string[] }) {
  const { t } = useTexts();
  const [whole, setWhole] = useState(false);
  const paragraphs = useMemo(() => differenceOf(before, after), [before, after]);
  const changed = paragraphs.filter(({ kind }) => kind !== "same");
  const shown = whole || changed.length === 0 ? paragraphs : changed;
  return (
    <div class="stack-tight">
      {changed.length > 0 ? <p>{t("form_terms_changes", { COUNT: changed.length })}</p> : null}
      <div class="difference">
        {shown.map((paragraph, i) => (
          <Paragraph key={String(i)} paragraph={paragraph} />
        ))}
      </div>
      {changed.length > 0 && changed.length < paragraphs.length ? (
        <div class="row no-print">
          <Button kind="plain" onClick={() => setWhole(!whole)}>
            {t(whole ? "form_terms_only_changes" : "form_terms_whole")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Paragraph({ paragraph }: { readonly paragraph: ChangedParagraph }) {
  return (
    <p class={`paragraph-${paragraph.kind}`}>
      {paragraph.pieces.map((piece, i) => (
        <Words key={String(i)} piece={piece} />
      ))}
    </p>
  );
}

function Words({ piece: { kind, text } }: { readonly piece: Piece }) {
  const { t } = useTexts();
  if (kind === "same") return <>{text}</>;
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag>
      <span class="visually-hidden">{t(kind === "added" ? "form_terms_added" : "form_terms_removed")} </span>
      {text}
    </Tag>
  );
}
