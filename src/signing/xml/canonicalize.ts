// Canonical XML 1.0 and 1.1 of a whole element, and Exclusive XML Canonicalization 1.0.
// The canonical forms of an element differ only in which namespaces, and which xml: attributes of its ancestors, they
// repeat at the top. Where that would need the rules for xml:base and xml:id, this refuses: see `inherited`.
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { attributeEscape, textEscape } from "./escape.ts";
import type { XmlAttribute, XmlElement, XmlNode } from "./parse.ts";

export interface Canonicalization {
  readonly kind: "inclusive" | "exclusive";
  readonly comments: boolean;
  /** InclusiveNamespaces PrefixList (exclusive only); "" stands for the default namespace. */
  readonly prefixes: readonly string[];
}

const algorithms: ReadonlyMap<string, Omit<Canonicalization, "prefixes">> = new Map([
  ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315", { kind: "inclusive", comments: false }],
  ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments", { kind: "inclusive", comments: true }],
  ["http://www.w3.org/2006/12/xml-c14n11", { kind: "inclusive", comments: false }],
  ["http://www.w3.org/2006/12/xml-c14n11#WithComments", { kind: "inclusive", comments: true }],
  ["http://www.w3.org/2001/10/xml-exc-c14n#", { kind: "exclusive", comments: false }],
  ["http://www.w3.org/2001/10/xml-exc-c14n#WithComments", { kind: "exclusive", comments: true }],
]);

/** null: an algorithm that is not known here. */
export function canonicalizationOf(algorithm: string, prefixes: readonly string[] = []): Canonicalization | null {
  const found = algorithms.get(algorithm);
  return found ? { ...found, prefixes } : null;
}

/**
 * The octets of the canonical form of an element inside its document.
 * @throws SigningError UNSUPPORTED: an ancestor's xml: attributes would have to be repeated
 */
export function canonicalize(element: XmlElement, how: Canonicalization): Bytes {
  const inScope = scopeOf(element);
  if (how.kind === "inclusive") refuseInherited(element);
  return new TextEncoder().encode(render(element, how, inScope, new Map([["", ""]])));
}

/** Namespaces in scope: prefix → namespace. */
function scopeOf(element: XmlElement | null): Map<string, string> {
  if (!element) return new Map();
  const scope = scopeOf(element.parent);
  for (const [prefix, uri] of element.declared) scope.set(prefix, uri);
  return scope;
}

/** C14N 1.0 §2.4 and C14N 1.1 §2.4 differ in these attributes, and in nothing else. */
function refuseInherited(element: XmlElement): void {
  for (let above = element.parent; above; above = above.parent) {
    if (above.attributes.some(({ prefix }) => prefix === "xml")) throw new SigningError("UNSUPPORTED", "an xml: attribute that a part would inherit");
  }
}

/** @param rendered what the output already says about prefixes at this place */
function render(element: XmlElement, how: Canonicalization, inScope: ReadonlyMap<string, string>, rendered: ReadonlyMap<string, string>): string {
  const scope = new Map(inScope);
  for (const [prefix, uri] of element.declared) scope.set(prefix, uri);
  const here = new Map(rendered);
  let out = `<${element.name}`;
  for (const prefix of prefixesAt(element, how, scope)) {
    const uri = scope.get(prefix) ?? "";
    if (prefix === "xml" || here.get(prefix) === uri || (uri === "" && !here.has(prefix))) continue;
    here.set(prefix, uri);
    out += prefix === "" ? ` xmlns="${attributeEscape(uri)}"` : ` xmlns:${prefix}="${attributeEscape(uri)}"`;
  }
  for (const { name, value } of element.attributes.toSorted(byNamespace)) out += ` ${name}="${attributeEscape(value)}"`;
  out += ">";
  for (const child of element.children) out += renderNode(child, how, scope, here);
  return `${out}</${element.name}>`;
}

function renderNode(node: XmlNode, how: Canonicalization, scope: ReadonlyMap<string, string>, rendered: ReadonlyMap<string, string>): string {
  switch (node.type) {
    case "element":
      return render(node, how, scope, rendered);
    case "text":
      return textEscape(node.text);
    case "comment":
      return how.comments ? `<!--${node.text}-->` : "";
    case "instruction":
      return `<?${node.target}${node.body === "" ? "" : ` ${node.body}`}?>`;
    default:
      return node satisfies never;
  }
}

/** Sorted: the default namespace, then by prefix. */
function prefixesAt(element: XmlElement, how: Canonicalization, scope: ReadonlyMap<string, string>): readonly string[] {
  const wanted = how.kind === "inclusive" ? [...scope.keys()] : [element.prefix, ...element.attributes.flatMap(({ prefix }) => (prefix === "" ? [] : [prefix])), ...how.prefixes.filter((prefix) => scope.has(prefix))];
  return [...new Set(wanted)].sort(byCodePoint);
}

function byNamespace(a: XmlAttribute, b: XmlAttribute): number {
  return byCodePoint(a.uri, b.uri) || byCodePoint(a.local, b.local);
}

/** C14N sorts by code points, which is the order of UTF-8 octets; JavaScript would by 16-bit units. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
