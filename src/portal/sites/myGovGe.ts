import type { SiteGeneration } from "./site.ts";

/** The portal's pages as the extension knows them, newest first. Fixtures are the practice portal's. */
export const generations: readonly SiteGeneration[] = [
  {
    name: "app",
    anchors: {
      "service-link": { selector: "[data-view=catalogue] .tile > a.tile-link[href]", holds: [[30, "app/services"]] },
      "service-page": { selector: "article.service-sheet", holds: [[1, "app/service"]] },
    },
  },
  {
    name: "classic",
    anchors: {
      "service-link": { selector: "main ul.services > li > a[href]", holds: [[30, "classic/services"]] },
      "service-page": { selector: "main .service", holds: [[1, "classic/service"]] },
    },
  },
];
