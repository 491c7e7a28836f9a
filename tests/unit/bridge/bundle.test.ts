// The signed web bundle, read back: its id follows from its key, every file is in it under that id, with the headers that
// an isolated app needs.
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bundle } from "wbn";
import { getBundleId, WebBundleId } from "wbn-sign";
// @ts-expect-error -- plain JavaScript, so that it runs with nothing but Node
import { signBridge } from "../../setup/bundleBridge.mjs";

let directory = "";
let id = "";
let bundle = new Uint8Array();
const { privateKey, publicKey } = generateKeyPairSync("ed25519");

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "mq-bundle-"));
  const app = join(directory, "app");
  mkdirSync(join(app, ".well-known"), { recursive: true });
  writeFileSync(join(app, "index.html"), "<!doctype html>");
  writeFileSync(join(app, ".well-known/manifest.webmanifest"), "{}");
  const key = join(directory, "key.pem");
  writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }));
  process.env["BRIDGE_KEY"] = key;
  const signed: { readonly id: string; readonly signedWebBundle: Uint8Array<ArrayBuffer> } = await signBridge(app);
  id = signed.id;
  bundle = signed.signedWebBundle;
});
afterAll(() => {
  delete process.env["BRIDGE_KEY"];
  rmSync(directory, { recursive: true, force: true });
});

/** The last eight bytes of a web bundle are its length: what comes before it is the integrity block. */
function unsigned(): Buffer {
  const whole = Buffer.from(bundle);
  return whole.subarray(whole.length - Number(whole.readBigUInt64BE(whole.length - 8)));
}

describe("the signed bundle", () => {
  it("carries the id that follows from the key", () => {
    expect(id).toMatch(/^[a-z2-7]{56}$/);
    expect(getBundleId(bundle)).toBe(id);
    expect(new WebBundleId(publicKey).serialize()).toBe(id);
  });

  it("has every file under that id, the start page under the bare address, each with its headers", () => {
    const read = new Bundle(unsigned());
    const origin = `isolated-app://${id}/`;
    expect(read.urls.toSorted()).toEqual([origin, `${origin}.well-known/manifest.webmanifest`, `${origin}index.html`]);
    for (const url of read.urls) {
      const { status, headers } = read.getResponse(url);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin", "x-content-type-options": "nosniff" });
      expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
    }
  });
});
