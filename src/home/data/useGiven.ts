import { useEffect, useState } from "preact/hooks";
import type { Day } from "../../consent/calendar/day.ts";
import type { CalendarEntry } from "../../consent/ics.ts";
import type { GivenEntry } from "../../consent/view/calendarGiven.ts";
import { readGiven, saveCalendar } from "./calendarFile.ts";

interface Given {
  readonly given: readonly GivenEntry[];
  /** The vault would not take what a file was about to give out, so there was no file. */
  readonly failed: boolean;
  readonly save: (name: string, entries: readonly CalendarEntry[], today: Day) => void;
}

/** What calendar files gave out, and the next file. @param again read anew when this is another one */
export function useGiven(again?: unknown): Given {
  const [given, setGiven] = useState<readonly GivenEntry[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => void readGiven().then(setGiven, () => undefined), [again]);
  const save = async (...of: Parameters<typeof saveCalendar>): Promise<void> => {
    setFailed(false);
    try {
      setGiven(await saveCalendar(...of));
    } catch {
      setFailed(true);
    }
  };
  return { given, failed, save: (...of) => void save(...of) };
}
