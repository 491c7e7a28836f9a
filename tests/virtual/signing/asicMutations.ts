// Damaged ASiC-E containers: content, checksums, order, entries, and the text of the signature.
import { type Mutation, seeded, textMutations } from "./mutations.ts";
import { type RawEntry, rezip } from "./rezip.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface AsicParts {
  readonly container: Bytes;
  /** When it is looked at; undefined: now. */
  readonly now?: number;
}

interface PlainFile {
  readonly name: string;
  readonly data: Bytes;
}

const signatureName = "META-INF/signatures0.xml";
const manifestName = "META-INF/manifest.xml";
const day = 86_400_000;

/** The parts of a container of ours, by what its directory says. */
function entriesOf(container: Bytes): readonly (RawEntry & { readonly data: Bytes })[] {
  const view = new DataView(container.buffer);
  const end = container.length - 22;
  const out: (RawEntry & { readonly data: Bytes })[] = [];
  for (let at = view.getUint32(end + 16, true); at < end; ) {
    const [size, nameLength, offset] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(container.subarray(at + 46, at + 46 + nameLength));
    out.push({ name, data: container.slice(offset + 30 + nameLength, offset + 30 + nameLength + size) });
    at += 46 + nameLength;
  }
  return out;
}

/** @param otherCertificate another person's certificate for the same key: only XAdES notices that exchange */
export function asicMutations(container: Bytes, files: readonly PlainFile[], otherCertificate: Bytes): readonly Mutation<AsicParts>[] {
  const random = seeded("asic");
  const entries = entriesOf(container);
  const xml = new TextDecoder().decode(entries.find(({ name }) => name === signatureName)?.data);
  const out: Mutation<AsicParts>[] = [];
  const packed = (all: readonly RawEntry[], options = {}): AsicParts => ({ container: new Uint8Array(rezip(all, options)) });
  const replaced = (name: string, data: Uint8Array | string): readonly RawEntry[] => entries.map((one) => (one.name === name ? { ...one, data: Buffer.from(data) } : one));
  const add = (place: Mutation<AsicParts>["place"], name: string, mutated: AsicParts): void => void out.push({ place, name, mutated });
  const withXml = (text: string): AsicParts => packed(replaced(signatureName, text));
  // Content, with its checksum put right; and single bits anywhere in the files without that.
  for (const file of files) {
    for (let i = 0; i < 50; i += 1) {
      const [at, bit] = [random(file.data.length), random(8)];
      add("content", `bit ${bit} of byte ${at} of ${file.name}`, packed(replaced(file.name, file.data.map((byte, n) => (n === at ? byte ^ (1 << bit) : byte)))));
    }
    add("content", `${file.name} cut by one`, packed(replaced(file.name, file.data.slice(0, -1))));
    add("content", `${file.name} and a byte more`, packed(replaced(file.name, new Uint8Array([...file.data, 0]))));
    const from = Buffer.from(container).indexOf(file.data);
    for (let i = 0; i < 20; i += 1) {
      const at = from + random(file.data.length);
      add("checksum", `byte ${at}`, { container: container.map((byte, n) => (n === at ? byte ^ 4 : byte)) });
    }
  }
  const between = (open: string, close: string): readonly [number, number] => [xml.indexOf(open) + open.length, xml.indexOf(close)];
  const text = (place: Mutation<AsicParts>["place"], [from, to]: readonly [number, number], step: number): void => {
    for (const one of textMutations(xml, place, from, to, step)) add(one.place, one.name, withXml(one.mutated));
  };
  text("signed info", [xml.indexOf("<ds:SignedInfo"), xml.indexOf("</ds:SignedInfo>") + 16], 8);
  text("signed properties", [xml.indexOf("<xades:SignedProperties"), xml.indexOf("</xades:SignedProperties>") + 25], 9);
  text("signature value", between('-value">', "</ds:SignatureValue>"), 2);
  text("signer certificate", between("<ds:X509Certificate>", "</ds:X509Certificate>"), 9);
  namespaceMutations(xml).forEach(([name, changed]) => add("namespaces", name, withXml(changed)));
  for (const days of [-2000, -30, -1, 1, 30, 2000]) {
    const moved = xml.replace(/(<xades:SigningTime>)([^<]+)/, (_, tag: string, time: string) => `${tag}${new Date(Date.parse(time) + days * day).toISOString().slice(0, 19)}Z`);
    add("time", `signed ${days} days off`, withXml(moved));
  }
  add("time", "looked at before the certificate was valid", { container, now: Date.now() - 400 * day });
  add("time", "looked at after it expired", { container, now: Date.now() + 1000 * day });
  const swapped = xml.replace(/(<ds:X509Certificate>)[^<]+/, `$1${Buffer.from(otherCertificate).toString("base64")}`);
  add("signer certificate", "another person's for the same key", withXml(swapped));
  containerMutations(entries, packed).forEach(([place, name, mutated]) => add(place, name, mutated));
  return out;
}

