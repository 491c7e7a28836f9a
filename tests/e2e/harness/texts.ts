// The catalogues' own words, so that a test looks for what a person reads.
import { manyOf } from "../../../src/codec/manyOf.ts";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };

export type Key = keyof typeof ka;

/** A message with its $NAME$ places filled. */
export function text(key: Key, values: Readonly<Record<string, string | number>> = {}, language: "ka" | "en" = "ka"): string {
  const { message } = (language === "ka" ? ka : en)[key];
  return manyOf(message, values["COUNT"]).replaceAll(/\$([A-Z0-9_]+)\$/g, (whole, name: string) => String(values[name] ?? whole));
}
