import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useSize } from "../../ui/useSize.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { fileOf } from "../applications/attachments.ts";
import { putFile, untilFrameGoes } from "../pageFiles.ts";
import { Underway } from "./Underway.tsx";

interface VaultDocumentProps {
  readonly document: DocumentView;
  /** The page's file field of this number. */
  readonly field: number;
  readonly line: Promise<MessagePort>;
  readonly onChosen: () => void;
}

interface Going {
  readonly stop: AbortController;
  readonly done: number;
}

/** A document of the vault, and its way into a field of the page, which takes only what is whole. */
export function VaultDocument({ document, field, line, onChosen }: VaultDocumentProps) {
  const { t, date } = useTexts();
  const size = useSize();
  const [going, setGoing] = useState<Going | null>(null);
  const [ended, setEnded] = useState<"put" | "unput" | "failed" | null>(null);
  const { name, changedAt, revisions } = document;
  const whole = revisions.at(-1)?.size ?? 0;
  const give = async (stop: AbortController): Promise<"put" | "unput" | "failed"> => {
    const { signal } = stop;
    try {
      const file = await fileOf(document, (done) => setGoing({ stop, done }), signal);
      const port = await line;
      signal.throwIfAborted();
      return (await putFile(port, field, file)) ? "put" : "failed";
    } catch {
      return signal.aborted ? "unput" : "failed";
    }
  };
  const put = (): void => {
    const stop = untilFrameGoes();
    onChosen();
    setEnded(null);
    setGoing({ stop, done: 0 });
    void give(stop).then((how) => {
      stop.abort();
      setGoing(null);
      setEnded(how);
    });
  };
  return (
    <li class="entry">
      <p>
        <b>{name}</b>
      </p>
      <p class="soft">
        {date(changedAt)} · {size(whole)}
      </p>
      {going ? <Underway what={t("form_documents_reading")} done={going.done} size={whole} /> : null}
      {ended === "failed" ? (
        <Notice kind="error" announced>
          <p>{t("form_documents_unreadable")}</p>
        </Notice>
      ) : (
        <p role="status">{ended ? t(`form_documents_${ended}`, { NAME: name }) : ""}</p>
      )}
      <div class="row">
        {/* One and the same button: the keyboard stays on it. */}
        <Button label={t(going ? "form_documents_stop_of" : "form_documents_choose_of", { NAME: name })} onClick={() => (going ? going.stop.abort() : put())}>
          {t(going ? "form_documents_stop" : "form_documents_choose")}
        </Button>
      </div>
    </li>
  );
}
