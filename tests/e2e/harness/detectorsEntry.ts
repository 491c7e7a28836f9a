import { findServicePage } from "../../../src/portal/detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "../../../src/portal/detect/services.ts";

export { describeService } from "../../../src/portal/detect/services.ts";
export { lookFor } from "../../../src/portal/findAnchors.ts";
export { generations } from "../../../src/portal/sites/myGovGe.ts";
/** Without any site data. */
export const words = { "service-link": (document: Document) => onlyServices(findServiceLinks(document)), "service-page": findServicePage } as const;
