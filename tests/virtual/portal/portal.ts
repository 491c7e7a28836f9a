// The practice portal: an HTTPS server that stands where www.my.gov.ge would, and really checks what it is given.
import { createHash, createPrivateKey, createPublicKey, type JsonWebKey as NodeJsonWebKey, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { authorities, portalCertificate } from "../ca/authority.ts";
import { serviceOf, services } from "./content.ts";
import { entryOf } from "./entry/entries.ts";
import { Office } from "./forms/office.ts";
import { serveForms } from "./forms/routes.ts";
import { type Within, withins } from "./forms/within.ts";
import { classic } from "./markup/classic.ts";
import type { Markup } from "./markup/markup.ts";
import { markups } from "./markup/markups.ts";
import { Registry } from "./own/registry.ts";
import { type Contacts, serveOwn } from "./own/routes.ts";
import { loginScript, page, style } from "./pages.ts";
import { SigningDesk, signingScript, type SiteSignature } from "./webEidSigning.ts";
import { SignatureCheck } from "./signatureCheck.ts";
import { type Person, validateToken } from "./token.ts";
import { serveTrust } from "./trustHosts.ts";
import { TrustServices } from "../signing/trustServices.ts";
import { UnitoolSite } from "./unitool.ts";

export interface Portal {
  readonly port: number;
  /** Base64 SHA-256 of the server certificate's public key: what the browser is told to trust. */
  readonly spkiHash: string;
  readonly logins: readonly { readonly person: Person; readonly at: number }[];
  readonly refusals: readonly string[];
  /** Signatures that the server has checked. */
  readonly signatures: readonly SiteSignature[];
  /** What was sent, and what the institutions answer. */
  readonly office: Office;
  /** Time stamps and OCSP, under addresses of their own. */
  readonly trust: TrustServices;
  /** What the registers say, and the accounts with a password. */
  readonly registry: Registry;
  /** Mobile and e-mail, by personal number. */
  readonly contacts: Contacts;
  /** Pages with links of the official program's scheme. */
  readonly unitool: UnitoolSite;
  /** Whatever it was asked, in that order: "GET /services". */
  readonly requests: readonly string[];
  /** Headers that its pages have besides, or in place of its own, from now on. */
  headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Session {
  nonce: { readonly value: string; readonly until: number } | null;
  person: Person | null;
  markup: Markup;
  /** What the page has its form in; null: in the page itself. */
  within: Within | null;
  readonly csrf: string;
}

const nonceLifeMs = 5 * 60_000;
const longestBody = 64 * 1024;
/** Names outside the portal that tests visit: hostile pages, sites the person may allow. */
const extraPages = new Map<string, string>([["/hostile", page("უცხო გვერდი", '<p id="status"></p>', "/login.js")]]);

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;

async function body(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) {
    text += String(part);
    if (text.length > longestBody) throw new Error("too long");
  }
  return text;
}

export async function startPortal(): Promise<Portal> {
  const { certificate, key } = await portalCertificate();
  const tree = await authorities();
  const trusted = [tree.root, tree.authentication];
  const privateKey = createPrivateKey({ key: key as NodeJsonWebKey, format: "jwk" });
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const sessions = new Map<string, Session>();
  const contacts: Contacts = new Map();
  const registry = new Registry();
  const logins: { person: Person; at: number }[] = [];
  const refusals: string[] = [];
  const desk = new SigningDesk([tree.root, tree.signing]);
  const trust = new TrustServices();
  const check = new SignatureCheck();
  const office = new Office(check);
  const unitool = new UnitoolSite(check);
  const requests: string[] = [];
  let headers: Portal["headers"] = {};

  function sessionOf(request: IncomingMessage, response: ServerResponse): Session {
    const id = /(?:^|;\s*)__Host-session=([0-9a-f]{64})/.exec(request.headers.cookie ?? "")?.[1];
    const known = id ? sessions.get(id) : undefined;
    if (known) return known;
    return freshSession(response, null);
  }

  function freshSession(response: ServerResponse, person: Person | null, markup: Markup = classic): Session {
    const id = randomBytes(32).toString("hex");
    const session: Session = { nonce: null, person, markup, within: null, csrf: randomBytes(16).toString("hex") };
    sessions.set(id, session);
    response.setHeader("set-cookie", `__Host-session=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`);
    return session;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await serveTrust(trust, request, response)) return;
    const host = request.headers.host ?? "";
    const url = new URL(request.url ?? "/", `https://${host}`);
    requests.push(`${request.method ?? "GET"} ${url.pathname}`);
    response.setHeader("content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-src https:; base-uri 'none'");
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("cache-control", "no-store");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const send = (status: number, type: string, text: string): void => void response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(text);
    const html = (text: string, status = 200): void => send(status, "text/html", text);
    const go = (path: string): void => void response.writeHead(303, { location: path }).end();
    const session = sessionOf(request, response);
    session.markup = markups.find((one) => one.name === url.searchParams.get("markup")) ?? session.markup;
    if (url.searchParams.has("within") || url.searchParams.has("markup")) session.within = withins.find((one) => one === url.searchParams.get("within")) ?? null;
    const { markup } = session;
    const route = `${request.method ?? "GET"} ${url.pathname}`;

    switch (route) {
      case "GET /style.css":
        return send(200, "text/css", style);
      case "GET /login.js":
        return send(200, "text/javascript", loginScript);
      case "GET /sign":
        return html(page("ხელმოწერა", entryOf(markup.name).signing(), "/sign.js"));
      case "GET /sign.js":
        return send(200, "text/javascript", signingScript(loginScript));
      case "POST /sign/prepare": {
        const prepared = desk.prepare(JSON.parse(await body(request)));
        if (typeof prepared !== "string") return send(200, "application/json", JSON.stringify(prepared));
        refusals.push(prepared);
        return send(400, "text/plain", prepared);
      }
      case "POST /sign/finish": {
        const why = desk.finish(JSON.parse(await body(request)));
        if (why === null) return send(200, "application/json", "{}");
        refusals.push(why);
        return send(400, "text/plain", why);
      }
      case "GET /":
        return html(page("სასწავლო პორტალი", entryOf(markup.name).front(), "/login.js"));
      case "GET /framed": {
        const inner = /^[a-z.]+$/.exec(url.searchParams.get("host") ?? "")?.[0] ?? "my.gov.ge";
        return html(page("ჩარჩო", `<iframe title="ჩარჩო" src="https://${inner}/" width="600" height="400"></iframe>`));
      }
      case "POST /challenge": {
        session.nonce = { value: randomBytes(32).toString("base64"), until: Date.now() + nonceLifeMs };
        return send(200, "application/json", JSON.stringify({ nonce: session.nonce.value }));
      }
      case "POST /login": {
        const nonce = session.nonce;
        session.nonce = null;
        let token: unknown = null;
        try {
          token = JSON.parse(await body(request));
        } catch {
          // What can't be read is refused below like any other bad token.
        }
        const verdict = !nonce || nonce.until < Date.now()
          ? ({ ok: false, why: "nonce" } as const)
          : validateToken(token, { trusted, origin: `https://${host}`, nonce: nonce.value });
        if (!verdict.ok) {
          refusals.push(verdict.why);
          return send(401, "text/plain", verdict.why);
        }
        // A new session at login: one that somebody planted before is worth nothing.
        freshSession(response, verdict.person, session.markup);
        logins.push({ person: verdict.person, at: Date.now() });
        return send(200, "application/json", "{}");
      }
      default:
    }
    if (route === "GET /services") {
      // For the benchmark: a catalogue of any length.
      const count = Math.min(Number(url.searchParams.get("count") ?? services.length), 5_000);
      const listed = Array.from({ length: count }, (_, i) => {
        const one = services[i % services.length];
        return one && i >= services.length ? { ...one, id: `${one.id}-${i}`, title: `${one.title} ${i}` } : one;
      }).filter((one) => one !== undefined);
      return html(page("ელექტრონული სერვისები", markup.services(listed)));
    }
    const service = serviceOf(/^GET \/services\/([a-z-]+)$/.exec(route)?.[1] ?? "");
    if (service) return html(page(service.title, markup.service(service)));
    if (await unitool.serve(request, response, url)) return;
    if (await serveForms(office, { request, response, url, csrf: session.csrf, markup: markup.name, within: session.within })) return;
    const extra = extraPages.get(url.pathname);
    if (extra) return html(extra);
    const { person } = session;
    const own = await serveOwn(registry, contacts, {
      route, markup: markup.name, csrf: session.csrf, person, html, go,
      body: () => body(request),
      signIn: (signedIn) => void freshSession(response, signedIn, session.markup),
    });
    if (own) return;
    if (!person) return route.startsWith("GET ") && !/^\/(personal|profile)/.test(url.pathname) ? html(page("ვერ მოიძებნა", "<h1>გვერდი ვერ მოიძებნა</h1>"), 404) : go("/");
    if (route === "POST /logout") {
      const form = new URLSearchParams(await body(request));
      if (form.get("csrf") === session.csrf) session.person = null;
      return go("/");
    }
    return html(page("ვერ მოიძებნა", "<h1>გვერდი ვერ მოიძებნა</h1>"), 404);
  }

  const server = createServer({ key: privateKey.export({ type: "pkcs8", format: "pem" }), cert: pem("CERTIFICATE", certificate) }, (request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    spkiHash: createHash("sha256").update(spki).digest("base64"),
    logins,
    refusals,
    signatures: desk.signatures,
    office,
    trust,
    registry,
    contacts,
    unitool,
    requests,
    get headers() {
      return headers;
    },
    set headers(others) {
      headers = others;
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
      await check.close();
    },
  };
}
