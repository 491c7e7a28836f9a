import { useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Authorities } from "./Authorities.tsx";
import { FileButton } from "./FileButton.tsx";
import { chosenBeside } from "./pairFiles.ts";
import { ReportView } from "./ReportView.tsx";
import type { Verification, Verified } from "./useVerification.ts";

/** Checking signed files: dropped anywhere on the page, or chosen here. */
export function VerifySection({ verification, over }: { readonly verification: Verification; readonly over: boolean }) {
  const { t } = useTexts();
  return (
    <>
      <section class={`card stack${over ? " drop-over" : ""}`} aria-labelledby="verify-title">
        <h2 id="verify-title">{t("verify_title")}</h2>
        <p>{t("verify_lead")}</p>
        <p class="soft">{t("verify_kinds")}</p>
        <div class="row">
          <FileButton kind="primary" multiple onFiles={verification.add}>
            {t("verify_choose")}
          </FileButton>
          {over ? <strong>{t("verify_drop_here")}</strong> : null}
        </div>
      </section>
      {verification.items.map((item) => (
        <Item key={item.id} item={item} verification={verification} />
      ))}
      <Authorities />
    </>
  );
}

function Item({ item, verification }: { readonly item: Verified; readonly verification: Verification }) {
  const { t } = useTexts();
  const { id, file, report, failure, online } = item;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button goes while it is checked: the keyboard waits on the name.
  const choose = (document: File): void => {
    verification.giveDocument(id, document);
    heading.current?.focus();
  };
  return (
    <section class="card stack" aria-labelledby={`verified-${id}`}>
      <div class="row spread">
        <h2 id={`verified-${id}`} ref={heading} tabIndex={-1}>
          <bdi>{visible(file.name)}</bdi>
        </h2>
        <Button kind="plain" label={t("verify_remove", { NAME: file.name })} onClick={() => verification.remove(id)}>
          ×
        </Button>
      </div>
      {!report && !failure ? <Busy>{t("verify_checking", { NAME: file.name })}</Busy> : null}
      {failure ? (
        <Notice kind="error" announced>
          <h3>{t("verify_failed")}</h3>
          <p>{t(failure === "FILE_UNREADABLE" ? "verify_failed_unreadable" : "verify_failed_other")}</p>
        </Notice>
      ) : null}
      {report && !failure ? (
        <ReportView report={report} online={online} onCheckOnline={(addresses) => verification.checkOnline(id, addresses)}>
          {chosenBeside(report) ? (
            <div class="row">
              <FileButton kind="primary" onFiles={([document]) => (document ? choose(document) : undefined)}>
                {t(item.content ? "verify_document_other" : "verify_document_choose")}
              </FileButton>
            </div>
          ) : null}
        </ReportView>
      ) : null}
    </section>
  );
}
