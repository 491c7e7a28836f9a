import { useRef, useState } from "preact/hooks";

export interface Once {
  readonly busy: boolean;
  /**
   * Does it, unless it is being done: a second click while the first one runs is no second wish.
   * @param act true, or a promise of it: it is done and left for good, and is not done again from here
   */
  readonly once: (act: () => unknown) => void;
}

/** For whatever is saved or deleted by a button that old hands click twice. */
export function useOnce(): Once {
  const taken = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = async (act: () => unknown): Promise<void> => {
    let over = false;
    taken.current = true;
    setBusy(true);
    try {
      over = (await act()) === true;
    } finally {
      if (!over) {
        taken.current = false;
        setBusy(false);
      }
    }
  };
  return { busy, once: (act) => void (taken.current ? undefined : run(act)) };
}
