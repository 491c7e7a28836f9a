import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What came of a press stands below the button, and the popup may end there. @returns for the element in which it stands last */
export function useSaidInSight(outcome: string | null): RefObject<HTMLElement | null> {
  const said = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (outcome !== null) said.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  return said;
}
