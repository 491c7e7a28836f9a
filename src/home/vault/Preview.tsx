import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { PdfPages } from "../../ui/documents/PdfPages.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { isContainer, isPdf } from "./signedKinds.ts";
import { SignedContent } from "./SignedContent.tsx";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { vaultFile } from "./vaultFile.ts";
import { bytesOf } from "./wholeFile.ts";

interface PreviewProps {
  readonly view: DocumentView;
  readonly revision: number;
  readonly size: number;
}

/** Larger Blobs would be spilled to the disk in the clear (docs/SECURITY.md). */
const mostImage = 16 << 20;
const mostText = 256 << 10;

/** How a document of that size (bytes) is shown; null if it can't be, and there is nothing to print. */
export function sightOf(view: DocumentView, size: number): "picture" | "container" | "pdf" | "text" | null {
  if (size === 0) return null;
  if (/^image\/(png|jpeg|gif|webp|bmp|avif)$/.test(view.type) && size <= mostImage) return "picture";
  if (isContainer(view)) return "container";
  if (isPdf(view)) return "pdf";
  return /^text\/|^application\/(json|xml)$/.test(view.type) ? "text" : null;
}

/** Pictures are drawn, text is shown, signatures are checked; what can't be shown here can be saved and opened elsewhere. */
export function Preview(props: PreviewProps) {
  const { t } = useTexts();
  if (props.size === 0) {
    return (
      <Notice kind="warning">
        <p>{t("vault_empty_file")}</p>
      </Notice>
    );
  }
  const sight = sightOf(props.view, props.size);
  if (sight === "picture") return <Picture {...props} />;
  if (sight === "container") return <SignedContent {...props} contents />;
  if (sight === "pdf") {
    return (
      <>
        <SignedContent {...props} contents={false} />
        <Pdf {...props} />
      </>
    );
  }
  if (sight === "text") return <Text {...props} />;
  return <p class="soft">{t("vault_no_preview")}</p>;
}

function Pdf({ view, revision, size }: PreviewProps) {
  const file = useMemo(() => vaultFile(view, { revision, size }), [view.documentId, revision, size]);
  return (
    <div class="printed">
      <PdfPages file={file} name={view.name} />
    </div>
  );
}

function Picture(props: PreviewProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<"working" | "shown" | VaultErrorCode | "unreadable">("working");
  useEffect(() => {
    let gone = false;
    const draw = async (): Promise<void> => {
      const bytes = await bytesOf(props.view, props, mostImage);
      const picture = await createImageBitmap(new Blob([bytes], { type: props.view.type })).catch(() => null);
      if (gone || !canvas.current) return;
      if (!picture) {
        setState("unreadable");
        return;
      }
      canvas.current.width = picture.width;
      canvas.current.height = picture.height;
      canvas.current.getContext("2d")?.drawImage(picture, 0, 0);
      setState("shown");
    };
    draw().catch((error: unknown) => setState(codeOf(error)));
    return () => {
      gone = true;
    };
  }, []);
  return (
    <>
      {state === "working" ? <Busy>{t("vault_loading")}</Busy> : null}
      {state === "unreadable" ? <p class="soft">{t("vault_no_preview")}</p> : null}
      {state !== "working" && state !== "shown" && state !== "unreadable" ? <VaultFailure code={state} /> : null}
      <canvas ref={canvas} class="vault-picture printed" role="img" aria-label={props.view.name} hidden={state !== "shown"} />
    </>
  );
}

function Text(props: PreviewProps) {
  const { t } = useTexts();
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  useEffect(() => {
    bytesOf(props.view, props, mostText).then(
      (bytes) => setText(new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes)),
      (error: unknown) => setFailure(codeOf(error)),
    );
  }, []);
  if (failure) return <VaultFailure code={failure} />;
  if (text === null) return <Busy>{t("vault_loading")}</Busy>;
  return (
    <>
      <pre class="vault-text printed" tabIndex={0} aria-label={props.view.name}>
        {text}
      </pre>
      {props.size > mostText ? <p class="soft">{t("vault_preview_cut")}</p> : null}
    </>
  );
}
