// XML that is canonical as it is written (Exclusive C14N 1.0): attributes sorted, every element closed by a tag of its own,
// namespaces declared where they are first used inside the part that is signed. So what is hashed is what is written.
import { attributeEscape, textEscape } from "./escape.ts";

/** A finished piece of XML. Only these functions make it, so that no text gets in unescaped. */
export interface Xml {
  readonly xml: string;
}

/**
 * @param attributes without namespace prefix; `xmlns:…` come first, as canonical XML has them
 */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Xml | string)[]): Xml {
  const isNamespace = (key: string): boolean => key.startsWith("xmlns");
  const keys = Object.keys(attributes).sort((a, b) => Number(isNamespace(b)) - Number(isNamespace(a)) || (a < b ? -1 : 1));
  const written = keys.map((key) => ` ${key}="${attributeEscape(attributes[key] ?? "")}"`).join("");
  const inside = children.map((child) => (typeof child === "string" ? textEscape(child) : child.xml)).join("");
  return { xml: `<${name}${written}>${inside}</${name}>` };
}

export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
