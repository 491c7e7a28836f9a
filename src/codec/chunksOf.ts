import { hold } from "./hold.ts";

/**
 * A stream's pieces as they come, the stream held while it is read ([Note: a stream that is held]); whoever stops early gives it up.
 * @param behind what feeds the stream, where it passes through another
 * @throws what reading it throws
 */
export async function* chunksOf<Chunk>(stream: ReadableStream<Chunk>, ...behind: readonly object[]): AsyncGenerator<Chunk, void, undefined> {
  const reader = stream.getReader();
  const release = hold(...behind, reader);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    release();
    void reader.cancel().catch(() => {});
  }
}
