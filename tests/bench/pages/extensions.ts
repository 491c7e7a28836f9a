// The extensions whose cost is measured side by side: none, one that does next to nothing, ours, and what others have installed.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Measured {
  readonly name: string;
  /** An unpacked extension. */
  readonly folder: string;
}

/** The names that the figures are read by. */
export const [none, empty, button, ours] = ["no extension", "an empty script", "a message and a button", "Moqalaqe"];

const matches = ["https://*.my.gov.ge/*"];
const answering = "chrome.runtime.onMessage.addListener((message, sender, answer) => (answer({}), true));";
// The least that an extension does which shows something in a page: it asks, and draws a button in a root of its own.
const drawing = `chrome.runtime.sendMessage({ kind: "start" }).then(() => {
  const host = document.createElement("bench-button");
  const root = host.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = ":host { all: initial; position: absolute; } button { position: fixed; right: 0; top: 40vh; }";
  const button = document.createElement("button");
  button.textContent = "x";
  root.append(style, button);
  document.documentElement.append(host);
});`;

/**
 * @param peers a folder with unpacked extensions (manifest version 3), each in a folder with its name; null: none beside Dark
 *   Reader's engine, which is a package: the extensions that distributions package are of version 2, which no browser loads any more
 * @returns them, in a folder to be removed
 */
export function extensions(peers: string | null): { readonly all: readonly Measured[]; readonly folder: string } {
  const root = mkdtempSync(join(tmpdir(), "mq-extensions-"));
  const make = (name: string, manifest: object, files: Readonly<Record<string, string>>): Measured => {
    const folder = join(root, name.replaceAll(/\W+/g, "-"));
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name, version: "1", ...manifest }));
    return { name, folder };
  };
  const script = (js: readonly string[], at: string): object => ({ content_scripts: [{ matches, js, run_at: at }] });
  const dark = make("Dark Reader’s engine", script(["darkreader.js", "start.js"], "document_start"), { "start.js": "DarkReader.enable({});" });
  copyFileSync(createRequire(import.meta.url).resolve("darkreader"), join(dark.folder, "darkreader.js"));
  const others = (peers === null ? [] : readdirSync(peers)).map((name) => ({ name, folder: join(peers ?? "", name) })).filter(({ folder }) => existsSync(join(folder, "manifest.json")));
  return {
    all: [
      make(none, {}, {}),
      make(empty, script(["a.js"], "document_start"), { "a.js": "" }),
      make(button, { ...script(["a.js"], "document_idle"), background: { service_worker: "b.js" } }, { "a.js": drawing, "b.js": answering }),
      { name: ours, folder: fileURLToPath(new URL("../../../dist", import.meta.url)) },
      dark,
      ...others,
    ],
    folder: root,
  };
}
