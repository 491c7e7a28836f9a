// What a Connector test in a real browser needs: the peer as an extension, and our own, as it is shipped, told of the peer.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { connectorIds } from "../../../src/platform/connectorIds.ts";
import { peerId } from "./peerId.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = fileURLToPath(new URL("extension/", import.meta.url));

export const peerDirectory = `${root}node_modules/.cache/connector-peer`;
export const extensionForPeer = `${root}node_modules/.cache/dist-peer`;

export async function buildPeer(): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    build: { outDir: peerDirectory, emptyOutDir: true, target: "chrome120", lib: { entry: `${source}background.ts`, formats: ["es"], fileName: () => "background.js" } },
  });
  mkdirSync(peerDirectory, { recursive: true });
  for (const name of ["manifest.json", "ask.html", "ask.js"]) cpSync(source + name, `${peerDirectory}/${name}`);
  takeForConnector();
}

/** The shipped build, with the peer's id in place of the published Connector's: nothing else is changed. */
function takeForConnector(): void {
  rmSync(extensionForPeer, { recursive: true, force: true });
  cpSync(`${root}dist`, extensionForPeer, { recursive: true });
  const assets = `${extensionForPeer}/assets`;
  let changed = 0;
  for (const name of readdirSync(assets).filter((one) => one.endsWith(".js"))) {
    const code = readFileSync(`${assets}/${name}`, "utf8");
    if (!code.includes(connectorIds[0])) continue;
    writeFileSync(`${assets}/${name}`, code.replaceAll(connectorIds[0], peerId));
    changed += 1;
  }
  if (changed === 0) throw new Error("the build in dist/ knows no Connector");
}
