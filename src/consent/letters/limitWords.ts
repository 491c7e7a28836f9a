// A limit in a letter: how long, and by whose word.
import { manyOf } from "../../codec/manyOf.ts";
import type { Deadline } from "../law/deadline.ts";
import { noSection } from "../law/ruleSet.ts";
import { type Language, templates } from "./templates.ts";

/** "10 working days". */
export function limitText(language: Language, { count, unit }: Pick<Deadline, "count" | "unit">): string {
  return manyOf(templates[language].limits[unit], count).replace("{count}", String(count));
}

/** The law and its article, or the organisation's own text and its section. */
export function limitSource(language: Language, { title, source, basis }: Pick<Deadline, "title" | "source" | "basis">): string {
  if (basis === "statute") return `${title[language]}, ${language === "ka" ? "მუხლი" : "Article"} ${source.article}`;
  return source.title[language] + (source.article === noSection ? "" : `, ${language === "ka" ? "პუნქტი" : "section"} ${source.article}`);
}
