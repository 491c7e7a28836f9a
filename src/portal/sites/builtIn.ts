import data from "./my-gov-ge.json" with { type: "json" };
import type { PageMap } from "./site.ts";

/** The map that came with this version of the extension. Its fixtures are the practice portal's. */
export const builtIn: PageMap = data;