function namespaceMutations(xml: string): readonly (readonly [string, string])[] {
  const ds = "http://www.w3.org/2000/09/xmldsig#";
  const xades = "http://uri.etsi.org/01903/v1.3.2#";
  const at = (pattern: RegExp, by: string | ((whole: string) => string)): string => (typeof by === "string" ? xml.replace(pattern, by) : xml.replace(pattern, by));
  return [
    ["ds elsewhere", xml.replaceAll(ds, `${ds}x`)],
    ["ds of SignedInfo elsewhere", at(/(<ds:SignedInfo xmlns:ds=")[^"]+/, "$1urn:x")],
    ["xades elsewhere", xml.replaceAll(xades, xades.replace("1.3.2", "1.4.1"))],
    ["xades of SignedProperties elsewhere", at(/(<xades:SignedProperties xmlns:xades=")[^"]+/, "$1urn:x")],
    ["ds of the certificate's digest elsewhere", at(/(<ds:DigestMethod xmlns:ds=")[^"]+/, "$1urn:x")],
    ["ds of the certificate's digest value elsewhere", at(/(<ds:DigestValue xmlns:ds=")[^"]+/, "$1urn:x")],
    ["another prefix in SignedInfo", at(/<ds:SignedInfo xmlns:ds=([\s\S]*?)<\/ds:SignedInfo>/, (whole) => whole.replaceAll("ds:", "dd:").replace("xmlns:ds", "xmlns:dd"))],
    ["a default namespace and unprefixed names in SignedInfo", at(/<ds:SignedInfo xmlns:ds=([\s\S]*?)<\/ds:SignedInfo>/, (whole) => whole.replaceAll("<ds:", "<").replaceAll("</ds:", "</").replace("xmlns:ds", "xmlns"))],
    ["an attribute in a namespace", at(/<ds:SignedInfo /, '<ds:SignedInfo ds:Id="y" ')],
    ["an attribute more", at(/<ds:SignedInfo /, '<ds:SignedInfo Id="y" ')],
    ["a blank inside SignedInfo", at(/<ds:SignedInfo [^>]+>/, "$& ")],
    ["text inside SignedInfo", at(/<ds:SignedInfo [^>]+>/, "$&x")],
    ["an instruction inside SignedInfo", at(/<ds:SignedInfo [^>]+>/, "$&<?a b?>")],
    ["a blank inside SignedProperties", at(/<xades:SignedProperties [^>]+>/, "$& ")],
    ["the reference to the properties of another type", at(/ Type="[^"]+"/, ' Type="urn:x"')],
    ["the properties' identifier", xml.replaceAll("S0-properties", "S0-propertiez")],
    ["a second set of properties before the signed one", at(/<ds:Object>/, `<ds:Object><xades:QualifyingProperties xmlns:xades="${xades}" Target="#S0"></xades:QualifyingProperties></ds:Object><ds:Object>`)],
    ["properties that say they are another signature's", at(/Target="#S0"/, 'Target="#S1"')],
    ["an identifier twice", at(/<ds:KeyInfo>/, '<ds:KeyInfo Id="S0-properties">')],
    ["a document type", at(/<asic:/, '<!DOCTYPE a [<!ENTITY b "c">]><asic:')],
    ["the wrong order of its parts", at(/(<ds:SignedInfo[\s\S]*<\/ds:SignedInfo>)(<ds:SignatureValue[\s\S]*?<\/ds:SignatureValue>)/, "$2$1")],
  ];
}

type Placed = readonly [Mutation<AsicParts>["place"], string, AsicParts];

function containerMutations(entries: readonly (RawEntry & { readonly data: Bytes })[], packed: (all: readonly RawEntry[], options?: object) => AsicParts): readonly Placed[] {
  const [mimetype, manifest, ...rest] = entries;
  const [file] = rest;
  if (!mimetype || !manifest || !file) throw new Error("not a container of ours");
  const without = (name: string): readonly RawEntry[] => entries.filter((one) => one.name !== name);
  const renamed = (from: string, to: string): readonly RawEntry[] => entries.map((one) => (one.name === from ? { ...one, name: to } : one));
  const instead = (name: string, part: Partial<RawEntry>): readonly RawEntry[] => entries.map((one) => (one.name === name ? { ...one, ...part } : one));
  const stranger: RawEntry = { name: "სხვა.txt", data: Buffer.from("ხელმოუწერელი") };
  return [
    ["order", "mimetype last", packed([manifest, ...rest, mimetype])],
    ["order", "mimetype second", packed([manifest, mimetype, ...rest])],
    ["order", "mimetype packed", packed(instead("mimetype", { deflate: true }))],
    ["order", "mimetype with an extra field", packed(instead("mimetype", { extra: Buffer.from([0xfe, 0xca, 0, 0]) }))],
    ["order", "something before the container", packed(entries, { prefix: "#!x\n" })],
    ["order", "a comment behind the container", packed(entries, { comment: "x" })],
    ["order", "a gap between entries", packed(instead(file.name, { between: Buffer.from("hidden") }))],
    ["entries", "no mimetype", packed(without("mimetype"))],
    ["entries", "another mimetype", packed(instead("mimetype", { data: Buffer.from("application/vnd.etsi.asic-s+zip") }))],
    ["entries", "a line behind the mimetype", packed(instead("mimetype", { data: Buffer.from("application/vnd.etsi.asic-e+zip\n") }))],
    ["entries", "a file nobody signed", packed([...entries, stranger])],
    ["entries", "a signed file gone", packed(without(file.name))],
    ["entries", "a signed file under another name", packed(renamed(file.name, "სხვა.txt"))],
    ["entries", "a signed file in a folder", packed(renamed(file.name, `a/${file.name}`))],
    ["entries", "a signed file twice, the true one first", packed([...entries, { ...file, data: Buffer.from("x") }])],
    ["entries", "a signed file twice, the true one last", packed([mimetype, manifest, { ...file, data: Buffer.from("x") }, ...rest])],
    ["entries", "the directory names a file otherwise", packed(instead(file.name, { directoryName: "სხვა.txt" }))],
    ["entries", "no signature", packed(without(signatureName))],
    ["entries", "the signature outside META-INF", packed(renamed(signatureName, "signatures0.xml"))],
    ["checksum", "a wrong checksum of a true file", packed(instead(file.name, { crc: 1 }))],
    ["checksum", "a wrong checksum of the signature", packed(instead(signatureName, { crc: 1 }))],
    ["manifest", "a file missing in it", packed(instead(manifestName, { data: Buffer.from(Buffer.from(manifest.data).toString().replace(/<manifest:file-entry manifest:full-path="b\.bin"[^>]*><\/manifest:file-entry>/, "")) }))],
    ["manifest", "a file that is not there", packed(instead(manifestName, { data: Buffer.from(Buffer.from(manifest.data).toString().replace("b.bin", "c.bin")) }))],
    ["manifest", "not XML", packed(instead(manifestName, { data: Buffer.from("x") }))],
  ];
}
