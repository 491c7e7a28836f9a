import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useMountedHeading } from "../viewHeading.ts";
import { SheetQuestion } from "./SheetQuestion.tsx";

interface RecoverySheetProps {
  readonly code: string;
  readonly onConfirmed: () => void;
}

/** Which group the person is asked to type: another one for another sheet, and after each new look at this one. */
function askedGroup(groups: readonly string[], looks: number): number {
  return 1 + (((groups[0]?.charCodeAt(0) ?? 0) + looks) % (groups.length - 2));
}

/**
 * The code on paper: shown, printed, and then out of sight while a part of it is asked for. As long as it stood beside the
 * question, everybody could answer, with or without a sheet.
 */
export function RecoverySheet({ code, onConfirmed }: RecoverySheetProps) {
  const { t, date } = useTexts();
  const heading = useMountedHeading();
  const groups = code.split("-");
  const [hidden, setHidden] = useState(false);
  const [looks, setLooks] = useState(0);
  const asked = askedGroup(groups, looks);
  if (hidden) {
    return (
      <SheetQuestion
        number={asked + 1}
        group={groups[asked] ?? ""}
        onRight={onConfirmed}
        onShow={() => {
          setLooks(looks + 1);
          setHidden(false);
        }}
      />
    );
  }
  return (
    <section class="card stack" aria-labelledby="sheet-title">
      <div class="sheet stack">
        <h2 ref={heading} id="sheet-title">
          {t("vault_sheet_title")}
        </h2>
        <p>{t("vault_sheet_about")}</p>
        <ol class="sheet-code" aria-label={t("vault_sheet_code")}>
          {groups.map((group, at) => (
            <li key={at} lang="en">
              {group}
            </li>
          ))}
        </ol>
        <p>{t("vault_sheet_use")}</p>
        <p class="sheet-owner">{t("vault_sheet_owner")}</p>
        <p class="soft">{t("vault_sheet_made", { DATE: date(Date.now()) })}</p>
      </div>
      <Notice kind="warning">
        <p>{t("vault_sheet_once")}</p>
      </Notice>
      <div class="row">
        <Button onClick={() => print()}>{t("vault_print")}</Button>
        <Button kind="primary" onClick={() => setHidden(true)}>
          {t("vault_sheet_have")}
        </Button>
      </div>
    </section>
  );
}
