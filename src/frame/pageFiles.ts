// Files between a frame and the page around it. See: [Note: a line to a frame].
import type { ArrivingFile, FromFrame, ToFrame } from "../forms/line.ts";
import type { Incoming } from "../vault/documentApi.ts";

let asked = 0;

type Reply = Extract<ToFrame, { readonly asked: number }>;

/** @throws the signal's reason; whatever comes then goes to `late` */
function reply<Kind extends Reply["kind"]>(line: MessagePort, kind: Kind, ask: (number: number) => FromFrame, signal?: AbortSignal, late?: (answer: Extract<Reply, { kind: Kind }>) => void): Promise<Extract<Reply, { kind: Kind }>> {
  const number = (asked += 1);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const isReply = (message: ToFrame): message is Extract<Reply, { kind: Kind }> => message.kind === kind && message.asked === number;
    const hear = ({ data }: MessageEvent<ToFrame>): void => {
      if (!isReply(data)) return;
      line.removeEventListener("message", hear);
      if (signal?.aborted) late?.(data);
      else resolve(data);
    };
    line.addEventListener("message", hear);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    line.postMessage(ask(number));
  });
}

/** Begins to fetch a file that the page offers. @returns null: the portal does not give it. @throws the signal's reason */
export async function fetchFile(line: MessagePort, url: string, signal: AbortSignal): Promise<ArrivingFile | null> {
  const got = await reply(line, "file/got", (number) => ({ kind: "file/get", asked: number, url }), signal, (late) => void late.file?.body.cancel().catch(() => undefined));
  return got.file;
}

/** Puts a file into the page's file field of this number, which nothing stops once the page was told. @returns whether the field has it */
export async function putFile(line: MessagePort, field: number, file: File): Promise<boolean> {
  const { done } = await reply(line, "file/done", (number) => ({ kind: "file/put", asked: number, field, file }));
  return done;
}

/** More often nobody reads it. */
const tellMs = 100;

export interface Passing {
  readonly signal: AbortSignal;
  /** How many bytes have come, and of how many: as long as what was said can be true. See: [Note: whole when it ends]. */
  readonly onProgress: (done: number, total: number | null) => void;
  /** Sees each piece, and then the end; what `end` throws is the stream's failure. */
  readonly piece?: (bytes: Uint8Array) => void;
  readonly end?: () => void;
}

/** A file on its way through this frame, for the vault: aborted, it fails there, and the download stops. */
export function passing({ body, size }: ArrivingFile, { signal, onProgress, piece, end }: Passing): Incoming {
  let done = 0;
  let told = 0;
  const through = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      done += bytes.length;
      piece?.(bytes);
      controller.enqueue(bytes);
      if (performance.now() - told < tellMs) return;
      told = performance.now();
      onProgress(done, size !== null && done > size ? null : size);
    },
    flush: () => end?.(),
  });
  return { stream: body.pipeThrough(through, { signal }), size };
}

/** Aborted by the caller, or when the frame goes: its panel was closed, or the page was left. */
export function untilFrameGoes(): AbortController {
  const stop = new AbortController();
  addEventListener("pagehide", () => stop.abort(), { signal: stop.signal });
  return stop;
}
