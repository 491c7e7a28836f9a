// The texts as components use them, wherever they come from: a window of the extension, or the bridge app.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MessageKey } from "./catalogue.ts";

export type Language = "ka" | "en";
export const languages: readonly Language[] = ["ka", "en"];

export interface Texts {
  readonly language: Language;
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly date: (ms: number) => string;
  /** 14:05 */
  readonly time: (ms: number) => string;
}

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("texts are used outside their provider");
  return texts;
}
