// What the owner is called where its name does not stand as it is: in another case, or by the word that a contract has for it.

/** „სს „მიკრობანკ ალვანს““: the name in whatever case. */
export function inAnyCase(name: string): RegExp {
  if (!/^[ა-ჰ]{3}/u.test(name)) return never;
  const stems = name.split(" ").map((word) => String.raw`${word.replace(/(?<=\p{L}{3})[აეიო]$/u, "").replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)}\p{L}{0,4}`);
  return new RegExp(String.raw`(?<!\p{L})${stems.join(" ")}(?!\p{L})`, "gu");
}
const never = /(?!)/gu;

/** "In these rules the Carrier means …": what the owner is called from then on is nobody who is given anything. */
export function calledElsewhere(text: string): RegExp {
  const names = [...text.matchAll(/["“„](?:the )?(\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20})?)["”“] (?:means|is|shall mean)\b|\((?:hereinafter(?: called)?|hereafter|below)?,? ?["“„']?the ["“„]?(\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20})?)["”“']?\)/gu)].map((one) => one[1] ?? one[2] ?? "");
  const here = names.find((one) => new RegExp(String.raw`\b(?:${one})\b[^.;]{0,160}\b(?:controller|answers?|answerable|accountable|responsible|decides|settles|determines?)\b|\b[Tt]he ${one} (?:uses|shall|processes|keeps|holds|will)\b`, "u").test(text));
  return here === undefined ? never : new RegExp(String.raw`\b[Tt]he ${here}(?:['’]s)?(?!\p{L})`, "gu");
}
