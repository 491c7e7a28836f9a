import { useEffect, useState } from "preact/hooks";
import { type Day, dayInTbilisi } from "../consent/calendar/day.ts";

const lookMs = 30_000;

/**
 * The day it is in Tbilisi; a page that stays open past midnight is drawn anew with the new one. The clock is looked at now and
 * then and when the page is seen again: a timer set for midnight stands still while a computer sleeps.
 */
export function useToday(): Day {
  const [today, setToday] = useState(() => dayInTbilisi(Date.now()));
  useEffect(() => {
    const look = (): void => setToday(dayInTbilisi(Date.now()));
    const timer = setInterval(look, lookMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return today;
}
