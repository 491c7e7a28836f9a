// The last line of a letter says how it is signed. [Note: how it is signed] That depends on how it leaves, which is known only then:
// on paper there is a line to sign on, with the card the file itself is signed, and what goes as a mere mail has neither.
import { type Language, templates } from "./templates.ts";
import { byHand } from "./written.ts";

/** `hand`: on paper. `card`: the file is signed with it. `sent`: by mail or form, without a signature. */
export type SignedBy = "hand" | "card" | "sent";

export function signatureLine(language: Language, by: SignedBy): string {
  const { signature, signedByCard, sentElectronically } = templates[language].labels;
  return by === "hand" ? `${signature}: ${byHand}` : by === "card" ? signedByCard : sentElectronically;
}

const ways: readonly SignedBy[] = ["hand", "card", "sent"];

/** How a letter's text says that it is signed; null: the person has written another end. */
export function signedBy(text: string, language: Language): SignedBy | null {
  const last = text.trimEnd().split("\n").at(-1);
  return ways.find((by) => signatureLine(language, by) === last) ?? null;
}

/** The letter for another way of leaving; as it is, where the person has written another end. */
export function signFor(text: string, language: Language, by: SignedBy): string {
  if (signedBy(text, language) === null) return text;
  const whole = text.trimEnd();
  return whole.slice(0, whole.lastIndexOf("\n") + 1) + signatureLine(language, by);
}

/** What says that it is signed with the card, but is no more that text, or left without its file, has the line to sign on instead. */
export function unsigned(text: string, language: Language): string {
  return signedBy(text, language) === "card" ? signFor(text, language, "hand") : text;
}
