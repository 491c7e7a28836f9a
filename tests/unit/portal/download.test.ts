// A file that the page offers, as the portal's server describes it.
import { afterEach, expect, it, vi } from "vitest";
import type { ToFrame } from "../../../src/forms/line.ts";
import { giveFile } from "../../../src/portal/forms/download.ts";

afterEach(() => void vi.unstubAllGlobals());

const url = "https://www.my.gov.ge/files/1";

async function given(headers: Readonly<Record<string, string>>, status = 200, asked = url, name = "a.pdf"): Promise<ToFrame[]> {
  vi.stubGlobal("fetch", async () => new Response("abc", { status, headers }));
  const sent: ToFrame[] = [];
  await giveFile([{ name, url }], { kind: "file/get", asked: 7, url: asked }, new AbortController().signal, (message) => void sent.push(message));
  return sent;
}

it.each([
  [{ "content-type": "Application/PDF; charset=UTF-8", "content-length": "3" }, { type: "application/pdf", size: 3 }],
  [{ "content-type": "application/pdf", "content-length": "9", "content-encoding": "gzip" }, { type: "application/pdf", size: null }],
  // Said twice, or no number: nothing that its bytes could be held to.
  [{ "content-type": "text/plain", "content-length": "3, 3" }, { type: "text/plain", size: null }],
  [{}, { size: null }],
])("%j", async (headers, file) => {
  expect(await given(headers)).toMatchObject([{ kind: "file/got", asked: 7, file: { name: "a.pdf", ...file } }]);
});

it("nothing is asked for but what the page offers, and an error page is no file", async () => {
  expect(await given({}, 500)).toEqual([{ kind: "file/got", asked: 7, file: null }]);
  expect(await given({}, 200, "https://www.my.gov.ge/other")).toEqual([{ kind: "file/got", asked: 7, file: null }]);
});

it("a page to sign in, in the place of a file, is no file; a page that was offered as one is", async () => {
  expect(await given({ "content-type": "text/html; charset=utf-8" })).toEqual([{ kind: "file/got", asked: 7, file: null }]);
  expect(await given({ "content-type": "application/xhtml+xml" })).toEqual([{ kind: "file/got", asked: 7, file: null }]);
  expect(await given({ "content-type": "text/html" }, 200, url, "answer.html")).toMatchObject([{ file: { name: "answer.html", type: "text/html" } }]);
});
