import { useEffect } from "preact/hooks";
import type { Joined } from "../../consent/record/joined.ts";
import type { JoinedHoldings } from "../../consent/record/joinHoldings.ts";
import { forgetJoined } from "./joinedStore.ts";

/** The records and what is kept of their merges come by two ways, one a moment after the other: neither counts while the other may be on its way. */
const settledMs = 10_000;

/** Forgets what nobody can use any more. @param over the same list as long as neither records nor merges have changed */
export function useOutlived(over: readonly (Joined | JoinedHoldings)[]): void {
  useEffect(() => {
    if (over.length === 0) return undefined;
    const later = setTimeout(() => void forgetJoined(over).catch(() => undefined), settledMs);
    return () => clearTimeout(later);
  }, [over]);
}
