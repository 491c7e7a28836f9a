import { useEffect, useState } from "preact/hooks";

/** As wide as data.css has for a telephone. */
const narrow = "(max-width: 46rem)";

/** Whether the window is as narrow as a telephone; followed while it is resized. */
export function useNarrow(): boolean {
  const [matches, setMatches] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const follow = (): void => setMatches(query.matches);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return matches;
}
