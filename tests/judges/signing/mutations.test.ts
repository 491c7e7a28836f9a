// Damaged signatures, one place each: ours refuses every one, and so does the outside judge, but for the places listed here;
// docs/signatures.md says of each why. `npm test` asks the judge about a sample; SOAK=1 about all.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDer } from "../../../src/signing/asn1/read.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { buildSignedData, encodeDetached } from "../../../src/signing/cms/buildSignedData.ts";
import { digestBytes } from "../../../src/signing/hash/digest.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import type { Verdict } from "../../../src/signing/verify/report.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { type AsicParts, asicMutations } from "../../virtual/signing/asicMutations.ts";
import { type JudgeRoom, judgeRoom, pem } from "../../virtual/signing/judge.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";
import { type CmsParts, cmsMutations, type Mutation } from "../../virtual/signing/mutations.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Judges side by side: a process each, mostly waiting to start. */
const atOnce = 3;
/** One in so many goes to the judge; what the judge is known to let through goes always. */
const each = process.env["SOAK"] ? 1 : 10;

/** Fields of a CMS signature that openssl does not compare, and ours does. */
const unseenByOpenssl: readonly string[] = ["SignedData version", "eContentType", "SignerInfo version", "signer identifier", "signatureAlgorithm"];

/** Containers that unzip and xmlsec1 let through, and ours does not. */
const unseenByXmlsec: readonly string[] = [
  "namespaces: a second set of properties before the signed one",
  "namespaces: properties that say they are another signature's",
  "namespaces: an identifier twice",
  "namespaces: a document type",
  "signer certificate: another person's for the same key",
  "order: mimetype packed",
  "order: mimetype last",
  "order: mimetype second",
  "order: something before the container",
  "order: mimetype with an extra field",
  "order: a comment behind the container",
  "order: a gap between entries",
  "entries: no mimetype",
  "entries: a line behind the mimetype",
  "entries: another mimetype",
  "entries: a file nobody signed",
  "entries: a signed file twice, the true one last",
  "manifest: a file missing in it",
  "manifest: a file that is not there",
  "manifest: not XML",
];

let room: JudgeRoom;
let root: Bytes;
beforeAll(async () => {
  room = await judgeRoom();
  ({ root } = await authorities());
  await room.write("ca.pem", pem(root));
});
afterAll(() => room.close());

async function inParallel<T>(all: readonly T[], act: (one: T, lane: number) => Promise<void>): Promise<void> {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let next = queue.shift(); next; next = queue.shift()) await act(next, lane);
    }),
  );
}

interface Judged {
  readonly place: string;
  readonly name: string;
  readonly ours: Verdict;
  /** null: not asked. */
  readonly theirs: boolean | null;
}

/** "place: name" of those where ours says valid, and of those where the judge does. */
function accepted(all: readonly Judged[]): { readonly ours: readonly string[]; readonly theirs: readonly string[] } {
  const text = ({ place, name }: Judged): string => `${place}: ${name}`;
  return { ours: all.filter((one) => one.ours === "valid").map((one) => text(one)), theirs: all.filter((one) => one.theirs).map((one) => text(one)) };
}

/** Whether the judge is asked about the n-th mutation. */
const isAsked = (n: number, known: boolean): boolean => known || n % each === 0;

