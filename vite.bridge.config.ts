import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import packageJson from "./package.json" with { type: "json" };

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The app's manifest with its version, the icons, and what it needs of the catalogues. */
function besides(): Plugin {
  let out = "";
  return {
    name: "bridge-besides",
    apply: "build",
    configResolved: (config) => void (out = config.build.outDir),
    closeBundle() {
      mkdirSync(`${out}/.well-known`, { recursive: true });
      const manifest = readFileSync(path("src/bridge/manifest.webmanifest"), "utf8").replaceAll("__VERSION__", packageJson.version);
      writeFileSync(`${out}/.well-known/manifest.webmanifest`, manifest);
      cpSync(path("src/bridge/icons"), `${out}/icons`, { recursive: true });
      for (const language of ["ka", "en"]) {
        const all: Record<string, unknown> = JSON.parse(readFileSync(path(`public/_locales/${language}/messages.json`), "utf8"));
        const ours = Object.entries(all).filter(([key]) => /^(bridge|common|error|os)_|^home_(state|version)/.test(key));
        mkdirSync(`${out}/_locales/${language}`, { recursive: true });
        writeFileSync(`${out}/_locales/${language}/messages.json`, JSON.stringify(Object.fromEntries(ours)));
      }
    },
  };
}

// dist-bridge/app: the bridge as an unsigned isolated web app, for developer mode. tests/setup/bundleBridge.mjs signs it.
export default defineConfig({
  root: path("src/bridge"),
  publicDir: false,
  plugins: [besides()],
  define: { BRIDGE_VERSION: JSON.stringify(packageJson.version) },
  resolve: { alias: { "#usb-source": path("src/platform/usbSource.ts") } },
  worker: { format: "es" },
  build: { outDir: path("dist-bridge/app"), emptyOutDir: true, target: "chrome130", modulePreload: false, sourcemap: false, assetsInlineLimit: 0 },
});
