import { useId } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { FileSize } from "../../ui/documents/FileSize.tsx";
import { FileButton } from "../verify/FileButton.tsx";
import { Text } from "./fields.tsx";
import { type Attached, type ChosenPaper, keyOf, paperOfAnswer, withMore } from "./papers.ts";
import type { KeptAnswer } from "./portalTrail.ts";
import { VaultPick } from "./VaultPick.tsx";

interface PaperFieldProps {
  readonly value: Attached;
  /** What the portal's pages brought of the request. */
  readonly answers: readonly KeptAnswer[];
  readonly onChange: (value: Attached) => void;
}

/** The letter, the scan, the receipt that proves what happened, and whatever the person wants to remember of it. */
export function PaperField({ value, answers, onChange }: PaperFieldProps) {
  const { t } = useTexts();
  const title = useId();
  const { papers, note, lost = [] } = value;
  const add = (more: readonly ChosenPaper[]): void => onChange(withMore(value, more));
  const offered = answers.map(paperOfAnswer).filter((one) => !papers.some((paper) => keyOf(paper) === keyOf(one)));
  return (
    <div class="stack-tight" role="group" aria-labelledby={title}>
      <p id={title} class="data-group-title">
        {t("data_papers")}
      </p>
      <p class="soft">{t("data_papers_hint")}</p>
      {papers.length > 0 ? (
        <ul class="plain-list">
          {papers.map((one) => (
            <li key={keyOf(one)} class="row spread">
              <span class="data-paper-name">
                <bdi>{visible(one.name)}</bdi> {one instanceof File ? <FileSize bytes={one.size} /> : null}
              </span>
              <Button kind="plain" label={`${t("data_paper_out")}: ${one.name}`} onClick={() => onChange({ ...value, papers: papers.filter((paper) => paper !== one) })}>
                {t("data_paper_out")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {lost.length > 0 ? (
        <Notice kind="warning">
          <p>{t("data_papers_lost", { NAMES: lost.map(visible).join(", ") })}</p>
        </Notice>
      ) : null}
      <div class="row">
        <FileButton multiple onFiles={add}>
          {t("data_paper_file")}
        </FileButton>
        {offered.map((one) => (
          <Button key={one.id} onClick={() => add([one])}>
            {t("data_paper_answer", { TITLE: one.name })}
          </Button>
        ))}
      </div>
      <VaultPick onPick={(one) => add([one])} />
      <Text label={t("data_note")} rows={2} value={note} onChange={(next) => onChange({ ...value, note: next })} />
    </div>
  );
}
