// `npm run build:bridge`, second half: dist-bridge/app as a web bundle, signed. BRIDGE_KEY names a PEM file (Ed25519 or
// P-256; BRIDGE_KEY_PASSPHRASE if it is encrypted): see docs/bridge.md for the release key, which is never here. Without
// it a development key is made on this machine, for tests and for trying things out.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BundleBuilder } from "wbn";
import { IntegrityBlockSigner, NodeCryptoSigningStrategy, parsePemKey, WebBundleId } from "wbn-sign";
import { headersOf } from "./bridgeHeaders.mjs";
import { root } from "./prepare.mjs";

const developmentKey = `${root}node_modules/.cache/bridge-development-key.pem`;

function keyFile() {
  const own = process.env["BRIDGE_KEY"];
  if (own) return own;
  if (!existsSync(developmentKey)) {
    mkdirSync(dirname(developmentKey), { recursive: true });
    writeFileSync(developmentKey, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  return developmentKey;
}

/** Signs what is in a directory. @returns the app's id and the bundle's bytes */
export async function signBridge(app) {
  const key = parsePemKey(readFileSync(keyFile()), process.env["BRIDGE_KEY_PASSPHRASE"]);
  const id = new WebBundleId(key).serialize();
  const builder = new BundleBuilder("b2");
  for (const name of readdirSync(app, { recursive: true }).toSorted((a, b) => (a < b ? -1 : 1))) {
    if (!statSync(join(app, name)).isFile()) continue;
    const path = name.replaceAll("\\", "/");
    const payload = readFileSync(join(app, name));
    builder.addExchange(`isolated-app://${id}/${path}`, 200, headersOf(path), payload);
    if (path === "index.html") builder.addExchange(`isolated-app://${id}/`, 200, headersOf(path), payload);
  }
  const { signedWebBundle } = await new IntegrityBlockSigner(builder.createBundle(), id, [new NodeCryptoSigningStrategy(key)]).sign();
  return { id, signedWebBundle };
}

const out = `${root}dist-bridge/`;
if (process.argv[1]?.endsWith("bundleBridge.mjs")) {
  const { id, signedWebBundle } = await signBridge(`${out}app`);
  writeFileSync(`${out}moqalaqe-bridge.swbn`, signedWebBundle);
  writeFileSync(`${out}id.json`, `${JSON.stringify({ id, key: process.env["BRIDGE_KEY"] ? "given" : "development" })}\n`);
  console.log(`dist-bridge/moqalaqe-bridge.swbn: isolated-app://${id}/ (${process.env["BRIDGE_KEY"] ? "signed with the key given" : "signed with this machine's development key"})`);
}
