// A corpus of damaged signatures: every one differs from a valid one in one place, and says where.
import { createHash } from "node:crypto";

type Bytes = Uint8Array<ArrayBuffer>;

/** Where a mutation strikes. Some judges do not look at every place: docs/signatures.md says which and why. */
export type Place =
  | "content" | "signed attributes" | "signature value" | "signer certificate" | "issuer certificate" | "structure" // CMS
  | "signed info" | "signed properties" | "namespaces" | "checksum" | "order" | "entries" | "manifest" | "time";

export interface Mutation<T> {
  readonly place: Place;
  readonly name: string;
  readonly mutated: T;
}

/** The same numbers in every run: a failure can be looked at again. */
export function seeded(seed: string): (below: number) => number {
  let counter = 0;
  return (below) => {
    counter += 1;
    return createHash("sha256").update(`${seed} ${counter}`).digest().readUInt32BE(0) % below;
  };
}

export function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const at = Buffer.from(bytes).indexOf(part);
  if (at < 0) throw new Error("the part is not there");
  return at;
}

function flipped(bytes: Bytes, at: number, bit: number): Bytes {
  const out = bytes.slice();
  out[at] = (out[at] ?? 0) ^ (1 << bit);
  return out;
}

export interface CmsParts {
  readonly cms: Bytes;
  readonly content: Bytes;
}

export interface CmsLandmarks {
  readonly signedAttributes: Bytes;
  readonly signature: Bytes;
  readonly signerCertificate: Bytes;
  readonly issuerCertificate: Bytes;
}

/** What the bytes outside the named parts are, by the path to them in the ContentInfo (RFC 5652 §5). */
const fieldNames: readonly (readonly [string, string])[] = [
  ["1.0.0", "SignedData version"],
  ["1.0.1", "digestAlgorithms"],
  ["1.0.2", "eContentType"],
  ["1.0.3", "certificates"],
  ["1.0.4.0.0", "SignerInfo version"],
  ["1.0.4.0.1", "signer identifier"],
  ["1.0.4.0.2", "digestAlgorithm"],
  ["1.0.4.0.3", "signedAttrs"],
  ["1.0.4.0.4", "signatureAlgorithm"],
  ["1.0.4.0.5", "signature"],
];

interface Node {
  readonly raw: Bytes;
  readonly children: readonly Node[];
}

/** The field that each byte belongs to; "frame": tags and lengths around everything. */
function fieldsOf(root: Node): readonly string[] {
  const out = Array.from<string>({ length: root.raw.length }).fill("frame");
  const walk = (node: Node, path: string): void => {
    const from = node.raw.byteOffset - root.raw.byteOffset;
    const name = fieldNames.find(([one]) => one === path)?.[1];
    if (name) out.fill(name, from, from + node.raw.length);
    else node.children.forEach((child, i) => walk(child, path === "" ? String(i) : `${path}.${i}`));
  };
  walk(root, "");
  return out;
}

/** One bit in every byte of the small parts, in a sample of the large ones; and content cut, grown and swapped. */
export function cmsMutations({ cms, content }: CmsParts, landmarks: CmsLandmarks, tree: Node): readonly Mutation<CmsParts>[] {
  const random = seeded("cms");
  const out: Mutation<CmsParts>[] = [];
  const places: readonly (readonly [Place, number, number])[] = (
    [
      ["signed attributes", landmarks.signedAttributes.subarray(1)],
      ["signature value", landmarks.signature],
      ["signer certificate", landmarks.signerCertificate],
      ["issuer certificate", landmarks.issuerCertificate],
    ] as const
  ).map(([place, part]) => [place, indexOf(cms, part), part.length]);
  const placeOf = (at: number): Place => places.find(([, from, length]) => at >= from && at < from + length)?.[0] ?? "structure";
  const every: Readonly<Partial<Record<Place, number>>> = { "signed attributes": 1, structure: 1, "signature value": 5, "signer certificate": 9, "issuer certificate": 14 };
  const count = new Map<Place, number>();
  const fields = fieldsOf(tree);
  for (let at = 0; at < cms.length; at += 1) {
    const place = placeOf(at);
    const n = count.get(place) ?? 0;
    count.set(place, n + 1);
    if (n % (every[place] ?? 1) !== 0) continue;
    const bit = random(8);
    out.push({ place, name: place === "structure" ? `${fields[at] ?? ""}, bit ${bit} of byte ${at}` : `bit ${bit} of byte ${at}`, mutated: { cms: flipped(cms, at, bit), content } });
  }
  for (let i = 0; i < 100; i += 1) {
    const [at, bit] = [random(content.length), random(8)];
    out.push({ place: "content", name: `bit ${bit} of byte ${at}`, mutated: { cms, content: flipped(content, at, bit) } });
  }
  const grown = (part: Uint8Array): Bytes => new Uint8Array([...content, ...part]);
  out.push(
    { place: "content", name: "cut by one", mutated: { cms, content: content.slice(0, -1) } },
    { place: "content", name: "a zero more", mutated: { cms, content: grown(Uint8Array.of(0)) } },
    { place: "content", name: "a line more", mutated: { cms, content: grown(Uint8Array.of(10)) } },
    { place: "content", name: "empty", mutated: { cms, content: new Uint8Array() } },
    { place: "structure", name: "cut by one", mutated: { cms: cms.slice(0, -1), content } },
    { place: "structure", name: "empty", mutated: { cms: new Uint8Array(), content } },
  );
  return out;
}

/** Characters of a part of an XML text replaced, one at a time: a letter by its neighbour, a digit by the next, else by x. */
export function textMutations(xml: string, place: Place, from: number, to: number, step: number): readonly Mutation<string>[] {
  const out: Mutation<string>[] = [];
  for (let at = from; at < to; at += step) {
    // A prefix declared anew where it is in force already says nothing: renaming it changes nothing, for any canonicalization.
    if (/xmlns:\w*$/.test(xml.slice(at - 8, at + 1))) continue;
    const char = xml[at] ?? "";
    const other = /[A-Ya-y0-8]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 1) : char === "Z" || char === "z" || char === "9" ? "A" : "x";
    out.push({ place, name: `character ${at} ${JSON.stringify(xml.slice(at - 8, at + 1))}`, mutated: xml.slice(0, at) + other + xml.slice(at + 1) });
  }
  return out;
}
