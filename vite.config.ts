import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { crx } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin } from "vite";
import manifest from "./manifest.json" with { type: "json" };

// Scripts that the service worker runs in a page (chrome.scripting) need not be readable by pages, but the plugin opens
// them to every site, and leaves a second copy of each: both are taken back. What a page may embed is in manifest.json.
function closeScripts(): Plugin {
  return {
    name: "close-scripts",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) if (/^assets\/[^/]*\.iife\./.test(name)) delete bundle[name];
    },
    // The manifest is written last of all.
    writeBundle({ dir }) {
      const file = `${dir}/manifest.json`;
      const built: { web_accessible_resources: { resources: string[] }[] } = JSON.parse(readFileSync(file, "utf8"));
      built.web_accessible_resources = built.web_accessible_resources.filter((one) => !one.resources.some((name) => name.endsWith(".iife.js")));
      writeFileSync(file, JSON.stringify(built, null, 2));
    },
  };
}

/** What PDF.js loads by name while it draws: fonts that a document only names, character maps, decoders. */
function pdfjsFiles(): Plugin {
  const from = new URL("node_modules/pdfjs-dist/", import.meta.url);
  return {
    name: "pdfjs-files",
    generateBundle() {
      for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
        for (const file of readdirSync(new URL(`${folder}/`, from))) {
          this.emitFile({ type: "asset", fileName: `pdfjs/${folder}/${file}`, source: readFileSync(new URL(`${folder}/${file}`, from)) });
        }
      }
    },
  };
}

const path = (name: string): string => new URL(name, import.meta.url).pathname;
const outDirs: Readonly<Record<string, string>> = { demo: "dist-demo", peer: "node_modules/.cache/dist-peer" };

// `vite build` makes dist/, what a store would get. `vite build --mode demo` makes dist-demo/, where the card worker
// carries the virtual reader and card (tests/virtual): for machines on which no emulated USB bus can be made. `--mode
// peer` is for one test: there the Smart Card Connector is the peer of tests/virtual, and no other.
export default defineConfig(({ mode }) => {
  return {
    plugins: [crx({ manifest }), closeScripts(), pdfjsFiles()],
    resolve: {
      alias: {
        "#usb-source": path(mode === "demo" ? "tests/virtual/demo/usbSource.ts" : "src/platform/usbSource.ts"),
        "#connector-ids": path(mode === "peer" ? "tests/virtual/connector/connectorIds.ts" : "src/platform/connectorIds.ts"),
      },
    },
    worker: { format: "es" },
    build: {
      outDir: outDirs[mode] ?? "dist",
      emptyOutDir: true,
      target: "chrome120",
      modulePreload: false,
      sourcemap: false,
      rollupOptions: {
        input: {
          prompt: "src/prompt/prompt.html",
          home: "src/home/home.html",
          frame: "src/frame/frame.html",
          popup: "src/popup/popup.html",
          offscreen: "src/offscreen/offscreen.html",
        },
      },
    },
  };
});
