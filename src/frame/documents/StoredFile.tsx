import { useState } from "preact/hooks";
import type { PageFile } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { codeOf } from "../../vault/error.ts";
import { frameVault } from "../frameVault.ts";
import { fetchFile, passing, untilFrameGoes } from "../pageFiles.ts";
import { Underway } from "./Underway.tsx";

interface Going {
  readonly stop: AbortController;
  readonly done: number;
  /** null: not known, or not yet. */
  readonly size: number | null;
}

type Ended = "kept" | "twice" | "stopped" | "not_given" | "broken" | "full" | "failed";

const failures: ReadonlySet<Ended> = new Set(["not_given", "broken", "full", "failed"]);

/** A file of the portal's store, and its way into the vault: as it comes, never whole in the page. */
export function StoredFile({ file: { name, url }, line }: { readonly file: PageFile; readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const [going, setGoing] = useState<Going | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const take = async (stop: AbortController): Promise<Ended> => {
    const { signal } = stop;
    try {
      const file = await fetchFile(await line, url, signal);
      if (!file) return "not_given";
      const onProgress = (done: number): void => setGoing({ stop, done, size: file.size });
      onProgress(0);
      const { duplicateOf } = await frameVault().documents.add(passing(file, { signal, onProgress }), { name, type: file.type, source: "portal" });
      return duplicateOf === null ? "kept" : "twice";
    } catch (error) {
      if (signal.aborted) return "stopped";
      const code = codeOf(error);
      return code === "FILE_UNREADABLE" ? "broken" : code === "QUOTA_FULL" ? "full" : "failed";
    }
  };
  const keep = (): void => {
    const stop = untilFrameGoes();
    setEnded(null);
    setGoing({ stop, done: 0, size: null });
    void take(stop).then((how) => {
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
      {going ? <Underway what={t("form_documents_getting")} {...going} /> : null}
      {ended && failures.has(ended) ? (
        <Notice kind="error" announced>
          <p>{t(`form_documents_${ended}`)}</p>
        </Notice>
      ) : (
        <p role="status">{ended ? t(`form_documents_${ended}`) : ""}</p>
      )}
      <div class="row">
        {/* One and the same button: the keyboard stays on it. */}
        <Button label={t(going ? "form_documents_stop_of" : "form_documents_keep_of", { NAME: name })} onClick={() => (going ? going.stop.abort() : keep())}>
          {t(going ? "form_documents_stop" : "form_documents_keep")}
        </Button>
      </div>
    </li>
  );
}
