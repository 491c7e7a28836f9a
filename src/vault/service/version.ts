// Versions of records: a hybrid logical clock (Kulkarni et al. 2014) as text that sorts: time ‖ counter ‖ this opening's
// random name. A clock that goes backwards makes no version older than one that has been seen.
import { randomBytes } from "../crypto/derive.ts";

const opening = Array.from(randomBytes(3), (byte) => byte.toString(16).padStart(2, "0")).join("");
const timeDigits = 9;
const counterDigits = 4;

export function nextVersion(latest: string, now: number): string {
  const [latestTime = "", latestCounter = "0"] = latest.split("-");
  const time = Math.floor(now).toString(36).padStart(timeDigits, "0");
  if (time > latestTime) return `${time}-${"".padStart(counterDigits, "0")}-${opening}`;
  // The counter is used up (a clock far in the future): the time moves on by one, so that versions still sort.
  if (Number.parseInt(latestCounter, 36) >= 36 ** counterDigits - 1) return `${(Number.parseInt(latestTime, 36) + 1).toString(36).padStart(timeDigits, "0")}-${"".padStart(counterDigits, "0")}-${opening}`;
  const counter = (Number.parseInt(latestCounter, 36) + 1).toString(36).padStart(counterDigits, "0");
  return `${latestTime}-${counter}-${opening}`;
}
