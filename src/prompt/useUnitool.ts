import { useEffect, useRef, useState } from "preact/hooks";
import { sha256Hex } from "../codec/sha256.ts";
import { useTexts } from "../i18n/texts.tsx";
import { startDocumentsWorker } from "../platform/documentsWorker.ts";
import { safeName } from "../platform/fileAccess.ts";
import type { PromptRequest } from "../platform/messages.ts";
import { allowSites, isPermitted } from "../platform/sites.ts";
import { fetchFrom, sendFile, type WebProblem } from "../platform/siteWeb.ts";
import { allowServices, servicesAllowed } from "../platform/trustServices.ts";
import type { DocumentFailure, SignedDocument } from "../signing/documents/job.ts";
import timeAuthorities from "../signing/trust/timeAuthorities.json";
import { signingWords } from "../ui/documents/signingWords.ts";
import { usualBlock } from "../ui/documents/usualBlock.ts";
import { longestDocument, longestInit, parseInit, type UnitoolInit } from "../unitool/init.ts";
import { parseLink, type UnitoolProblem } from "../unitool/link.ts";
import { finished } from "./claim.ts";
import { type Delivered, type OwnJob, ownJob } from "./delivery.ts";

export type Unitool =
  | { readonly kind: "loading"; readonly host: string }
  /** The person has to allow these hosts first. */
  | { readonly kind: "asking"; readonly hosts: readonly string[]; readonly allow: () => void }
  /** A time stamp is wanted: with it, or without. */
  | { readonly kind: "stamp"; readonly host: string; readonly choose: (stamp: boolean) => void }
  | { readonly kind: "refused"; readonly problem: UnitoolProblem }
  | { readonly kind: "unsignable"; readonly code: DocumentFailure["code"] }
  | { readonly kind: "ready"; readonly own: OwnJob; readonly init: UnitoolInit };

class Refusal extends Error {
  readonly problem: UnitoolProblem;
  constructor(problem: UnitoolProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const authority = timeAuthorities.authorities[0];

/** Follows a link of the official program's scheme, step by step, up to a document that is ready to be signed. */
export function useUnitool(request: PromptRequest, link: string): Unitool {
  const texts = useTexts();
  const [state, setState] = useState<Unitool>({ kind: "loading", host: "" });
  const left = useRef(false);

  /** Shows a question; its answer comes from a click, so that the browser may ask the person in turn. */
  const ask = (make: (answer: (chosen: Promise<boolean>) => void) => Unitool): Promise<boolean> => new Promise<boolean>((resolve) => setState(make(resolve))).catch(() => false);
  const permit = async (urls: readonly URL[]): Promise<void> => {
    const missing: URL[] = [];
    for (const url of urls) if (!(await isPermitted(url.origin))) missing.push(url);
    if (missing.length === 0) return;
    const hosts = [...new Set(missing.map(({ host }) => host))];
    const allowed = await ask((answer) => ({ kind: "asking", hosts, allow: () => answer(allowSites(missing.map(({ origin }) => origin))) }));
    if (!allowed) throw new Refusal({ code: "permission" });
  };
  const follow = async (): Promise<void> => {
    const { origin } = request;
    const address = unwrap(parseLink(link, origin));
    await permit([address]);
    setState({ kind: "loading", host: address.host });
    const description = await got(fetchFrom(address, { accept: "application/json", type: /^(application|text)\/(json|[a-z0-9.-]+\+json)$/, limit: longestInit }), "init");
    const init = unwrap(parseInit(await description.text(), origin));
    await permit([...(init.work.kind === "document" && init.work.from ? [init.work.from] : []), init.submit]);
    let document: Blob | null = null;
    if (init.work.kind === "document") {
      const { from, bytes, sha256 } = init.work;
      if (from) setState({ kind: "loading", host: from.host });
      document = from ? await got(fetchFrom(from, { accept: "application/pdf", type: /^application\/(pdf|octet-stream)$/, limit: longestDocument }), "document") : new Blob([bytes ?? new Uint8Array()]);
      const worker = startDocumentsWorker();
      const check = await worker.api.check(document).finally(() => worker.end());
      if (!check.ok) return setState({ kind: "unsignable", code: check.error.code });
      if (check.kind !== "pdf") throw new Refusal({ code: "document_type" });
      if (sha256 !== null && (await sha256Of(document)) !== sha256) throw new Refusal({ code: "document_hash" });
      document = new Blob([document], { type: "application/pdf" });
    }
    let timestampUrl: string | null = null;
    if (init.timestamp && authority) {
      const { url } = authority;
      const wanted = (await servicesAllowed([url])) || (await ask((answer) => ({ kind: "stamp", host: new URL(url).hostname, choose: (stamp) => answer(stamp ? allowServices([url]) : Promise.resolve(false)) })));
      timestampUrl = wanted ? url : null;
    }
    const name = document ? nameOf(init) : "signature.p7s";
    const block = document && (await usualBlock(document));
    const job = {
      documents: [{ name, data: document ?? new Blob(), block, ...(init.work.kind === "hash" ? { digest: init.work.digest } : {}) }],
      // What the description can ask for, and nothing else.
      algorithm: "RS256" as const,
      reason: null,
      timestampUrl,
      words: signingWords(texts),
    };
    const run = async (signed: SignedDocument): Promise<Delivered> => {
      const sent = await sendFile(init.submit, "signedFile", new File([signed.data], signed.name, { type: document ? "application/pdf" : "application/pkcs7-signature" }));
      if (!sent.ok) return notSent(sent.problem);
      await finished(request.requestId);
      return { kind: "sent", text: "unitool_sent" };
    };
    setState({ kind: "ready", init, own: ownJob(job, { doing: "unitool_sending", keep: document !== null, run }) });
  };
  useEffect(() => {
    follow().catch((error: unknown) => {
      if (!left.current) setState({ kind: "refused", problem: error instanceof Refusal ? error.problem : { code: "network" } });
    });
    return () => void (left.current = true);
  }, []);
  return state;
}

function unwrap<T>(checked: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: UnitoolProblem }): T {
  if (checked.ok) return checked.value;
  throw new Refusal(checked.problem);
}

async function got(answer: ReturnType<typeof fetchFrom>, what: "init" | "document"): Promise<Blob> {
  const result = await answer;
  if (result.ok) return result.value;
  const { problem } = result;
  if (typeof problem === "object") throw new Refusal({ code: "status", what: String(problem.status) });
  throw new Refusal({ code: problem === "type" || problem === "size" ? (`${what}_${problem}` as const) : problem });
}

function notSent(problem: WebProblem): Delivered {
  if (typeof problem === "object") return { kind: "failed", text: "unitool_not_taken", values: { STATUS: String(problem.status) }, way: "again" };
  return { kind: "failed", text: problem === "redirect" ? "unitool_not_sent_redirect" : problem === "permission" ? "unitool_problem_permission" : "unitool_not_sent", way: "again" };
}

async function sha256Of(file: Blob): Promise<string> {
  return sha256Hex(await file.arrayBuffer());
}

/** The last part of its address, where that is a name of a PDF. */
function nameOf({ work }: UnitoolInit): string {
  const last = work.kind === "document" && work.from ? /([^/]{1,80}\.pdf)$/i.exec(work.from.pathname)?.[1] : null;
  try {
    return last ? safeName(decodeURIComponent(last).replaceAll(/[\p{Cc}\p{Cf}]/gu, "")) : "document.pdf";
  } catch {
    return "document.pdf";
  }
}
