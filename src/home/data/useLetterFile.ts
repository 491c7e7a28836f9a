import type { SentLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { letterForm } from "./letterForm.ts";
import { letterPdf } from "./letterPdf.ts";

/** Letters on paper. @returns what makes a letter's PDF, by its name without the ending */
export function useLetterFile(): (letter: Omit<SentLetter, "file">, name: string) => Promise<File> {
  const { t } = useTexts();
  return ({ text, title, language }, name) => letterPdf(letterForm(text, title, language, (number, count) => t("data_page", { NUMBER: number, COUNT: count }), new Date()), `${name}.pdf`);
}
