import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface SheetQuestionProps {
  /** As the sheet counts them, from 1. */
  readonly number: number;
  readonly group: string;
  readonly onRight: () => void;
  /** The code is wanted once more. */
  readonly onShow: () => void;
}

/** Whether the sheet is at hand: a part of the code, which is not on the screen now, is typed from it. */
export function SheetQuestion({ number, group, onRight, onShow }: SheetQuestionProps) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const confirm = (event: Event): void => {
    event.preventDefault();
    const plain = typed.trim().toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
    if (plain === group) onRight();
    else setWrong(true);
  };
  return (
    <section class="card stack" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t("vault_sheet_title")}</h2>
      <p id="sheet-hidden">{t("vault_sheet_hidden")}</p>
      <form class="stack" onSubmit={confirm} noValidate>
        <label class="field">
          <span>{t("vault_sheet_confirm", { NUMBER: number })}</span>
          <input ref={field} type="text" autocomplete="off" spellcheck={false} maxLength={8} aria-describedby="sheet-hidden" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
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
          <Button onClick={onShow}>{t("vault_sheet_show")}</Button>
        </div>
      </form>
    </section>
  );
}
