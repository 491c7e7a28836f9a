import { useState } from "preact/hooks";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";

interface Attempt {
  /** Why the last one failed; null: it did not, or is under way. */
  readonly failure: VaultErrorCode | null;
  /** Does something with the vault; a failure is to be shown, never swallowed: the person would think it done. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
}

/** An act of the person's that the vault may refuse: no room on the disk, or locked meanwhile. */
export function useAttempt(): Attempt {
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    await act().catch((error: unknown) => setFailure(codeOf(error)));
  };
  return { failure, attempt };
}
