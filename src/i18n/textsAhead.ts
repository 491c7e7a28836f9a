import { extensionUrl } from "../platform/runtime.ts";
import { readSettings } from "../platform/settings.ts";
import { type Catalogue, loadCatalogue } from "./catalogue.ts";
import type { TextPart } from "./textParts.ts";
import type { Language } from "./useTexts.ts";

/** Texts in the person's language, read before there is anything to draw. */
export interface TextsAhead {
  readonly part: TextPart;
  readonly chosen: Language | null;
  readonly catalogue: Catalogue;
}

/** What nobody has chosen is Georgian. */
export const usualLanguage: Language = "ka";

/** Reads the texts of a page that is being opened, while what it shows is still on its way. */
export async function readTextsAhead(part: TextPart): Promise<TextsAhead> {
  const { language: chosen } = await readSettings();
  return { part, chosen, catalogue: await loadCatalogue(extensionUrl(""), chosen ?? usualLanguage, part) };
}
