import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { crx } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin, type ResolvedConfig } from "vite";
import { partFile, textPartNames, textsOf } from "./src/i18n/textParts.ts";
import manifest from "./manifest.json" with { type: "json" };

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

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

/**
 * Scripts in pages are built last, each by a build of its own with this build's aliases: there the polyfill is the browser's
 * own interface, because its proxies, made anew in every frame of every portal page, cost more than all our code there.
 */
function withoutPolyfillInPages(): Plugin {
  let config: ResolvedConfig | null = null;
  return {
    name: "without-polyfill-in-pages",
    enforce: "post",
    configResolved: (resolved) => void (config = resolved),
    generateBundle: () => void config?.resolve.alias.push({ find: /^webextension-polyfill$/, replacement: path("src/platform/nativeBrowser.ts") }),
  };
}

/**
 * Nearly all of what every portal page gets first runs at once: said to the browser, it is read once, not skimmed first and
 * read function by function as each is called (https://explainers-by-googlers.github.io/explicit-javascript-compile-hints-file-based/).
 */
function compiledAtOnce(): Plugin {
  return {
    name: "compiled-at-once",
    enforce: "post",
    writeBundle({ dir }) {
      const file = `${dir}/src/portal/features.iife.js`;
      writeFileSync(file, `//# allFunctionsCalledOnLoad\n${readFileSync(file, "utf8")}`);
    },
  };
}

/** Blanks outside of a style sheet's strings that are for whoever reads its source. */
function tight(css: string): string {
  const outside = (text: string): string => text.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/\s+/g, " ").replaceAll(/ ?([{};]) ?/g, "$1").replaceAll(/([:,]) /g, "$1").replaceAll(";}", "}");
  return css.split(/("[^"]*")/).map((part, i) => (i % 2 === 0 ? outside(part) : part)).join("");
}

