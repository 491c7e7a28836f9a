// A site that calls the official desktop program by links: a page with one, what stands behind it, and the place where the
// signed document is sent. And the same with everything in it that a hostile or a broken site could have.
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { samplePdf } from "../pdf/samplePdf.ts";
import { escape } from "./escape.ts";
import { page } from "./pages.ts";
import type { SignatureCheck } from "./signatureCheck.ts";

export interface UnitoolResult {
  readonly mode: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly why: string | null;
  readonly signer: string;
  /** Whether a cookie came along. */
  readonly cookie: boolean;
}

/** A document whose hash a site wants signed. */
const hashed = Buffer.from("ხელშეკრულება, რომელიც საიტთანაა");
const elsewhere = "https://www.uckho.ge";

export class UnitoolSite {
  readonly results: UnitoolResult[] = [];
  /** Every request beside the page's own, with its host. */
  readonly asked: string[] = [];
  /** So many uploads are turned away first. */
  failures = 0;
  readonly #check: SignatureCheck;
  readonly #document: Uint8Array;

  constructor(check: SignatureCheck) {
    this.#check = check;
    this.#document = samplePdf({ pages: 2 });
  }

  /** @returns false when the address is none of these. */
  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const route = `${request.method ?? "GET"} ${url.pathname}`;
    const send = (status: number, type: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): true => {
      response.writeHead(status, { "content-type": type, ...headers }).end(body);
      return true;
    };
    if (route === "GET /unitool") {
      const mode = url.searchParams.get("mode") ?? "document";
      const framed = url.searchParams.get("framed");
      if (framed !== null) return send(200, "text/html; charset=utf-8", page("ხელშეკრულება", `<h1>ჩასმული გვერდი</h1><iframe id="framed" width="600" height="300" title="ხელმოწერა" src="${escape(`${framed}/unitool?mode=${mode}`)}"></iframe>`));
      const host = request.headers.host ?? "";
      const link = mode === "link-site" ? "geoeid-unitool://www.uckho.ge/unitool/init/document" : mode === "link" ? "geoeid-unitool:oops" : `geoeid-unitool://${mode === "other-host" ? "docs.kutaisi.ge" : host}/unitool/init/${mode}`;
      return send(200, "text/html; charset=utf-8", page("ხელშეკრულება", `<h1>ხელშეკრულების ხელმოწერა</h1><p><a id="sign" href="${escape(link)}">ხელმოწერა პირადობის მოწმობით</a></p>`));
    }
    const [, step = "", mode = ""] = /^\/unitool\/(init|document|submit)\/([a-z-]+)$/.exec(url.pathname) ?? [];
    if (step === "") return false;
    this.asked.push(`${request.headers.host ?? ""} ${step} ${mode}`);
    if (step === "init") return this.#init(mode, `https://${request.headers.host ?? ""}`, send);
    if (step === "document") return this.#give(mode, send, response);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (mode === "submit-redirect") return send(307, "text/plain", "", { location: `${elsewhere}/unitool/submit/document` });
    if (this.failures > 0) {
      this.failures -= 1;
      return send(503, "text/plain", "later");
    }
    const form = await new Response(Buffer.concat(parts), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
    const file = form.get("signedFile");
    if (!file || typeof file === "string") return send(400, "text/plain", "no signedFile");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { why, signer } = mode.startsWith("hash") ? await this.#check.cms(bytes, hashed) : await this.#check.pdf(bytes, []);
    this.results.push({ mode, name: file.name, type: file.type, bytes, why, signer, cookie: request.headers.cookie !== undefined });
    return send(why === null ? 200 : 400, "text/plain", why ?? "ok");
  }

  #init(mode: string, home: string, send: (status: number, type: string, body: string, headers?: Readonly<Record<string, string>>) => true): true {
    const common = { signAlg: "sha256withRSA", docType: "PDF", language: "ka", keyId: "sign", signatureProfile: "B", padesUsage: true, description: "ხელშეკრულება № 7" };
    const document = { ...common, dataType: "document", dataUrl: `${home}/unitool/document/${mode}`, submitUrl: `${home}/unitool/submit/${mode}` };
    const json = (value: object, type = "application/json"): true => send(200, type, JSON.stringify(value));
    switch (mode) {
      case "hash":
        return json({ ...common, dataType: "hash", hash: createHash("sha256").update(hashed).digest("hex"), submitUrl: document.submitUrl });
      case "stamp":
        return json({ ...document, signatureProfile: "BT" });
      case "file":
        return json({ ...document, dataUrl: "file:///etc/passwd" });
      case "other":
        return json({ ...document, dataUrl: `${elsewhere}/unitool/document/other` });
      case "submit-other":
        return json({ ...document, submitUrl: `${elsewhere}/unitool/submit/other` });
      case "plain":
        return json({ ...document, dataUrl: `${home.replace("https:", "http:")}/unitool/document/plain` });
      case "login-key":
        return json({ ...document, keyId: "auth" });
      case "init-large":
        return json({ ...document, filler: randomBytes(40_000).toString("hex") });
      case "init-type":
        return json(document, "text/html");
      case "redirect":
        return send(302, "text/plain", "", { location: `${elsewhere}/unitool/init/document` });
      default:
        return json(document);
    }
  }

  #give(mode: string, send: (status: number, type: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>) => true, response: ServerResponse): true {
    if (mode === "not-pdf") return send(200, "application/pdf", "<html>not a PDF</html>");
    if (mode === "document-redirect") return send(302, "text/plain", "", { location: `${elsewhere}/unitool/document/document` });
    if (mode !== "oversized") return send(200, "application/pdf", this.#document);
    response.writeHead(200, { "content-type": "application/pdf", "content-length": String(100 << 20) });
    response.write("%PDF-1.7\n");
    return true;
  }
}
