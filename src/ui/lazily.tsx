// Parts of a page whose code comes when they are first shown: a tab that shows one section does not wait for the others.
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface LazyComponent<P> extends FunctionComponent<P> {
  /** Fetches the code before it is shown. */
  readonly ahead: () => void;
}

/** @param load imports the component; nothing is shown until it is there */
export function lazily<P extends object>(load: () => Promise<FunctionComponent<P>>): LazyComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  let loading: Promise<void> | null = null;
  const fetched = (): Promise<void> => {
    loading ??= load().then((component) => void (loaded = component), () => void (loading = null));
    return loading;
  };
  function Lazy(props: P) {
    const [, show] = useState(loaded !== null);
    useEffect(() => {
      if (!loaded) void fetched().then(() => show(true));
    }, []);
    const Component = loaded;
    return Component ? <Component {...props} /> : null;
  }
  return Object.assign(Lazy, { ahead: () => void fetched() });
}
