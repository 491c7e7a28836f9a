import type { PageStart } from "../platform/pageMessages.ts";

// The service worker's own word: it made this value (background/pageFeatures.ts).
export function isStart(value: unknown): value is PageStart {
  return typeof value === "object" && value !== null && "features" in value && "texts" in value;
}

/** What runs with it, and in which language: two that say the same need no new start. */
export function runsWith({ features, language, pageMap }: PageStart): string {
  return [language, ...features, JSON.stringify(pageMap)].join();
}

/** Gives the catalogue's texts by their keys, with their places filled. */
export function textsOf({ texts }: PageStart): (key: string, values?: Readonly<Record<string, string>>) => string {
  return (key, values = {}) => {
    const [first = "", ...rest] = (texts[key] ?? key).split("$");
    let text = first;
    // $NAME$ is the value of that name; any other $ stands for itself.
    for (let at = 0; at < rest.length; at += 1) {
      const part = rest[at] ?? "";
      const value = at + 1 < rest.length ? values[part] : undefined;
      if (value === undefined) text += `$${part}`;
      else text += value + (rest[(at += 1)] ?? "");
    }
    return text;
  };
}
