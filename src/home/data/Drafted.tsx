import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type OwnDraft, ownFormId, typedElsewhere } from "../../forms/ownForm.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { leave } from "./route.ts";
import { draftTrouble, keepOwnDraft, onDraftTrouble, ownDraft, thisWindow } from "./ownDraft.ts";

/** What a form begins with, and where what is typed into it goes. */
export interface Kept<T extends object> {
  /** What was typed before, if anything was; a field that has come to the form since is not in it. */
  readonly start: Partial<T>;
  /** Null: there is nothing to keep any more, though the form stays. */
  readonly keep: (value: T | null) => void;
  /** Saved or given up: nothing is kept any more. */
  readonly done: () => void;
}

/** What was typed is not wanted any more: away from the form, as by "cancel". */
export function giveUp({ done }: Pick<Kept<object>, "done">): void {
  done();
  leave();
}

interface DraftedProps<T extends object> {
  /** `updatedAt` of the record that is changed; null: a new one. */
  readonly base: string | null;
  readonly children: (kept: Kept<T>) => ComponentChildren;
}

/** A form that goes on where it was left ([Note: own drafts]), and says so. */
export function Drafted<T extends object>({ base, children }: DraftedProps<T>) {
  const { t, date, time } = useTexts();
  const [place] = useState(location.hash);
  const [began] = useState(base);
  const [openedAt] = useState(Date.now);
  const [found, setFound] = useState<OwnDraft | null | undefined>(undefined);
  const [round, setRound] = useState(0);
  const over = useRef(false);
  const [elsewhere, setElsewhere] = useState(false);
  const [trouble, setTrouble] = useState(draftTrouble(place));
  useEffect(() => onDraftTrouble(() => setTrouble(draftTrouble(place))), [place]);
  // There is one draft for an address: whoever fills the same form in twice is told which words stay, until one of the two is done.
  useEffect(
    () =>
      vaultOfPage().onEvent((event) => {
        if (event.kind !== "changed" || event.collection !== "drafts" || !event.ids.includes(ownFormId(place))) return;
        void ownDraft(place).then((draft) => setElsewhere((before) => draft !== null && !over.current && (before || typedElsewhere(draft, openedAt, thisWindow))), () => undefined);
      }),
    [place],
  );
  useEffect(() => {
    let current = true;
    void ownDraft(place).catch(() => null).then((draft) => (current ? setFound(draft) : undefined));
    return () => void (current = false);
  }, [place]);
  if (found === undefined) return <Busy>{t("data_opening")}</Busy>;
  const throwAway = (): void => keepOwnDraft(place, null);
  const anew = (): void => {
    over.current = true;
    throwAway();
    // A wizard begins with its first step, too.
    history.replaceState(null, "");
    setFound(null);
    setRound(round + 1);
  };
  const kept: Kept<T> = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this very form
    start: (found?.value ?? {}) as Partial<T>,
    keep: (value) => {
      if (over.current) return;
      keepOwnDraft(place, value && { at: Date.now(), base: found ? found.base : began, value: Object.fromEntries(Object.entries(value)) });
      if (value === null) setFound(null);
    },
    done: () => {
      over.current = true;
      throwAway();
    },
  };
  return (
    <>
      {found ? (
        <Notice kind="information" announced>
          <p>{t("data_goes_on", { DATE: date(found.at), TIME: time(found.at) })}</p>
          {found.base === base || base === null ? null : <p>{t("data_goes_on_older")}</p>}
          <div class="row">
            <Button onClick={anew}>{t("data_begin_anew")}</Button>
          </div>
        </Notice>
      ) : null}
      {elsewhere ? (
        <Notice kind="warning" announced>
          <p>{t("data_draft_elsewhere")}</p>
        </Notice>
      ) : null}
      {trouble ? (
        <Notice kind="error" announced>
          <p>{t("data_draft_unkept")}</p>
          <p>{t(`vault_error_${trouble}`)}</p>
        </Notice>
      ) : null}
      <Round key={round} begin={() => void (over.current = false)}>
        {children(kept)}
      </Round>
    </>
  );
}

/** One filling in of the form: what the one before still wanted to keep is not kept. */
function Round({ begin, children }: { readonly begin: () => void; readonly children: ComponentChildren }) {
  useEffect(begin, []);
  return <>{children}</>;
}

/** So long after the last key. */
const pauseMs = 400;

/** Keeps what a form has, soon after each change, and at once when it goes from sight or has nothing more to keep. */
export function useKeeping<T extends object>(kept: Kept<T>, value: T | null): void {
  const json = JSON.stringify(value);
  const newest = useRef({ kept, value, json, stored: json });
  newest.current = { ...newest.current, kept, value, json };
  useEffect(() => {
    const timer = setTimeout(flush, newest.current.value === null ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [json]);
  // At once: a form may go before its first painting.
  useLayoutEffect(() => {
    const hidden = (): void => (document.hidden ? flush() : undefined);
    document.addEventListener("visibilitychange", hidden);
    addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", flush);
      flush();
    };
  }, []);
  function flush(): void {
    const now = newest.current;
    if (now.json === now.stored) return;
    newest.current = { ...now, stored: now.json };
    now.kept.keep(now.value);
  }
}