/** The style sheets in what pages get are written as short as the code around them. They begin with a line break and a selector: no other text there does. */
function tightStyles(): Plugin {
  return {
    name: "tight-styles",
    enforce: "post",
    writeBundle({ dir }) {
      const folder = `${dir}/src/portal/`;
      for (const name of readdirSync(folder).filter((one) => one.endsWith(".iife.js"))) {
        const text = readFileSync(folder + name, "utf8");
        writeFileSync(folder + name, text.replaceAll(/`\n([:.][^`{$]*\{[^`]*)`/g, (_, css: string) => `\`${tight(css)}\``));
      }
    },
  };
}

/**
 * Of files that import each other in a circle one runs before what it needs is there, and the page or service worker does not
 * start; which one that is, any change of a module may change. Such a build ends in an error.
 */
function noCircles(): Plugin {
  return {
    name: "no-circles",
    generateBundle(_, bundle) {
      const done = new Set<string>();
      const follow = (name: string, way: readonly string[]): void => {
        if (way.includes(name)) this.error(`files import each other in a circle: ${[...way.slice(way.indexOf(name)), name].join(" → ")}`);
        const one = bundle[name];
        if (done.has(name) || one?.type !== "chunk") return;
        for (const next of one.imports) follow(next, [...way, name]);
        done.add(name);
      };
      for (const name of Object.keys(bundle)) follow(name, []);
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

/** A page's own style sheet comes after what it shares with others, as its HTML says: the bundler puts the page's first, and of two rules of equal weight the later one wins. */
function ownStylesLast(): Plugin {
  return {
    name: "own-styles-last",
    transformIndexHtml: {
      order: "post",
      handler: (html, { path: page }) => {
        const name = basename(page, ".html");
        const isOwn = (link: string): boolean => link.includes(`/${name}-`);
        const links = html.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? [];
        const sorted = [...links.filter((one) => !isOwn(one)), ...links.filter(isOwn)];
        return links.reduce((text, one, at) => text.replace(one, () => `<!--style ${at}-->`), html).replaceAll(/<!--style (\d+)-->/g, (_, at: string) => sorted[Number(at)] ?? "");
      },
    },
  };
}

/** Texts that are wanted before all the others can be read. */
function textPartFiles(): Plugin {
  return {
    name: "text-parts",
    generateBundle() {
      for (const language of ["ka", "en"]) {
        const catalogue: Readonly<Record<string, { readonly message: string }>> = JSON.parse(readFileSync(path(`public/_locales/${language}/messages.json`), "utf8"));
        for (const part of textPartNames) this.emitFile({ type: "asset", fileName: partFile(part, language), source: JSON.stringify(textsOf(part, catalogue)) });
      }
    },
  };
}

/** A frame's first script asks what shall be shown (src/frame/first.ts): it runs as soon as it is there, before what the frame needs to show it. */
function firstWords(): Plugin {
  return {
    name: "first-words",
    transformIndexHtml: {
      order: "post",
      handler: (_, { path: page, bundle }) => {
        const first = Object.values(bundle ?? {}).find((one) => one.type === "chunk" && one.moduleIds.includes(path("src/frame/first.ts")));
        if (!first || basename(page) !== "frame.html") return [];
        return [{ tag: "script", attrs: { type: "module", async: true, crossorigin: true, src: `/${first.fileName}` }, injectTo: "head-prepend" }];
      },
    },
  };
}

/** Not PDF.js, and not the hashes that only documents need: they are loaded when they are used. */
const sharedByPages = /[\\/]src[\\/](?!offscreen|background|popup|portal|frame).*\.tsx?$|node_modules[\\/](?:preact|webextension-polyfill|comlink|idb)[\\/]|vite[\\/]preload-helper/;

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null;
}

/** Whether `entry` imports the file `id`, itself or by others, from its start. */
function reaches(entry: string, id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (id.endsWith(entry)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return modules.getModuleInfo(id)?.importers.some((one) => reaches(entry, one, modules, seen)) ?? false;
}

/** What a frame's first script is made of: one file, that waits for no other. */
const firstScript = /[\\/]src[\\/](?:frame[\\/](?:first|redeem)|platform[\\/](?:earlyMessage|nativeBrowser))\.ts$/;

/** A file of what `entry` needs from its start. Earlier parts take what they need first, and a part takes along whatever its files need. */
const partOf = (name: string, entry: string, test: RegExp, priority: number, minShareCount = 2) => ({ name: (id: string, modules: Modules) => (reaches(entry, id, modules) ? name : null), test, priority, minShareCount });

/**
 * What several pages share comes in few files: an extension's page waits about as long for a small one as for a large. But the
 * service worker starts often, and reads nothing that only pages share; and somebody waits while a frame opens in a page: it reads
 * what its first panel needs, a fifth of what all pages share.
 */
const parts = [
  { name: "redeem", test: firstScript, priority: 5 },
  partOf("core", "/src/background/serviceWorker.ts", sharedByPages, 4),
  partOf("first", "/src/frame/frame.tsx", /^(?!.*[\\/]src[\\/]frame[\\/]).*/, 3),
  partOf("menu", "/src/frame/frame.tsx", /[\\/]src[\\/]frame[\\/](?!frame\.tsx)/, 2, 1),
  { name: "pages", test: sharedByPages, priority: 1, minShareCount: 2 },
];

// `vite build` makes dist/, what a store would get. `vite build --mode demo` makes dist-demo/, where the card worker
// carries the virtual reader and card (tests/virtual): for machines on which no emulated USB bus can be made.
export default defineConfig(({ mode }) => {
  return {
    plugins: [withoutPolyfillInPages(), crx({ manifest }), closeScripts(), tightStyles(), compiledAtOnce(), noCircles(), pdfjsFiles(), textPartFiles(), ownStylesLast(), firstWords()],
    resolve: {
      alias: {
        "#usb-source": path(mode === "demo" ? "tests/virtual/demo/usbSource.ts" : "src/platform/usbSource.ts"),
      },
    },
    worker: { format: "es" },
    build: {
      outDir: mode === "demo" ? "dist-demo" : "dist",
      emptyOutDir: true,
      target: "chrome120",
      modulePreload: { polyfill: false },
      sourcemap: false,
      rollupOptions: {
        output: {
          codeSplitting: { groups: parts },
        },
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
