import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { DistantFile } from "../../codec/distantFile.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { FileHash } from "../../signing/sign/options.ts";
import { Busy } from "../Busy.tsx";
import { sightOf, type Sight, textOf } from "./fileFacts.ts";
import { HashLine } from "./HashLine.tsx";
import { PdfPages } from "./PdfPages.tsx";
import type { ShownPage } from "./pdfRenderer.ts";

interface DocumentPreviewProps {
  readonly file: Blob;
  readonly name: string;
  /** When somebody has it already: a file of any size is not hashed again for its sight. */
  readonly hash?: FileHash | null;
  readonly page?: number;
  readonly onPage?: (page: number, of: number) => void;
  readonly over?: (shown: ShownPage) => ComponentChildren;
}

/** Hashed here at once; a larger file shows its hash when it has been prepared. */
const hashedAtOnce = 16 * 1024 * 1024;

/** A document as far as it can be shown: PDF pages, text, images; anything else by its name, size and hash. */
export function DocumentPreview({ file, name, hash = null, page, onPage, over }: DocumentPreviewProps) {
  const { t } = useTexts();
  const [sight, setSight] = useState<Sight | null>(null);
  useEffect(() => {
    let current = true;
    setSight(null);
    void sightOf(file).then((found) => (current ? setSight(found) : undefined));
    return () => void (current = false);
  }, [file]);
  if (file.size === 0) return <p class="soft">{t("verify_empty")}</p>;
  if (sight === null) return <Busy>{t("sign_doc_preview_loading")}</Busy>;
  if (sight === "pdf") return <PdfPages file={file} name={name} {...(page === undefined ? {} : { page })} {...(onPage ? { onPage } : {})} {...(over ? { over } : {})} />;
  if (sight === "text") return <TextPreview file={file} name={name} />;
  // A picture is decoded from a Blob of the browser's own; of a distant file it would see nothing.
  if (sight === "image" && !(file instanceof DistantFile)) return <ImagePreview file={file} name={name} />;
  return <HashPreview file={file} known={hash} />;
}

function TextPreview({ file, name }: { readonly file: Blob; readonly name: string }) {
  const [text, setText] = useState("");
  useEffect(() => void textOf(file).then((found) => setText(found ?? "")), [file]);
  return (
    // Focusable, so that a long text can be scrolled by keyboard.
    <pre class="document-text" tabIndex={0} role="document" aria-label={name}>
      {text}
    </pre>
  );
}

function ImagePreview({ file, name }: { readonly file: Blob; readonly name: string }) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFailed(false);
    createImageBitmap(file).then(
      (picture) => {
        const element = canvas.current;
        if (!element) return;
        const scale = Math.min(1, 1600 / picture.width, 1600 / picture.height);
        element.width = Math.max(1, Math.round(picture.width * scale));
        element.height = Math.max(1, Math.round(picture.height * scale));
        element.getContext("2d")?.drawImage(picture, 0, 0, element.width, element.height);
        picture.close();
      },
      () => setFailed(true),
    );
  }, [file]);
  return failed ? <p>{t("sign_doc_preview_failed")}</p> : <canvas ref={canvas} class="document-image" role="img" aria-label={name} />;
}

function HashPreview({ file, known }: { readonly file: Blob; readonly known: FileHash | null }) {
  const { t } = useTexts();
  const [own, setOwn] = useState<FileHash | null>(null);
  useEffect(() => {
    setOwn(null);
    if (known || file.size > hashedAtOnce) return;
    void file.arrayBuffer().then(async (buffer) => setOwn({ bits: 256, digest: new Uint8Array(await crypto.subtle.digest("SHA-256", buffer)) })).catch(() => undefined);
  }, [file, known]);
  const hash = known ?? own;
  return (
    <div class="stack-tight">
      <p>{t("sign_doc_no_preview")}</p>
      {hash ? <HashLine hash={hash} /> : null}
    </div>
  );
}
