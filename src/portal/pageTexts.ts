import type { PageStart } from "../platform/pageMessages.ts";

// The service worker's own word: it made this value (background/pageFeatures.ts).
export function isStart(value: unknown): value is PageStart {
  return typeof value === "object" && value !== null && "features" in value && "texts" in value;
}

/** Gives the catalogue's texts by their keys, with their places filled. */
export function textsOf({ texts }: PageStart): (key: string, values?: Readonly<Record<string, string>>) => string {
  return (key, values = {}) => (texts[key] ?? key).replaceAll(/\$([A-Z0-9_]+)\$/g, (whole, name: string) => values[name] ?? whole);
}
