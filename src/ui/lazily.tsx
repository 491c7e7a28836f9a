// Parts of a page whose code comes when they are first shown: a tab that shows one section does not wait for the others.
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/useTexts.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

export interface LazyComponent<P> extends FunctionComponent<P> {
  /** Fetches the code before it is shown. */
  readonly ahead: () => void;
}

/** Stands where a part will be whose code is on its way. */
export const comingPart = "[data-part=coming]";

/** @param load imports the component; nothing is shown until it is there, and why where it can't come */
export function lazily<P extends object>(load: () => Promise<FunctionComponent<P>>): LazyComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  let loading: Promise<void> | null = null;
  const fetched = (): Promise<void> => {
    loading ??= load().then((component) => void (loaded = component), () => void (loading = null));
    return loading;
  };
  function Lazy(props: P) {
    const [state, setState] = useState(loaded ? "there" : "coming");
    useEffect(() => {
      // Asked again, for it may have come since this was drawn.
      if (state === "coming") void fetched().then(() => setState(loaded ? "there" : "missing"));
    }, []);
    const Component = loaded;
    if (Component) return <Component {...props} />;
    return state === "missing" ? <MissingPart /> : <span hidden data-part="coming" />;
  }
  return Object.assign(Lazy, { ahead: () => void fetched() });
}

/** The extension was replaced while the page stood open, or the disk did not give the file. */
function MissingPart() {
  const { t } = useTexts();
  return (
    <Notice kind="error" announced>
      <p>{t("common_part_missing")}</p>
      <p>
        <Button onClick={() => location.reload()}>{t("common_reload")}</Button>
      </p>
    </Notice>
  );
}
