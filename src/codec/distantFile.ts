// A file whose bytes lie elsewhere (encrypted in the vault, behind a port) and are asked for by the piece. To whoever reads
// Blobs by slices it is one; nothing of it is ever whole in memory, or spilled to the disk as a large Blob would be.
import type { Bytes } from "../card/bytes.ts";

/** Bytes from `from` to before `to`; fewer: the rest can't be had. */
export type ReadBytes = (from: number, to: number) => Promise<Bytes>;

/** What one context asks another at once. */
const pieceLength = 4 << 20;
/** A stream's pieces: what reads it works on one while the next is on its way. */
const streamedLength = 1 << 20;

/** Bytes `from` to before `to` of a distant file. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export class DistantFile extends File {
  readonly #read: ReadBytes;
  readonly #from: number;
  readonly #to: number;

  constructor(name: string, type: string, read: ReadBytes, to: number, from = 0) {
    super([], name, { type });
    this.#read = read;
    this.#from = from;
    this.#to = to;
  }

  override get size(): number {
    return this.#to - this.#from;
  }

  /** Where it lies in what it was made of. */
  get range(): Range {
    return { from: this.#from, to: this.#to };
  }

  override slice(start = 0, end = this.size, type = ""): Blob {
    const place = (value: number): number => Math.min(this.#to, Math.max(this.#from, value < 0 ? this.#to + value : this.#from + value));
    return new DistantFile(this.name, type, this.#read, Math.max(place(start), place(end)), place(start));
  }

  /** @throws DOMException NotReadableError: it ended before its size was reached; whatever reading threw */
  override async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.size <= pieceLength) {
      const bytes = await this.#piece(this.#from, this.#to);
      return bytes.length === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    }
    const out = new Uint8Array(this.size);
    for (let at = 0; at < out.length; at += pieceLength) out.set(await this.#piece(this.#from + at, Math.min(this.#to, this.#from + at + pieceLength)), at);
    return out.buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }

  /** A stream of bytes, as a file's own is: who reads it may bring the buffer (a BYOB reader). */
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = this.#from;
    return new ReadableStream({
      type: "bytes",
      pull: async (controller) => {
        const end = Math.min(this.#to, at + streamedLength);
        if (end > at) controller.enqueue(await this.#piece(at, end));
        at = end;
        if (at < this.#to) return;
        controller.close();
        // Who waits with a buffer of its own is told so by it.
        controller.byobRequest?.respond(0);
      },
    });
  }

  async #piece(from: number, to: number): Promise<Bytes> {
    if (from >= to) return new Uint8Array(0);
    const bytes = await this.#read(from, to);
    if (bytes.length !== to - from) throw new DOMException("the file ended before its size was reached", "NotReadableError");
    return bytes;
  }
}

class JoinedFile extends DistantFile {
  readonly parts: readonly Blob[];

  constructor(parts: readonly Blob[], type: string, read: ReadBytes, size: number) {
    super("", type, read, size);
    this.parts = parts;
  }
}

/** The parts one after the other, as `new Blob(parts)`, which would take a distant one for empty. */
export function joinBlobs(parts: readonly (Blob | Bytes)[], type = ""): Blob {
  if (!parts.some((part) => part instanceof DistantFile)) return new Blob([...parts], { type });
  return joined(parts.map((part) => (part instanceof Blob ? part : new Blob([part]))), type);
}

/** What was joined, of plain Blobs and ranges of the one distant file in it: this can cross to another context. */
export function piecesOf(file: Blob): readonly (Blob | Range)[] {
  if (file instanceof JoinedFile) return file.parts.flatMap(piecesOf);
  return [file instanceof DistantFile ? file.range : file];
}

function joined(parts: readonly Blob[], type: string): JoinedFile {
  const ends: number[] = [];
  for (const { size } of parts) ends.push((ends.at(-1) ?? 0) + size);
  const read: ReadBytes = async (from, to) => {
    const out = new Uint8Array(to - from);
    for (const [at, part] of parts.entries()) {
      const begin = (ends[at] ?? 0) - part.size;
      const [first, last] = [Math.max(from, begin), Math.min(to, begin + part.size)];
      if (first < last) out.set(new Uint8Array(await part.slice(first - begin, last - begin).arrayBuffer()), first - from);
    }
    return out;
  };
  return new JoinedFile(parts, type, read, ends.at(-1) ?? 0);
}

/** A distant file on its way to another context: there it is asked for over the port, which is transferred. */
export interface LentFile {
  readonly port: MessagePort;
  readonly size: number;
  readonly type: string;
}

/** A file as it can go to another context: a distant one, which would arrive as an empty one, is lent. Its port: `portsOf`. */
export function sendable(file: Blob): Blob | LentFile {
  return file instanceof DistantFile ? lend(file) : file;
}

/** For the transfer list: what was lent of files that go to another context together. */
export function portsOf(files: readonly (Blob | LentFile)[]): MessagePort[] {
  return files.flatMap((one) => (one instanceof Blob ? [] : [one.port]));
}

/** What another context sent, as a file. */
export function received(sent: Blob | LentFile, name: string): Blob {
  return sent instanceof Blob ? sent : borrow(sent, name);
}

type Asked = readonly [number: number, from: number, to: number];
/** null: it can't be read. */
type Answer = readonly [number: number, bytes: Bytes | null];

/** @returns what the borrower gets; its `port` goes into the transfer list. The lender lives as long as this context. */
export function lend(file: Blob): LentFile {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data: [number, from, to] }: MessageEvent<Asked>) => {
    file.slice(from, to).arrayBuffer().then(
      (buffer) => port1.postMessage([number, new Uint8Array(buffer)] satisfies Answer, [buffer]),
      () => port1.postMessage([number, null] satisfies Answer),
    );
  });
  port1.start();
  return { port: port2, size: file.size, type: file.type };
}

/** In the other context: the file again. */
export function borrow({ port, size, type }: LentFile, name: string): DistantFile {
  const waiting = new Map<number, { readonly resolve: (bytes: Bytes) => void; readonly reject: (error: unknown) => void }>();
  let last = 0;
  port.addEventListener("message", ({ data: [number, bytes] }: MessageEvent<Answer>) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (bytes) asked?.resolve(bytes);
    else asked?.reject(new DOMException("the file can't be read (any more)", "NotReadableError"));
  });
  port.start();
  const read: ReadBytes = (from, to) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      port.postMessage([last, from, to] satisfies Asked);
    });
  return new DistantFile(name, type, read, size);
}
