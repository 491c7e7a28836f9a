import { useEffect, useState } from "preact/hooks";
import { toBase64 } from "../codec/base64.ts";
import { type FromForm, parseFromForm, pieceLength, type SeenForm, type ToForm } from "../forms/signLine.ts";
import { useTexts } from "../i18n/texts.tsx";
import type { MessageKey } from "../i18n/catalogue.ts";
import { connectToForm, type FormPort } from "../platform/formPort.ts";
import type { Asks, PromptRequest } from "../platform/messages.ts";
import type { SignedDocument } from "../signing/documents/job.ts";
import { signingWords } from "../ui/documents/signingWords.ts";
import { finished } from "./claim.ts";
import { type Delivered, type OwnJob, ownJob } from "./delivery.ts";
import { formContent, formDocument } from "./formDocument.ts";

export type FormJob =
  | { readonly kind: "reading"; readonly percent: number | null }
  | { readonly kind: "failed"; readonly text: MessageKey }
  | { readonly kind: "ready"; readonly own: OwnJob };

type Answer = Extract<FromForm, { kind: "placed" | "not-placed" }>;
const troubles = { gone: "sign_form_gone", files: "sign_form_files", long: "sign_form_long", changed: "sign_form_changed", refused: "sign_form_refused" } as const satisfies Record<string, MessageKey>;
const patienceMs = 60_000;

/** Reads the form where it is, makes the document of it, and brings the signed one back. See: [Note: a form's port]. */
export function useFormJob(request: PromptRequest, asks: Extract<Asks, { action: "sign-form" }>): FormJob {
  const texts = useTexts();
  const [state, setState] = useState<FormJob>({ kind: "reading", percent: null });
  useEffect(() => {
    let closed = false;
    let answered: (answer: Answer | null) => void = () => undefined;
    const port = connectToForm(asks.tabId, asks.documentId, asks.ticket, {
      onMessage: (raw) => {
        const message = parseFromForm(raw);
        if (message?.kind === "progress") setState({ kind: "reading", percent: Math.floor((100 * message.done) / Math.max(1, message.total)) });
        if (message?.kind === "unreadable") setState({ kind: "failed", text: troubles[message.why] });
        if (message?.kind === "form") void make(message.form).catch(() => setState({ kind: "failed", text: "sign_form_broken" }));
        if (message?.kind === "placed" || message?.kind === "not-placed") answered(message);
      },
      onClose: () => {
        closed = true;
        answered(null);
        setState((now) => (now.kind === "ready" ? now : { kind: "failed", text: "sign_form_gone" }));
      },
    });
    const say = (message: ToForm): void => port.send(message);

    const make = async (form: SeenForm): Promise<void> => {
      const file = await formDocument(formContent(form, request.origin, texts, Date.now()));
      const job = { documents: [{ name: file.name, data: file, block: null }], reason: null, timestampUrl: null, words: signingWords(texts) };
      const run = async (signed: SignedDocument): Promise<Delivered> => {
        if (!form.place) {
          await finished(request.requestId);
          return { kind: "keep", text: "sign_form_no_place" };
        }
        if (closed) return { kind: "failed", text: "sign_form_gone", way: "none" };
        const answer = await new Promise<Answer | null>((resolve) => {
          answered = resolve;
          setTimeout(() => resolve(null), patienceMs);
          void bring(signed, port);
        });
        if (answer?.kind !== "placed") return { kind: "failed", text: troubles[answer?.why ?? "gone"], way: answer?.why === "changed" ? "look" : answer?.why === "refused" ? "again" : "none" };
        // The page may go the moment it sends: nobody must take that for a page that left the request behind.
        await finished(request.requestId);
        say({ kind: "send" });
        return { kind: "sent", text: "sign_form_sent" };
      };
      setState({ kind: "ready", own: ownJob(job, { doing: "sign_form_placing", keep: false, keptByPage: true, run }) });
    };
    say({ kind: "read" });
    return () => port.close();
  }, []);
  return state;
}

async function bring({ name, data }: SignedDocument, port: FormPort): Promise<void> {
  const text = toBase64(new Uint8Array(await data.arrayBuffer()));
  const pieces = Math.ceil(text.length / pieceLength);
  port.send({ kind: "signed", name, pieces } satisfies ToForm);
  for (let at = 0; at < text.length; at += pieceLength) port.send({ kind: "piece", data: text.slice(at, at + pieceLength) } satisfies ToForm);
}
