import { useEffect, useRef, useState } from "preact/hooks";
import { Latest } from "./latest.ts";
import { wordsOf } from "./letterWords.ts";
import type { ChosenPaper } from "./papers.ts";
import type { PolicyFile } from "./policyFile.ts";

export interface LetterWordsReading {
  readonly busy: boolean;
  /** @returns null: another one was begun meanwhile, or it was stopped */
  readonly read: (paper: ChosenPaper) => Promise<PolicyFile | null>;
  readonly stop: () => void;
}

/** Reads the words of letters, one at a time: of two begun after each other the later counts, and only its end ends the waiting. */
export function useLetterWords(): LetterWordsReading {
  const [busy, setBusy] = useState(false);
  const latest = useRef(new Latest());
  useEffect(() => () => latest.current.stop(), []);
  const read = async (paper: ChosenPaper): Promise<PolicyFile | null> => {
    setBusy(true);
    const found = await latest.current.run((signal) => wordsOf(paper, signal)).catch(() => ({ unread: "damaged" }) as const);
    if (found !== null) setBusy(false);
    return found;
  };
  const stop = (): void => {
    latest.current.stop();
    setBusy(false);
  };
  return { busy, read, stop };
}
