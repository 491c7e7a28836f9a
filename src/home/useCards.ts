import * as Comlink from "comlink";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardView } from "../card/api.ts";
import { attempt, type CardFailure } from "../card/error.ts";
import type { ReaderState } from "../card/reader.ts";
import type { RoadStatus } from "../card/service/road.ts";
import { cardWasRead } from "../personal/keepCardEnds.ts";
import { sessionCardCache } from "../platform/cardCache.ts";
import { onCardUsed } from "../platform/cardUse.ts";
import { type CardWorkerHandle, startCardWorker } from "../platform/cardWorker.ts";
import { changeSettings, readSettings } from "../platform/settings.ts";
import type { Section } from "./sections.ts";

/** What was read of a card, and in which insertion. */
export interface ReadCard {
  readonly readerId: string;
  readonly insertions: number;
  readonly view: CardView | null;
  readonly error: CardFailure | null;
}

export interface Cards {
  /** null until the first snapshot came. */
  readonly readers: readonly ReaderState[] | null;
  /** How each road to readers is. */
  readonly roads: readonly RoadStatus[];
  readonly chosen: string | null;
  readonly card: ReadCard | null;
  /** The reader whose card is being read. */
  readonly reading: string | null;
  readonly choose: (readerId: string) => void;
  readonly refresh: () => void;
  readonly diagnose: () => Promise<string>;
}

/** Where a card is what the person came for. */
const atOnce: readonly Section[] = ["card", "welcome", "sign", "settings"];
/** Elsewhere the section is shown first: the worker's start would take a core from it. */
const laterMs = 400;

/**
 * The home page's readers and card. The card worker runs only while the page can be seen: a hidden tab must not keep a
 * reader from anybody.
 */
export function useCards(section: Section): Cards {
  const soon = atOnce.includes(section);
  const [wanted, setWanted] = useState(soon);
  useEffect(() => {
    if (wanted) return undefined;
    const later = setTimeout(() => setWanted(true), soon ? 0 : laterMs);
    return () => clearTimeout(later);
  }, [wanted, soon]);
  const worker = useRef<Promise<CardWorkerHandle> | null>(null);
  const [readers, setReaders] = useState<readonly ReaderState[] | null>(null);
  const [roads, setRoads] = useState<readonly RoadStatus[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [card, setCard] = useState<ReadCard | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  /** How often a card was given a PIN in another window meanwhile. */
  const [uses, setUses] = useState(0);
  useEffect(() => onCardUsed(() => setUses((before) => before + 1)), []);

  useEffect(() => {
    if (!wanted) return undefined;
    void readSettings().then((settings) => setChosen(settings.readerId));
    const start = (): void => {
      if (worker.current) return;
      const mine = startCardWorker("view", sessionCardCache).then((handle) => {
        const heard = (now: readonly ReaderState[], statuses: readonly RoadStatus[]): void => {
          // What a worker said before it ended may come after that: nobody looks any more.
          if (worker.current !== mine) return;
          setReaders(now);
          setRoads(statuses);
        };
        void handle.api.watch(Comlink.proxy(heard));
        return handle;
      });
      worker.current = mine;
    };
    const end = (): void => {
      void worker.current?.then((handle) => handle.end());
      worker.current = null;
      setReaders(null);
      setRoads([]);
      setCard(null);
    };
    const follow = (): void => (document.hidden ? end() : start());
    follow();
    document.addEventListener("visibilitychange", follow);
    addEventListener("pagehide", end);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      removeEventListener("pagehide", end);
      end();
    };
  }, [wanted]);

  const withCard = (readers ?? []).filter((reader) => reader.refusal === null && reader.card === "present");
  const target = withCard.find((reader) => reader.id === chosen) ?? withCard[0];
  useEffect(() => {
    // What is known of this very card stays until it has been read anew.
    setCard((known) => (known?.readerId === target?.id && known?.insertions === target?.insertions ? known : null));
    if (!target) return undefined;
    const { id, insertions } = target;
    let current = true;
    setReading(id);
    void attempt(async () => await (await worker.current)?.api.inspect(id)).then((called) => {
      if (called.ok && called.value?.ok) void cardWasRead(called.value.value.certificates);
      if (!current) return;
      setReading(null);
      const result = called.ok ? called.value : called;
      if (!result) return;
      setCard({ readerId: id, insertions, view: result.ok ? result.value : null, error: result.ok ? null : result.error });
    });
    return () => {
      current = false;
      setReading(null);
    };
  }, [target?.id, target?.insertions, uses]);

  return {
    readers,
    roads,
    chosen,
    card,
    reading,
    choose: (readerId) => {
      setChosen(readerId);
      // Only remembered: the choice itself holds here.
      void changeSettings({ readerId }).catch(() => undefined);
    },
    refresh: () => void worker.current?.then(({ api }) => api.refresh()),
    diagnose: async () => JSON.stringify((await (await worker.current)?.api.diagnose()) ?? {}, null, 2),
  };
}
