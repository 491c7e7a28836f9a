// unzip, xmllint and xmlsec1 judge the ASiC-E containers we make.
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashBitsOf } from "../../../src/signing/algorithms.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { type FileToSign, signAsic } from "../../../src/signing/sign/signAsic.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../../virtual/signing/judge.ts";
import { allSigners, keySigner } from "../../virtual/signing/keySigner.ts";

const files: readonly FileToSign[] = [
  { name: "განცხადება.txt", mimeType: "text/plain", data: new Blob(["მოგმართავთ თხოვნით\r\n"]) },
  { name: "სურათი & <2>, 100% 'x' #1?.bin", mimeType: "", data: new Blob([new Uint8Array(70_000).map((_, i) => i * 7)]) },
  { name: "empty", mimeType: "application/x-empty", data: new Blob([]) },
];

let room: JudgeRoom;
beforeAll(async () => {
  room = await judgeRoom();
  await room.write("ca.pem", pem((await authorities()).root));
});
afterAll(() => room.close());

describe.each(allSigners)("$key, $algorithm", ({ key, algorithm }) => {
  it("is a sound container with a signature that holds", async () => {
    const signer = await keySigner({ key, algorithm });
    const { parts } = await signAsic(files, signer, { at: new Date(), level: "B-B", timestampUrl: null, web: noNetwork });
    const container = Buffer.from(await new Blob([...parts]).arrayBuffer());
    expect(container.subarray(30, 69).toString("latin1")).toBe("mimetypeapplication/vnd.etsi.asic-e+zip");
    const dir = `${key}-${algorithm}`;
    await mkdir(join(room.dir, dir));
    await writeFile(join(room.dir, "c.asice"), container);
    expect((await room.run("unzip", "unzip", "-t", "c.asice")).stdout).toContain("No errors detected");
    expect((await room.run("unzip", "unzip", "-q", "-o", "c.asice", "-d", dir)).code).toBe(0);
    for (const { name, data } of files) expect(await readFile(join(room.dir, dir, name))).toEqual(Buffer.from(await data.arrayBuffer()));
    const judged = await room.inDir(dir).run(
      "xmlsec1", "xmlsec1", "--verify", "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
      "--trusted-pem", "../ca.pem", "META-INF/signatures0.xml",
    );
    if (algorithm.startsWith("PS")) {
      // xmlsec1 1.2.37 knows no PSS: what was signed is cut out as it stands (it is canonical) and judged by openssl.
      const xml = await readFile(join(room.dir, dir, "META-INF/signatures0.xml"), "utf8");
      await room.write("info", /<ds:SignedInfo[\s\S]*<\/ds:SignedInfo>/.exec(xml)?.[0] ?? "");
      await room.write("value", Buffer.from(/<ds:SignatureValue[^>]*>([^<]+)</.exec(xml)?.[1] ?? "", "base64"));
      await room.write("key.pem", new X509Certificate(signer.certificateDer).publicKey.export({ type: "spki", format: "pem" }).toString());
      const { stdout } = await room.openssl("dgst", `-sha${hashBitsOf(algorithm)}`, "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest", "-verify", "key.pem", "-signature", "value", "info");
      expect(stdout).toContain("Verified OK");
    } else expect(`${judged.stdout}${judged.stderr}`).toContain("SignedInfo References (ok/all): 4/4");
    if (!algorithm.startsWith("PS")) expect(judged.code).toBe(0);
  });
});
