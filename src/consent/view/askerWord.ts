import type { Asker, RequestKind } from "../law/requestKind.ts";

/** About more than somebody's data: whoever asks for public information, complains or sues. */
const aboutMore: readonly RequestKind[] = ["publicInformation", "complaint", "claim"];

/** By which word it is said who asks: "my own, about my data", or merely "my own". */
export function askerWord(kind: RequestKind, asker: Asker): Asker | "selfPlain" | "legalPersonPlain" {
  if (!aboutMore.includes(kind)) return asker;
  return asker === "self" ? "selfPlain" : asker === "legalPerson" ? "legalPersonPlain" : asker;
}
