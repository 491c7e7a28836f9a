// What a person downloads and a page has to load.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

export interface Size {
  readonly raw: number;
  readonly gz: number;
}

function measure(files: readonly string[]): Size {
  return files.reduce<Size>(
    (sum, file) => {
      const bytes = readFileSync(join(dist, file));
      return { raw: sum.raw + bytes.length, gz: sum.gz + gzipSync(bytes, { level: 9 }).length };
    },
    { raw: 0, gz: 0 },
  );
}

/** A page's script and styles, with everything it loads from the start. */
function page(html: string): readonly string[] {
  const text = readFileSync(join(dist, html), "utf8");
  const found = new Set([...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = ""]) => file));
  for (const file of found) {
    if (!file.endsWith(".js")) continue;
    for (const [, name = ""] of readFileSync(join(dist, file), "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(`assets/${name}`);
  }
  return [...found];
}

export function sizes(): Readonly<Record<"content script" | "portal tools, every page" | "portal tools, forms" | "portal tools, signing" | "portal tools, reading" | "card worker" | "prompt" | "home page" | "service worker" | "signing worker" | "everything", Size>> {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as { content_scripts: { js: string[] }[] };
  const all = (readdirSync(dist, { recursive: true, encoding: "utf8" })).filter((file) => /\.(js|css|html|json|png|svg)$/.test(file));
  const assets = all.filter((file) => file.startsWith("assets"));
  const named = (start: string): readonly string[] => assets.filter((file) => file.startsWith(`assets/${start}`));
  return {
    "content script": measure(manifest.content_scripts[0]?.js ?? []),
    "portal tools, every page": measure(["src/portal/features.iife.js"]),
    "portal tools, forms": measure(["src/portal/forms.iife.js"]),
    "portal tools, signing": measure(["src/portal/signing.iife.js"]),
    "portal tools, reading": measure(["src/portal/reading.iife.js"]),
    "card worker": measure(named("card.worker")),
    prompt: measure(page("src/prompt/prompt.html")),
    "home page": measure(page("src/home/home.html")),
    "service worker": measure(named("serviceWorker")),
    "signing worker": measure(named("signing.worker")),
    everything: measure(all),
  };
}
