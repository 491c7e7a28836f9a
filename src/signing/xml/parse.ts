// XML 1.0 with namespaces into a small tree, by saxes (a strict parser; a worker has no DOM). What a signature's form
// never needs is refused: a document type could redefine what a name or a character means.
import { SaxesParser } from "saxes";
import { SigningError } from "../error.ts";

export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export interface XmlElement {
  readonly type: "element";
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  /** Without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** Declared here: prefix ("" the default) → namespace. */
  readonly declared: ReadonlyMap<string, string>;
  readonly parent: XmlElement | null;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | { readonly type: "text"; readonly text: string } | { readonly type: "comment"; readonly text: string } | { readonly type: "instruction"; readonly target: string; readonly body: string };

const deepest = 60;
const xmlnsUri = "http://www.w3.org/2000/xmlns/";

/** @throws SigningError MALFORMED: not well-formed; UNSUPPORTED: a document type, an encoding other than UTF-8, XML 1.1 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decode(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const stack: { element: XmlElement; children: XmlNode[] }[] = [];
  let root: XmlElement | null = null;
  const append = (node: XmlNode): void => void stack.at(-1)?.children.push(node);
  parser.on("error", (error) => {
    throw new SigningError("MALFORMED", "not well-formed XML", error);
  });
  parser.on("xmldecl", ({ encoding, version }) => {
    if ((encoding && encoding.toLowerCase() !== "utf-8") || (version && version !== "1.0")) throw new SigningError("UNSUPPORTED", "XML in another encoding or version");
  });
  parser.on("doctype", () => {
    throw new SigningError("UNSUPPORTED", "XML with a document type");
  });
  parser.on("opentag", (tag) => {
    if (stack.length > deepest) throw new SigningError("UNSUPPORTED", "XML nested too deeply");
    const children: XmlNode[] = [];
    const attributes = Object.values(tag.attributes).filter(({ uri }) => uri !== xmlnsUri);
    const element: XmlElement = {
      type: "element",
      name: tag.name,
      prefix: tag.prefix,
      local: tag.local,
      uri: tag.uri,
      attributes,
      declared: new Map(Object.entries(tag.ns)),
      parent: stack.at(-1)?.element ?? null,
      children,
    };
    root ??= element;
    append(element);
    stack.push({ element, children });
  });
  parser.on("closetag", () => void stack.pop());
  parser.on("text", (part) => append({ type: "text", text: part }));
  parser.on("cdata", (part) => append({ type: "text", text: part }));
  parser.on("comment", (part) => append({ type: "comment", text: part }));
  parser.on("processinginstruction", ({ target, body }) => append({ type: "instruction", target, body }));
  parser.write(text).close();
  if (!root) throw new SigningError("MALFORMED", "XML without an element");
  return root;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SigningError("MALFORMED", "XML that is not UTF-8", error);
  }
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.type === "element");
}

/** Children of this name. */
export function childrenNamed(element: XmlElement, uri: string, local: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.uri === uri && child.local === local);
}

/** The only child of this name; null: none. @throws SigningError MALFORMED: several */
export function onlyChild(element: XmlElement, uri: string, local: string): XmlElement | null {
  const found = childrenNamed(element, uri, local);
  if (found.length > 1) throw new SigningError("MALFORMED", "an element that may stand only once stands twice");
  return found[0] ?? null;
}

/** Text content of an element that has nothing else. @throws SigningError MALFORMED */
export function textContent(element: XmlElement): string {
  let text = "";
  for (const child of element.children) {
    if (child.type === "text") text += child.text;
    // A comment in the middle of a value has misled more than one verifier.
    else throw new SigningError("MALFORMED", "something other than text inside a value");
  }
  return text;
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.find((one) => one.name === name)?.value ?? null;
}

/** The element and all below it. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of elementsOf(element)) yield* descendants(child);
}
