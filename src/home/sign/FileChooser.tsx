import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface FileChooserProps {
  /** There is nothing else to do here yet. */
  readonly first: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen. */
export function FileChooser({ first, onFiles }: FileChooserProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      class="drop-zone stack-tight"
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{t("sign_doc_drop")}</p>
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t("sign_doc_choose")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it has been removed.
          event.currentTarget.value = "";
        }}
      />
      <div>
        <Button kind={first ? "primary" : "secondary"} onClick={() => input.current?.click()}>
          {t("sign_doc_choose")}
        </Button>
      </div>
    </div>
  );
}
