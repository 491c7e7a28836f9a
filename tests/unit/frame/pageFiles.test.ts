// A file into the page: what the person is told is what the page did.
import { expect, it } from "vitest";
import type { FromFrame, ToFrame } from "../../../src/forms/line.ts";
import { fetchFile, passing, putFile } from "../../../src/frame/pageFiles.ts";

/** A frame's end of a line, and a page that answers when it is told to. */
function line() {
  const { port1, port2: page } = new MessageChannel();
  const asked: FromFrame[] = [];
  page.addEventListener("message", ({ data }: MessageEvent<FromFrame>) => void asked.push(data));
  page.start();
  port1.start();
  return { port: port1, asked, say: (message: ToFrame, given: Transferable[] = []) => page.postMessage(message, given), close: () => port1.close() };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

it("a page that takes its time has the last word: the file is in it, or is not", async () => {
  const { port, asked, say, close } = line();
  for (const done of [true, false]) {
    const put = putFile(port, 1, new File(["a"], "a.txt"));
    await settled();
    const last = asked.at(-1);
    if (last?.kind !== "file/put") throw new Error("it was not asked");
    // Of another file, and only then of this one.
    say({ kind: "file/done", asked: last.asked - 1, done: !done });
    say({ kind: "file/done", asked: last.asked, done });
    expect(await put).toBe(done);
  }
  close();
});

it("a file that comes after the person has stopped is not fetched on", async () => {
  const { port, asked, say, close } = line();
  const stop = new AbortController();
  const fetched = fetchFile(port, "https://www.my.gov.ge/files/1", stop.signal);
  await settled();
  stop.abort();
  await expect(fetched).rejects.toBe(stop.signal.reason);
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
  const last = asked.at(-1);
  say({ kind: "file/got", asked: last?.kind === "file/get" ? last.asked : 0, file: { name: "a", type: "", size: null, body } }, [body]);
  await expect.poll(() => cancelled).toBe(true);
  close();
});

it.each([[1, null], [300, 300], [null, null]])("of a file that is said to have %j bytes, 200 that come are said to be of %j, and all of them go through", async (size, total) => {
  const body = new Blob([new Uint8Array(200)]).stream();
  const told: (readonly [number, number | null])[] = [];
  const { stream, size: said } = passing({ name: "a", type: "", size, body }, { signal: new AbortController().signal, onProgress: (...one) => void told.push(one) });
  expect(said).toBe(size);
  expect((await new Response(stream).arrayBuffer()).byteLength).toBe(200);
  expect(told).toEqual([[200, total]]);
});
