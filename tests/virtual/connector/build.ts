// Builds what a Connector test in a real browser needs: the peer as an extension, and our own extension told of the peer.
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

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
  await build({ root, configFile: `${root}vite.config.ts`, mode: "peer", logLevel: "silent" });
}
