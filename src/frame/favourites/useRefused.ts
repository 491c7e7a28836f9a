import { useCallback, useEffect, useState } from "preact/hooks";
import { onRefusedStar, takeRefusedStar } from "../../platform/refusedStar.ts";
import { onOpened } from "../opened.ts";

interface Refused {
  readonly title: string;
  /** Another one each time: the same service may be refused twice, and is said twice. */
  readonly nth: number;
}

/** The service that a full menu did not take, by a star in the page around or in the menu itself; null when it is opened for something else. */
export function useRefused(): readonly [Refused | null, (title: string | null) => void] {
  const [refused, setRefused] = useState<Refused | null>(null);
  const refuse = useCallback((title: string | null): void => setRefused((before) => (title === null ? null : { title, nth: (before?.nth ?? 0) + 1 })), []);
  useEffect(() => {
    const look = (): void => void takeRefusedStar().then((title) => title !== null && refuse(title), () => undefined);
    const ended = onOpened(() => {
      refuse(null);
      look();
    });
    const unheard = onRefusedStar(look);
    return () => {
      ended();
      unheard();
    };
  }, [refuse]);
  return [refused, refuse];
}
