import { useState } from "preact/hooks";
import { untilFrameGoes } from "../pageFiles.ts";

/** How far a file is. */
export interface Going {
  readonly done: number;
  /** null: not known, or not yet. */
  readonly size: number | null;
}

export interface FileWay<Ended> {
  /** null: it is not on its way. */
  readonly going: Going | null;
  /** How its last way ended; null: it had none, or has begun another. */
  readonly ended: Ended | null;
  readonly begin: () => void;
  readonly stop: () => void;
}

/**
 * A file's way between the page and the vault. It ends with the frame, too.
 * @param size as far as it is known beforehand
 * @param go takes it there; stopped by the signal, it still says how it ended, and throws nothing
 */
export function useFileWay<Ended>(size: number | null, go: (signal: AbortSignal, onProgress: (done: number, size: number | null) => void) => Promise<Ended>): FileWay<Ended> {
  const [at, setAt] = useState<(Going & { readonly stop: AbortController }) | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const begin = (): void => {
    const stop = untilFrameGoes();
    setEnded(null);
    setAt({ stop, done: 0, size });
    void go(stop.signal, (done, whole) => setAt({ stop, done, size: whole })).then((how) => {
      stop.abort();
      setAt(null);
      setEnded(() => how);
    });
  };
  return { going: at, ended, begin, stop: () => at?.stop.abort() };
}
