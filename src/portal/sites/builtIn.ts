import data, { date, generations, pages } from "./my-gov-ge.json";
import type { ExpectedPage, PageMap, SiteGeneration } from "./site.ts";

/** The map that came with this version of the extension. Its fixtures are the practice portal's. */
export const builtIn: PageMap = data;
/** And what scripts in pages need of it, each its part: the others are not in them. */
export const builtInGenerations: readonly SiteGeneration[] = generations;
export const builtInPages: readonly ExpectedPage[] = pages;
export const builtInDate: string = date;
