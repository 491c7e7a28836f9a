// Time stamps: openssl as the authority for our requests, and as the judge of the tokens in our signatures; xmlsec1 as the
// author of XML signatures that ours verifies.
import { createPrivateKey, type JsonWebKey as NodeJsonWebKey } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebPort } from "../../../src/signing/port.ts";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import { parseSignedData } from "../../../src/signing/cms/parseSignedData.ts";
import { requestTimestamp } from "../../../src/signing/timestamp/request.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities, jwkOf, type KeyName } from "../../virtual/ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../../virtual/signing/judge.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";
import { rezip } from "../../virtual/signing/rezip.ts";
import { tsaCertificate, TrustServices, trustUrls } from "../../virtual/signing/trustServices.ts";

let room: JudgeRoom;
const keyPem = (name: KeyName): string => createPrivateKey({ key: jwkOf(name) as NodeJsonWebKey, format: "jwk" }).export({ type: "pkcs8", format: "pem" }).toString();
const context = async () => ({ anchors: anchors([(await authorities()).root]), now: Date.now() });

beforeAll(async () => {
  room = await judgeRoom();
  await room.write("ca.pem", pem((await authorities()).root));
  await room.write("tsa.pem", pem(await tsaCertificate()));
  await room.write("tsa.key", keyPem("tsaRsa2048"));
  await room.write("serial", "01\n");
  const digests = "digests = sha256, sha384, sha512\n";
  await room.write("tsa.cnf", `[tsa]\ndefault_tsa = t\n[t]\nserial = ${room.dir}/serial\ncrypto_device = builtin\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\n${digests}ess_cert_id_alg = sha256\nordering = no\ntsa_name = yes\ness_cert_id_chain = no\n`);
});
afterAll(() => room.close());

/** openssl as a time-stamp authority. */
const opensslTsa: WebPort = async ({ body }) => {
  await room.write("query.tsq", body ?? new Uint8Array());
  const { code, stderr } = await room.openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "t", "-queryfile", "query.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key", "-chain", "ca.pem", "-out", "reply.tsr");
  if (code !== 0) throw new Error(stderr);
  return { status: 200, body: new Uint8Array(await readFile(join(room.dir, "reply.tsr"))) };
};

describe("openssl ts", () => {
  it.each([256, 384, 512] as const)("answers our request by SHA-%i, and ours takes the answer", async (hash) => {
    const data = new TextEncoder().encode("ხელმოწერა");
    const token = await requestTimestamp({ url: trustUrls.tsa, data, web: opensslTsa, hash });
    expect(token).toMatchObject({ problem: null, certificate: { subject: { commonName: "GEO TSA TEST" } } });
    expect(Math.abs(token.time - Date.now())).toBeLessThan(60_000);
    const { stdout } = await room.openssl("ts", "-query", "-in", "query.tsq", "-text");
    expect(stdout).toContain(`Hash Algorithm: sha${hash}`);
    expect(stdout).toContain("Certificate required: yes");
  });

  it("verifies the token in our CAdES and XAdES signatures, its own and the virtual authority's", async () => {
    const signer = await keySigner();
    const file = new Blob(["განცხადება"]);
    for (const web of [opensslTsa, new TrustServices().web]) {
      const made = await signCms(file, "detached", signer, { at: new Date(), level: "B-T", timestampUrl: trustUrls.tsa, web });
      const cms = new Uint8Array(await new Blob([...made.parts]).arrayBuffer());
      const [parsed] = parseSignedData(cms).signers;
      const token = parsed?.unsignedAttributes.get("1.2.840.113549.1.9.16.2.14")?.[0];
      if (!parsed || !token) throw new Error("no stamp");
      await room.write("token.der", token.raw);
      await room.write("value", parsed.signature);
      const verify = (data: string) => room.openssl("ts", "-verify", "-in", "token.der", "-token_in", "-data", data, "-CAfile", "ca.pem");
      expect((await verify("value")).stdout).toContain("Verification: OK");
      await room.write("other", parsed.signature.map((byte, i) => (i === 0 ? byte ^ 1 : byte)));
      expect((await verify("other")).code).not.toBe(0);
      expect(await verifyFile({ name: "a.p7s", data: new Blob([cms]) }, { name: "a", data: file }, await context())).toMatchObject({ verdict: "valid", signatures: [{ level: "B-T", timestamp: { trusted: true } }] });
      const container = await signAsic([{ name: "a.txt", mimeType: "", data: file }], signer, { at: new Date(), level: "B-T", timestampUrl: trustUrls.tsa, web });
      const zip = Buffer.from(await new Blob([...container.parts]).arrayBuffer());
      const xml = zip.toString("utf8");
      await room.write("xtoken.der", Buffer.from(/<xades:EncapsulatedTimeStamp>([^<]+)/.exec(xml)?.[1] ?? "", "base64"));
      await room.write("xvalue", /<ds:SignatureValue [\s\S]*?<\/ds:SignatureValue>/.exec(xml)?.[0] ?? "");
      expect((await room.openssl("ts", "-verify", "-in", "xtoken.der", "-token_in", "-data", "xvalue", "-CAfile", "ca.pem")).stdout).toContain("Verification: OK");
    }
  });
});

