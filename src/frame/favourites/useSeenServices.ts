import { useEffect, useState } from "preact/hooks";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { readSeen } from "../../platform/seenServices.ts";
import { onOpened } from "../opened.ts";

/** What the portal's other pages listed, newest first. Read when the panel is opened, not when it is only made ready. */
export function useSeenServices(): readonly ServiceLink[] {
  const [seen, setSeen] = useState<readonly ServiceLink[]>([]);
  useEffect(() => onOpened(() => void readSeen().then(setSeen, () => undefined)), []);
  return seen;
}
