import { useState } from "preact/hooks";
import { parseServiceLink, parseServiceLinks } from "../../favourites/link.ts";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { useLine } from "../useLine.ts";

interface PageServices {
  readonly services: readonly ServiceLink[];
  /** The service that the page describes. */
  readonly here: ServiceLink | null;
  /** Whether more of the same list is still to come. */
  readonly whole: boolean;
}

/** What the page around this frame lists, as the feature tells it over the line. */
export function usePageServices(line: Promise<MessagePort>): PageServices {
  const [seen, setSeen] = useState<PageServices>({ services: [], here: null, whole: false });
  useLine(line, (message) => {
    if (message.kind !== "services") return;
    const services = parseServiceLinks(message.services);
    setSeen((before) => ({ services: message.first ? services : [...before.services, ...services], here: parseServiceLink(message.pageService), whole: message.last }));
  });
  return seen;
}
