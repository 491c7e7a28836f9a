import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../Busy.tsx";
import { Button } from "../Button.tsx";
import { Notice } from "../Notice.tsx";
import { type OpenPdf, openPdf, type ShownPage } from "./pdfRenderer.ts";

interface PdfPagesProps {
  readonly file: Blob;
  readonly name: string;
  /** Page from 0; given from outside when something else follows it, too. */
  readonly page?: number;
  readonly onPage?: (page: number, of: number) => void;
  /** Laid over the page that is shown. */
  readonly over?: (shown: ShownPage) => ComponentChildren;
}

/** A PDF, one page at a time. */
export function PdfPages({ file, name, page, onPage, over }: PdfPagesProps) {
  const { t } = useTexts();
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  const [own, setOwn] = useState(0);
  const [shown, setShown] = useState<{ readonly page: ShownPage; readonly text: string } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const at = page ?? own;

  useEffect(() => {
    let current: OpenPdf | null = null;
    let ended = false;
    setPdf(null);
    setShown(null);
    setFailed(false);
    setOwn(0);
    openPdf(file).then(
      (opened) => {
        if (ended) return void opened.close();
        current = opened;
        setPdf(opened);
        onPage?.(page ?? 0, opened.pages);
      },
      () => setFailed(!ended),
    );
    return () => {
      ended = true;
      void current?.close();
    };
  }, [file]);

  useEffect(() => {
    const stop = new AbortController();
    const element = canvas.current;
    if (!pdf || !element) return undefined;
    void (async () => {
      try {
        const next = await pdf.page(Math.min(at, pdf.pages - 1));
        if (stop.signal.aborted) return;
        await next.draw(element, Math.round(element.parentElement?.clientWidth ?? 400) * Math.min(2, devicePixelRatio), stop.signal);
        const text = await next.text();
        if (!stop.signal.aborted) setShown({ page: next, text });
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
    })();
    return () => stop.abort();
  }, [pdf, at]);

  const turnTo = (next: number): void => {
    setOwn(next);
    onPage?.(next, pdf?.pages ?? 1);
  };
  if (failed) {
    return (
      <Notice kind="warning" announced>
        <p>{t("sign_doc_preview_failed")}</p>
      </Notice>
    );
  }
  return (
    <div class="pdf-pages stack-tight">
      {pdf ? null : <Busy>{t("sign_doc_preview_loading")}</Busy>}
      <div class="pdf-page">
        <canvas ref={canvas} role="img" aria-label={t("sign_doc_page_of", { NUMBER: at + 1, TOTAL: pdf?.pages ?? 1 })} data-shown={shown ? at : undefined} />
        {shown && over ? over(shown.page) : null}
      </div>
      {shown?.text ? (
        <div class="visually-hidden" role="document" aria-label={t("sign_doc_page_text", { NAME: name })}>
          {shown.text}
        </div>
      ) : null}
      {pdf && pdf.pages > 1 ? (
        <div class="row pdf-turn">
          <Button disabled={at === 0} onClick={() => turnTo(at - 1)}>
            {t("sign_doc_page_before")}
          </Button>
          <span>{t("sign_doc_page_of", { NUMBER: at + 1, TOTAL: pdf.pages })}</span>
          <Button disabled={at >= pdf.pages - 1} onClick={() => turnTo(at + 1)}>
            {t("sign_doc_page_next")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
