// What is fetched from a site and sent to it on a person's behalf, beside its pages: without cookies, without a referrer, and
// without following anybody elsewhere. [Note: no redirects] `fetch` doesn't say where a redirect leads before it has gone there,
// so none is followed: a document must not travel to an address that nobody has looked at.
import { readUpTo } from "./readUpTo.ts";
import { isPermitted } from "./sites.ts";

export type WebProblem = "permission" | "redirect" | "network" | "size" | "type" | { readonly status: number };
export type WebResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: WebProblem };

const patienceMs = 60_000;

interface Wanted {
  readonly accept: string;
  /** Of the answer's Content-Type, without parameters. */
  readonly type: RegExp;
  /** Bytes. */
  readonly limit: number;
}

/** @param url https, of a site the person allowed */
export async function fetchFrom(url: URL, { accept, type, limit }: Wanted): Promise<WebResult<Blob>> {
  const answer = await ask(url, { method: "GET", headers: { accept } });
  if (!answer.ok) return answer;
  const { headers, body } = answer.value;
  const given = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const problem = !type.test(given) ? "type" : Number(headers.get("content-length") ?? 0) > limit ? "size" : null;
  if (problem) {
    void body?.cancel().catch(() => undefined);
    return { ok: false, problem };
  }
  try {
    const value = await readUpTo(answer.value, limit);
    return value ? { ok: true, value } : { ok: false, problem: "size" };
  } catch {
    return { ok: false, problem: "network" };
  }
}

/** Sends a form with one file in it. */
export async function sendFile(url: URL, field: string, file: File): Promise<WebResult<null>> {
  const body = new FormData();
  body.append(field, file, file.name);
  const answer = await ask(url, { method: "POST", body });
  if (!answer.ok) return answer;
  // Nothing is expected of the answer but that it is a yes.
  void answer.value.body?.cancel().catch(() => undefined);
  return { ok: true, value: null };
}

async function ask(url: URL, init: RequestInit): Promise<WebResult<Response>> {
  if (url.protocol !== "https:" || !(await isPermitted(url.origin))) return { ok: false, problem: "permission" };
  try {
    const response = await fetch(url, { ...init, credentials: "omit", redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(patienceMs) });
    if (response.type === "opaqueredirect") return { ok: false, problem: "redirect" };
    return response.ok ? { ok: true, value: response } : { ok: false, problem: { status: response.status } };
  } catch {
    return { ok: false, problem: "network" };
  }
}
