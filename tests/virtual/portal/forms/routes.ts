// The pages around applications. Nobody has to log in for them here: what is tested is what happens in the page.
import type { IncomingMessage, ServerResponse } from "node:http";
import { serviceOf } from "../content.ts";
import { page } from "../pages.ts";
import { appForms, appScript } from "./appForms.ts";
import { classicForms } from "./classicForms.ts";
import { fieldsOf } from "./fields.ts";
import type { FormMarkup, FormPage } from "./formMarkup.ts";
import { type Office, sha256 } from "./office.ts";
import { sendSlowly } from "./slowly.ts";
import { thirdForms } from "./thirdForms.ts";
import { componentScript, isPart, put, withFields, type Within } from "./within.ts";

/** By the name of a markup; one that has no pages of its own here takes the classic ones. */
const markups: Readonly<Record<string, FormMarkup>> = { classic: classicForms, app: appForms, third: thirdForms };

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly csrf: string;
  /** Name of the session's markup. */
  readonly markup: string;
  /** What the session's forms stand in. */
  readonly within: Within | null;
}

/** @returns false when the address is none of these. */
export async function serveForms(office: Office, { request, response, url, csrf, markup: name, within }: Visit): Promise<boolean> {
  const markup = within === "fields" ? withFields : (markups[name] ?? classicForms);
  const script = name === "app" ? "/app.js" : "";
  const send = (status: number, type: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): true => {
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
    return true;
  };
  const html = (title: string, body: string, status = 200): true => send(status, "text/html; charset=utf-8", page(title, body, script));
  /** The same for an application and what comes of it, which may stand in a component or a frame. */
  const placed = (title: string, body: string, status = 200): true => {
    if (within === null) return html(title, body, status);
    const whole = put(within, { title, body, isPart: isPart(request) });
    return send(status, "text/html; charset=utf-8", whole);
  };
  const file = (fileName: string, bytes: Uint8Array): true => {
    const type = fileName.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    const headers = { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` };
    if (!office.slowly) return send(200, type, bytes, headers);
    void sendSlowly(response, bytes, { "content-type": type, ...headers }, office.slowly).then((whole) => office.given.push(whole));
    return true;
  };
  const route = `${request.method ?? "GET"} ${url.pathname}`;
  const part = (pattern: RegExp, at = 1): string => pattern.exec(route)?.[at] ?? "";

  if (route === "GET /component.js") return send(200, "text/javascript; charset=utf-8", componentScript);
  if (route === "GET /app.js") return send(200, "text/javascript; charset=utf-8", appScript);

  const applying = serviceOf(part(/^(?:GET|POST) \/services\/([a-z-]+)\/apply$/));
  if (applying) {
    const more = Math.min(300, Number(url.searchParams.get("more")) || 0);
    const fields = fieldsOf(applying, more);
    const shown = (error: string | null, values: FormPage["values"]): string => markup.form({ service: applying, fields, csrf, error, values });
    if (request.method === "GET") return placed(applying.title, shown(null, new Map()));
    const { form, files } = await read(request);
    if (form.get("csrf") !== csrf) return placed(applying.title, shown("სესია შეიცვალა. სცადეთ ხელახლა.", valuesOf(form)), 403);
    if (office.trouble === "silence") return request.socket.destroy() !== null;
    if (office.trouble === "error") return placed("შეცდომა", "<h1>სერვერის შეცდომა</h1><p>სცადეთ მოგვიანებით.</p>", 500);
    const hidden = form.get("signed");
    if (typeof hidden === "string" && hidden !== "") {
      const bytes = new Uint8Array(Buffer.from(hidden, "base64"));
      files.push({ field: "signed", name: "signed.pdf", size: bytes.length, sha256: sha256(bytes), bytes });
    }
    const judged = applying.needsCard ? await office.judge(fields, form, files) : null;
    if (judged?.why) return placed(applying.title, shown(`ხელმოწერა არასწორია: ${judged.why}`, valuesOf(form)), 400);
    const taken = office.take(applying, fields, form, files, judged?.signer ?? null);
    if (typeof taken === "string") return placed(applying.title, shown(taken, valuesOf(form)), 400);
    response.writeHead(303, { location: `/applications/${taken.number}/sent` }).end();
    return true;
  }
  const sent = office.applications.find((one) => one.number === part(/^GET \/applications\/([\d-]+)\/sent$/));
  if (sent) return placed("განაცხადი გაგზავნილია", markup.sent(sent));
  const answer = office.answers.find((one) => one.id === part(/^GET \/answers\/(\d+)(?:\/\d+)?$/));
  if (answer) {
    const at = part(/^GET \/answers\/\d+\/(\d+)$/);
    if (at === "") return html("პასუხი", markup.answer(answer));
    const [fileName = "", bytes = new Uint8Array()] = [...answer.files][Number(at)] ?? [];
    return file(fileName, bytes);
  }
  const kept = office.documents.find((one) => one.id === part(/^GET \/documents\/(\d+)$/));
  if (kept) return file(kept.name, kept.bytes);
  const ofService = serviceOf(part(/^GET \/services\/([a-z-]+)\/terms$/));
  const own = ofService && office.serviceTermsOf(ofService.id);
  if (own) return html("სერვისის პირობები", markup.serviceTerms(ofService, own));

  switch (route) {
    case "GET /applications":
      return html("გაგზავნილი განაცხადები", markup.sentList(office.applications.map((one) => ({ ...one, answered: office.answers.some(({ number }) => number === one.number) }))));
    case "GET /answers":
      return html("პასუხები", markup.answers(office.answers));
    case "GET /terms":
      return html("გამოყენების წესი და პირობები", markup.terms(office.terms));
    case "GET /notices":
      return html("შეტყობინებები", markup.notices(office.notices));
    case "GET /documents":
      return html("დოკუმენტები", markup.documents(office.documents, csrf, null));
    case "POST /documents": {
      const { form, files } = await read(request);
      const wrong = form.get("csrf") !== csrf ? "სესია შეიცვალა." : files.map((one) => office.keep(one.name, one.bytes)).find((one) => one !== null);
      if (wrong) return html("დოკუმენტები", markup.documents(office.documents, csrf, wrong), 400);
      response.writeHead(303, { location: "/documents" }).end();
      return true;
    }
    default:
      return false;
  }
}

async function read(request: IncomingMessage): Promise<{ readonly form: FormData; readonly files: { field: string; name: string; size: number; sha256: string; bytes: Uint8Array }[] }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = await new Response(Buffer.concat(parts), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
  const files = [];
  for (const [field, value] of form) {
    if (typeof value === "string" || value.name === "" || value.size === 0) continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ field, name: value.name, size: bytes.length, sha256: sha256(bytes), bytes });
  }
  return { form, files };
}

function valuesOf(form: FormData): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of form) if (typeof value === "string" && name !== "csrf") values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}
