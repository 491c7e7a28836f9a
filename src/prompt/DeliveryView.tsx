import { useEffect, useState } from "preact/hooks";
import { hold } from "../codec/hold.ts";
import { useTexts } from "../i18n/texts.tsx";
import { pickFileToSave } from "../platform/fileAccess.ts";
import type { SignedDocument } from "../signing/documents/job.ts";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { Reached } from "../ui/documents/Reached.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Delivered, OwnJob } from "./delivery.ts";
import { useVaultToKeep } from "./useVaultToKeep.ts";

interface DeliveryViewProps {
  readonly own: OwnJob;
  /** It is where it belongs, and there is nothing more to say or to choose: the window may close. */
  readonly onSent: () => void;
}

/** Signed: brings the document where it is wanted, says what came of it, and never loses it. */
export function DeliveryView({ own, onSent }: DeliveryViewProps) {
  const { t } = useTexts();
  const [state, setState] = useState<Delivered | null>(null);
  const [saved, setSaved] = useState<"saved" | "failed" | null>(null);
  const [offered, setOffered] = useState(false);
  const signed = own.signed();
  const [homeless, setHomeless] = useState(false);
  const vault = useVaultToKeep((own.delivery.keep || own.delivery.keptByPage === true) && signed !== null);

  const run = (): void => {
    if (!signed) return setState({ kind: "failed", text: "sign_form_not_signed", way: "look" });
    setState(null);
    void Promise.all([own.delivery.run(signed), vault.there]).then(([outcome, there]) => {
      const toKeep = own.delivery.keep && there === true;
      const alone = signed !== null && own.delivery.keptByPage === true && there === false;
      setOffered(toKeep);
      setHomeless(alone);
      setState(outcome);
      if (outcome.kind === "sent" && !stays(signed, toKeep || alone)) onSent();
    });
  };
  useEffect(run, []);
  const save = async (): Promise<void> => {
    if (!signed) return;
    try {
      const handle = await pickFileToSave(signed.name);
      if (!handle) return;
      const out = await handle.createWritable();
      const data = signed.data.stream();
      const release = hold(data, out);
      await data.pipeTo(out).finally(release);
      setSaved("saved");
    } catch {
      setSaved("failed");
    }
  };
  if (!state) return <Busy>{t(own.delivery.doing)}</Busy>;
  const failed = state.kind === "failed";
  const kept = vault.state === "stored" || vault.state === "sealed";
  return (
    <>
      <Notice kind={failed ? "error" : "success"} announced>
        <h2>{t(failed ? "sign_form_not_sent" : "sign_doc_prompt_done")}</h2>
        <p>{t(state.text, state.kind === "failed" ? state.values : undefined)}</p>
        {signed && failed ? <p>{t("sign_form_not_lost")}</p> : null}
      </Notice>
      {signed ? <Reached level={signed.level} notices={signed.notices} /> : null}
      {homeless && !failed ? <p>{t("sign_form_homeless")}</p> : null}
      {state.kind === "sent" && !stays(signed, offered || homeless) ? null : (
        <div class="row">
          {failed && state.way === "again" ? (
            <Button kind="primary" autofocus onClick={run}>
              {t("common_try_again")}
            </Button>
          ) : null}
          {failed && state.way === "look" ? (
            // The request is still open: the window loaded anew reads what there is to be signed now.
            <Button kind="primary" autofocus onClick={() => location.reload()}>
              {t("sign_form_look_again")}
            </Button>
          ) : null}
          {signed && offered && !kept ? (
            <Button kind={failed ? "secondary" : "primary"} disabled={vault.state === "busy"} onClick={() => vault.keep(signed)}>
              {t("sign_keep")}
            </Button>
          ) : null}
          {signed ? (
            <Button kind={failed || offered ? "secondary" : "primary"} autofocus={homeless && !failed} onClick={() => void save()}>
              {t("sign_form_save")}
            </Button>
          ) : null}
          <Button onClick={() => close()}>{t("common_close")}</Button>
        </div>
      )}
      {kept || vault.state === "failed" ? (
        <Notice kind={kept ? "success" : "error"} announced>
          <p>{t(`sign_keep_${vault.state}`)}</p>
        </Notice>
      ) : null}
      {saved ? (
        <Notice kind={saved === "saved" ? "success" : "error"} announced>
          <p>{t(saved === "saved" ? "sign_form_saved" : "sign_doc_save_failed")}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** The window stays when there is something to read (less was reached than was wanted) or to choose. */
function stays(signed: SignedDocument | null, offered: boolean): boolean {
  return offered || (signed?.notices.length ?? 0) > 0;
}
