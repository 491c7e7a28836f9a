import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useMountedHeading } from "../viewHeading.ts";

interface RecoverySheetProps {
  readonly code: string;
  readonly onConfirmed: () => void;
}

/** Which group the person is asked to type: the same for one sheet, another for the next. */
function askedGroup(groups: readonly string[]): number {
  return 1 + ((groups[0]?.charCodeAt(0) ?? 0) % (groups.length - 2));
}

/** The code on paper: shown this once, printed, and confirmed by typing a part of it. */
export function RecoverySheet({ code, onConfirmed }: RecoverySheetProps) {
  const { t, date } = useTexts();
  const heading = useMountedHeading();
  const groups = code.split("-");
  const asked = askedGroup(groups);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const confirm = (event: Event): void => {
    event.preventDefault();
    const plain = typed.trim().toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
    if (plain === groups[asked]) onConfirmed();
    else setWrong(true);
  };
  return (
    <section class="card stack" aria-labelledby="sheet-title">
      <div class="sheet stack">
        <h2 ref={heading} id="sheet-title">{t("vault_sheet_title")}</h2>
        <p>{t("vault_sheet_about")}</p>
        <ol class="sheet-code" aria-label={t("vault_sheet_code")}>
          {groups.map((group, at) => (
            <li key={at} lang="en">
              {group}
            </li>
          ))}
        </ol>
        <p class="soft">{t("vault_sheet_made", { DATE: date(Date.now()) })}</p>
      </div>
      <Notice kind="warning">
        <p>{t("vault_sheet_once")}</p>
      </Notice>
      <div class="row">
        <Button onClick={() => print()}>{t("vault_print")}</Button>
      </div>
      <form class="stack" onSubmit={confirm} noValidate>
        <label class="field">
          <span>{t("vault_sheet_confirm", { NUMBER: asked + 1 })}</span>
          <input type="text" autocomplete="off" spellcheck={false} maxLength={8} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        {wrong ? (
          <Notice kind="error" announced>
            <p>{t("vault_sheet_wrong")}</p>
          </Notice>
        ) : null}
        <div class="row">
          <button type="submit" class="button button-primary">
            {t("vault_sheet_done")}
          </button>
        </div>
      </form>
    </section>
  );
}
