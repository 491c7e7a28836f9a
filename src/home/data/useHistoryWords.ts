import { useEffect, useMemo } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { findableNames } from "../../consent/record/organisationName.ts";
import { Searchable } from "../../consent/view/finding.ts";
import type { Happening } from "../../consent/view/history.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { whileIdle } from "./whileIdle.ts";

/** What happened, in words, and what a search looks through: made ready while nobody waits, and kept. */
export function useHistoryWords(all: readonly Happening[]): { readonly said: (one: Happening) => string; readonly searched: (one: Happening) => Searchable } {
  const { t } = useTexts();
  const words = useMemo(() => {
    const known = new WeakMap<Happening, Searchable>();
    const said = (one: Happening): string => (one.kind === "consent" ? `${t("data_history_consent")}: ${t(`data_state_${one.state}`)}` : one.kind === "request" ? t(`data_event_${one.event}`) : t("data_history_since"));
    const searched = (one: Happening): Searchable => {
      const before = known.get(one);
      if (before !== undefined) return before;
      const { organisation, about, day } = one;
      const names = organisation ? findableNames(organisation) : [];
      const more = one.kind === "request" ? [t(`data_kind_${kindWord(one.request)}`), ...one.papers.map(({ name }) => name)] : one.kind === "holding" ? [one.service] : [one.note];
      const text = Searchable.of([said(one), about, georgianDate(day), ...names, ...more]);
      known.set(one, text);
      return text;
    };
    return { said, searched };
  }, [all, t]);
  useEffect(
    () =>
      whileIdle(all.length, (at) => {
        for (const one of all.slice(at, at + 50)) void words.searched(one).folded;
        return at + 50;
      }),
    [all, words],
  );
  return words;
}
