// [Note: the node is a FIFO] Chromium waits for finished transfers with epoll: "writable" means "come and reap".
// A regular file can't be polled, and an empty FIFO is always writable (the browser would spin), so the device node is
// a FIFO that is full except while something is done and not yet fetched.
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";

const page = Buffer.alloc(4096);

export class PollableNode {
  readonly #fd: number;
  #ready = 0;

  constructor(path: string) {
    this.#fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    while (this.#write());
  }

  /** One more thing to fetch. */
  signal(): void {
    this.#ready += 1;
    if (this.#ready === 1) {
      try {
        readSync(this.#fd, Buffer.alloc(4096));
      } catch {
        // Nothing in it: it is writable already.
      }
    }
  }

  /** One thing was fetched. */
  fetched(): void {
    this.#ready = Math.max(0, this.#ready - 1);
    if (this.#ready === 0) while (this.#write()) {}
  }

  close(): void {
    closeSync(this.#fd);
  }

  #write(): boolean {
    try {
      return writeSync(this.#fd, page) === page.length;
    } catch {
      return false;
    }
  }
}
