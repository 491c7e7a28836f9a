import { useEffect, useState } from "preact/hooks";

/** Whether the page is being printed: then a list is shown whole, for paper has no button for more. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => setPrinting(true);
    const end = (): void => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** The first of a list, as many as were asked for; all of them on paper. */
export function useFirst<T>(all: readonly T[], page: number): { readonly shown: readonly T[]; readonly left: number; readonly more: () => void } {
  const [count, setCount] = useState(page);
  const printing = usePrinting();
  const shown = printing ? all : all.slice(0, count);
  return { shown, left: all.length - shown.length, more: () => setCount(count + page) };
}
