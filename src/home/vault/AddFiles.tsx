import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { chosenFiles, droppedFiles, type PickedFile } from "./droppedFiles.ts";

/** Drop, choose or paste. */
export function AddFiles({ onFiles }: { readonly onFiles: (files: readonly PickedFile[]) => void }) {
  const { t } = useTexts();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      onFiles(pasted.map((file) => ({ file, folder: "" })));
    };
    // Anywhere on the page: a file dropped beside the box would otherwise be opened in place of the page.
    const hover = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(onFiles, () => undefined);
    };
    document.addEventListener("paste", paste);
    document.addEventListener("dragover", hover);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("dragover", hover);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  const chosen = (input: HTMLInputElement): void => {
    if (input.files) onFiles(chosenFiles(input.files));
    input.value = "";
  };
  return (
    <div class={over ? "vault-drop vault-drop-over" : "vault-drop"}>
      <p>{t("vault_drop")}</p>
      <div class="row">
        <Button kind="primary" onClick={() => files.current?.click()}>
          {t("vault_choose_files")}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t("vault_choose_folder")}</Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label={t("vault_choose_files")} onChange={(event) => chosen(event.currentTarget)} />
      <input
        ref={(element) => {
          folder.current = element;
          if (element) element.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={t("vault_choose_folder")}
        onChange={(event) => chosen(event.currentTarget)}
      />
    </div>
  );
}