describe("xmlsec1 signs", () => {
  const methods = [
    ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"],
    ["http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"],
    ["http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"],
  ] as const;
  it.each(methods)("by %s and %s; ours verifies it", async (canonical, method) => {
    const signer = await keySigner({ key: "otherRsa2048" });
    await mkdir(join(room.dir, "META-INF"), { recursive: true });
    await room.write("signer.key", keyPem("otherRsa2048"));
    await room.write("signer.pem", pem(signer.certificateDer));
    await room.write("chain.pem", pem(signer.chainDer[0] ?? new Uint8Array()));
    await room.write("letter.txt", "წერილი");
    // Written as nobody of ours would: odd namespaces, blanks, a comment, an identifier signed by reference.
    const template = `<?xml version="1.0"?>
<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns="urn:nothing"  xmlns:b='urn:b'>
<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"  Id='sig'><!-- ours would not -->
 <SignedInfo>
  <CanonicalizationMethod Algorithm="${canonical}"/>
  <SignatureMethod Algorithm="${method}"/>
  <Reference URI="letter.txt"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference>
  <Reference URI="#object"><Transforms><Transform Algorithm="${canonical}"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha512"/><DigestValue/></Reference>
 </SignedInfo>
 <SignatureValue/>
 <KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo>
 <Object Id="object" b:x="1" a='2'><b:note z="&#9;&lt;">ტექსტი &amp; მეტი<?pi x?></b:note></Object>
</Signature>
</asic:XAdESSignatures>`;
    await writeFile(join(room.dir, "META-INF/template.xml"), template);
    const signed = await room.run("xmlsec1", "xmlsec1", "--sign", "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:Object", "--privkey-pem", "signer.key,signer.pem,chain.pem", "--output", "META-INF/signatures.xml", "META-INF/template.xml");
    expect(`${signed.code} ${signed.stderr}`).toMatch(/^0 /);
    const xml = await readFile(join(room.dir, "META-INF/signatures.xml"));
    const pack = (letter: string, signature: Buffer) => new Blob([new Uint8Array(rezip([{ name: "mimetype", data: Buffer.from("application/vnd.etsi.asic-e+zip") }, { name: "letter.txt", data: Buffer.from(letter), deflate: true }, { name: "META-INF/signatures.xml", data: signature, deflate: true }]))]);
    const judge = async (letter: string, signature: Buffer) => await verifyFile({ name: "a.asice", data: pack(letter, signature) }, null, await context());
    expect(await judge("წერილი", xml)).toMatchObject({ verdict: "valid", signatures: [{ covers: ["letter.txt"] }] });
    expect(await judge("წერილ", xml)).toMatchObject({ verdict: "invalid" });
    const changed = xml.toString().replace(/ a=(["'])2/, " a=$13");
    expect(changed).not.toBe(xml.toString());
    expect(await judge("წერილი", Buffer.from(changed))).toMatchObject({ verdict: "invalid" });
  });
});
