import { useRef, useState } from "preact/hooks";
import { exportFavourites, importFavourites, merge } from "../../favourites/exchange.ts";
import type { Favourites } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface TransferRowProps {
  readonly menu: Favourites;
  readonly onChange: (act: (menu: Favourites) => Favourites, said?: string) => void;
}

const largestFile = 1024 * 1024;

/** Favourites to a file and back. */
export function TransferRow({ menu, onChange }: TransferRowProps) {
  const { t } = useTexts();
  const [bad, setBad] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([exportFavourites(menu)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "moqalaqe-favourites.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  const load = async (field: HTMLInputElement): Promise<void> => {
    const file = field.files?.[0];
    const text = file && file.size <= largestFile ? await file.text().catch(() => null) : null;
    // The same file is chosen anew once it has been put right.
    field.value = "";
    const added = text === null ? null : importFavourites(text);
    setBad(added === null);
    if (added) onChange((now) => merge(now, added), t("fav_said_imported", { COUNT: added.entries.length }));
  };
  return (
    <div class="stack-tight">
      <div class="row">
        {menu.entries.length > 0 ? (
          <Button kind="plain" onClick={save}>
            {t("fav_export")}
          </Button>
        ) : null}
        <Button kind="plain" onClick={() => picker.current?.click()}>
          {t("fav_import")}
        </Button>
        <input ref={picker} type="file" accept=".json,application/json" hidden onChange={(event) => void load(event.currentTarget)} />
      </div>
      {bad ? (
        <Notice kind="error" announced>
          <p>{t("fav_import_bad")}</p>
        </Notice>
      ) : null}
    </div>
  );
}
