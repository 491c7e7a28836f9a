// A time-stamp authority and an OCSP responder under the portal's name, where the extension needs no permission that only
// a person at the browser's own dialogue could give.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { TrustServices } from "../signing/trustServices.ts";

export const trustHosts = { tsa: "https://tsa.my.gov.ge/tsa", ocsp: "https://ocsp.my.gov.ge/ocsp" } as const;

/** @returns false: another host's request */
export async function serveTrust(services: TrustServices, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { host = "", ["content-type"]: type = "" } = request.headers;
  if (!Object.values(trustHosts).some((one) => new URL(one).host === host)) return false;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  // Nobody is there: the connection ends without an answer.
  if (services.faults.has("down")) {
    response.destroy();
    return true;
  }
  const { status, body } = await services.web({ url: `https://${host}${request.url ?? "/"}`, method: request.method === "POST" ? "POST" : "GET", contentType: type, body: new Uint8Array(Buffer.concat(parts)), signal: null });
  response.writeHead(status, { "content-type": type.replace(/(query|request)$/, (one) => (one === "query" ? "reply" : "response")) }).end(body);
  return true;
}
