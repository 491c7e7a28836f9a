import { useEffect, useState } from "preact/hooks";
import { parseServiceLink, parseServiceLinks } from "../../favourites/link.ts";
import type { ToFrame } from "../../forms/line.ts";
import type { ServiceLink } from "../../platform/pageMessages.ts";

interface PageServices {
  readonly services: readonly ServiceLink[];
  /** The service that the page describes. */
  readonly here: ServiceLink | null;
}

/** What the page around this frame lists, as the feature tells it over the line. */
export function usePageServices(line: Promise<MessagePort>): PageServices {
  const [seen, setSeen] = useState<PageServices>({ services: [], here: null });
  useEffect(() => {
    void line.then((port) => {
      port.addEventListener("message", ({ data }: MessageEvent<ToFrame>) => {
        if (data.kind !== "services") return;
        const services = parseServiceLinks(data.services);
        setSeen((before) => ({ services: data.first ? services : [...before.services, ...services], here: parseServiceLink(data.pageService) }));
      });
      port.start();
    });
  }, [line]);
  return seen;
}
