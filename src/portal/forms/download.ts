import type { ArrivingFile, FromFrame, PageFile, ToFrame } from "../../forms/line.ts";

/**
 * Answers a frame that asks for a file which the page offers: with a stream, so that the page never holds the whole file. A frame
 * that stops reading, or goes, stops the download.
 * @param offered what the page offers now
 */
export async function giveFile(offered: readonly PageFile[], { url, asked }: Extract<FromFrame, { kind: "file/get" }>, signal: AbortSignal, send: (message: ToFrame, given: Transferable[]) => void): Promise<void> {
  const wanted = offered.find((one) => one.url === url);
  const file = wanted ? await open(wanted, signal) : null;
  send({ kind: "file/got", asked, file }, file ? [file.body] : []);
}

/** A file of the page's own site, as a click on its link would give it; null when the site does not give it. */
async function open({ name, url }: PageFile, signal: AbortSignal): Promise<ArrivingFile | null> {
  try {
    const { ok, body, headers } = await fetch(url, { credentials: "same-origin", signal });
    if (!ok || !body) return null;
    // "application/pdf;charset=UTF-8" is a PDF for everybody who asks later.
    const type = (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    // A portal that has forgotten who asks gives its page to sign in, and says that all is well: that is not what was offered.
    if (type.includes("html") && !/\.x?html?$/i.test(name)) {
      void body.cancel();
      return null;
    }
    // Packed for the way it is longer than what was said.
    const length = headers.get("content-encoding") ? "" : (headers.get("content-length") ?? "");
    return { name, type, size: /^\d+$/.test(length) ? Number(length) : null, body };
  } catch {
    return null;
  }
}
