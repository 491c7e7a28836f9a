// What is shown of a signed container: its files, and not what only looks like one.
import { expect, it } from "vitest";
import { noNetwork } from "../../../src/signing/port.ts";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import { contentsOf } from "../../../src/signing/verify/contents.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const options = { at: new Date(Date.UTC(2026, 10, 24)), level: "B-B", timestampUrl: null, web: noNetwork } as const;
const texts = async (name: string, parts: readonly BlobPart[]): Promise<readonly unknown[]> => Promise.all((await contentsOf({ name, data: new Blob([...parts]) })).map(async ({ name: inside, size, data }) => [inside, size, await data?.text()]));

it("files of an ASiC, the document of an enveloping CMS; a detached one has none inside", async () => {
  const signer = await keySigner();
  const files = [
    { name: "განცხადება.txt", mimeType: "text/plain", data: new Blob(["თხოვნა"]) },
    { name: "b.bin", mimeType: "application/octet-stream", data: new Blob([new Uint8Array(17 << 20)]) },
  ];
  expect(await texts("a.asice", (await signAsic(files, signer, options)).parts)).toEqual([["განცხადება.txt", 18, "თხოვნა"], ["b.bin", 17 << 20, undefined]]);
  expect(await texts("წერილი.txt.p7m", (await signCms(new Blob(["წერილი"]), "enveloping", signer, options)).parts)).toEqual([["წერილი.txt", 18, "წერილი"]]);
  expect(await texts("a.p7s", (await signCms(new Blob(["x"]), "detached", signer, options)).parts)).toEqual([]);
  expect(await texts("a.txt", ["nothing of the kind"])).toEqual([]);
  await expect(contentsOf({ name: "a.zip", data: new Blob(["PK\u0003\u0004 and nothing more"]) })).rejects.toMatchObject({ code: "MALFORMED" });
});