describe("CAdES", () => {
  it("every damage is refused, by ours and by openssl", async () => {
    const signer = await keySigner({ key: "signP256", algorithm: "ES256" });
    const content = new TextEncoder().encode("მოგმართავთ თხოვნით, გასცეთ ცნობა.\n".repeat(20));
    const parts = await buildSignedData({ signer: { ...signer, chainDer: signer.chainDer.slice(0, 1) }, contentDigest: await digestBytes(256, content), signingTime: new Date() });
    const cms = encodeDetached(parts);
    const [issuerCertificate = new Uint8Array()] = signer.chainDer;
    const mutations = cmsMutations({ cms, content }, { signedAttributes: parts.signedAttributesDer, signature: parts.signature, signerCertificate: signer.certificateDer, issuerCertificate }, readDer(cms));
    expect(mutations.length).toBeGreaterThan(500);
    const judged: Judged[] = [];
    const judge = async ({ place, name, mutated }: Mutation<CmsParts>, lane: number, asked: boolean): Promise<void> => {
      const report = await verifyFile({ name: "a.p7s", data: new Blob([mutated.cms]) }, { name: "a", data: new Blob([mutated.content]) }, { anchors: anchors([root]), now: Date.now() });
      if (!asked) {
        judged.push({ place, name, ours: report.verdict, theirs: null });
        return;
      }
      await Promise.all([room.write(`${lane}.p7s`, mutated.cms), room.write(`${lane}.doc`, mutated.content)]);
      const { code } = await room.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", `${lane}.p7s`, "-content", `${lane}.doc`, "-CAfile", "ca.pem", "-purpose", "any", "-out", "/dev/null");
      judged.push({ place, name, ours: report.verdict, theirs: code === 0 });
    };
    await judge({ place: "structure", name: "nothing", mutated: { cms, content } }, 0, true);
    expect(judged).toMatchObject([{ ours: "valid", theirs: true }]);
    await inParallel([...mutations.entries()], async ([n, one], lane) => await judge(one, lane, isAsked(n, false)));
    const { ours, theirs } = accepted(judged.slice(1));
    expect(ours).toEqual([]);
    expect(theirs.filter((one) => !unseenByOpenssl.some((field) => one.startsWith(`structure: ${field}, `)))).toEqual([]);
  }, 120_000);
});

describe("ASiC-E", () => {
  it("every damage is refused, by ours and by unzip or xmlsec1", async () => {
    const signer = await keySigner({ key: "signP256", algorithm: "ES256" });
    const files = [
      { name: "განცხადება.txt", mimeType: "text/plain", data: new TextEncoder().encode("მოგმართავთ თხოვნით.\n".repeat(10)) },
      { name: "b.bin", mimeType: "", data: new Uint8Array(600).map((_, i) => i * 5) },
    ];
    const made = await signAsic(files.map((file) => ({ ...file, data: new Blob([file.data]) })), { ...signer, chainDer: signer.chainDer.slice(0, 1) }, { at: new Date(), level: "B-B", timestampUrl: null, web: noNetwork });
    const container = new Uint8Array(await new Blob([...made.parts]).arrayBuffer());
    const other = await keySigner({ key: "signP256", algorithm: "ES256", certificate: { subject: { commonName: "სხვა ადამიანი", serialNumber: "PNOGE-99003030303" } } });
    const mutations = asicMutations(container, files, other.certificateDer);
    expect(mutations.length).toBeGreaterThan(500);
    const judged: Judged[] = [];
    const judge = async ({ place, name, mutated }: Mutation<AsicParts>, lane: number, asked: boolean): Promise<void> => {
      const now = mutated.now ?? Date.now();
      const report = await verifyFile({ name: "a.asice", data: new Blob([mutated.container]) }, null, { anchors: anchors([root]), now });
      if (!asked) {
        judged.push({ place, name, ours: report.verdict, theirs: null });
        return;
      }
      const dir = `lane${lane}`;
      await rm(join(room.dir, dir), { recursive: true, force: true });
      await mkdir(join(room.dir, dir));
      await writeFile(join(room.dir, `${lane}.asice`), mutated.container);
      const unpacked = await room.run("unzip", "unzip", "-q", "-o", `${lane}.asice`, "-d", dir);
      const time = mutated.now === undefined ? [] : ["--verification-gmt-time", new Date(now).toISOString().slice(0, 19).replace("T", " ")];
      const checked = await room
        .inDir(dir)
        .run("xmlsec1", "xmlsec1", "--verify", "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", "--trusted-pem", "../ca.pem", ...time, "META-INF/signatures0.xml");
      judged.push({ place, name, ours: report.verdict, theirs: unpacked.code === 0 && checked.code === 0 });
    };
    await judge({ place: "order", name: "nothing", mutated: { container } }, 0, true);
    expect(judged).toMatchObject([{ ours: "valid", theirs: true }]);
    const known = ({ place, name }: { readonly place: string; readonly name: string }): boolean => unseenByXmlsec.includes(`${place}: ${name}`);
    await inParallel([...mutations.entries()], async ([n, one], lane) => await judge(one, lane, isAsked(n, known(one))));
    const { ours, theirs } = accepted(judged.slice(1));
    expect(ours).toEqual([]);
    expect(theirs.toSorted()).toEqual([...unseenByXmlsec].toSorted());
  }, 120_000);
});
