import { useState } from "preact/hooks";
import type { Paper } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { useDocuments } from "../vault/useDocuments.ts";
import { Text } from "./fields.tsx";
import { paperOf } from "./papers.ts";

/** So many are in view; a word or two find the others. */
const most = 8;

/** A document that is in the vault already: the last ones, or those with the words that are typed. */
export function VaultPick({ onPick }: { readonly onPick: (paper: Paper) => void }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("data_paper_vault")}</summary>
      {open ? <Search onPick={onPick} /> : null}
    </details>
  );
}

/** Enter looks for it, and does not send the form around it off. */
const stay = (event: KeyboardEvent): void => (event.key === "Enter" && event.target instanceof HTMLInputElement ? event.preventDefault() : undefined);

function Search({ onPick }: { readonly onPick: (paper: Paper) => void }) {
  const { t, date } = useTexts();
  const [text, setText] = useState("");
  const { found } = useDocuments({ text, sort: "changed", descending: true, limit: most });
  return (
    <div class="stack-tight data-inner" onKeyDown={stay}>
      <Text label={t("data_paper_search")} value={text} onChange={setText} />
      {found?.documents.length === 0 ? (
        <p class="soft" role="status">
          {t("data_paper_none")}
        </p>
      ) : null}
      <ul class="plain-list">
        {found?.documents.map((one) => (
          <li key={one.documentId} class="row spread">
            <span class="data-paper-name">
              <bdi>{visible(one.name)}</bdi> <span class="soft">{date(one.changedAt)}</span>
            </span>
            <Button label={`${t("data_paper_take")}: ${one.name}`} onClick={() => onPick(paperOf(one))}>
              {t("data_paper_take")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
