// What a store would get: built here, and held to what was promised.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peerId } from "../../virtual/connector/peerId.ts";
import { extensionId } from "../../virtual/browser/launch.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let out = "";
const files = (): readonly string[] => readdirSync(out, { recursive: true, encoding: "utf8" });
const read = (name: string): string => readFileSync(join(out, name), "utf8");

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "moqalaqe-build-"));
  await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "silent", build: { outDir: out, emptyOutDir: true } });
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("the built pages", () => {
  it("have a root and their script in their body, and nothing else", () => {
    const pages = files().filter((name) => name.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(3);
    for (const name of pages) {
      const inside = /<body>(.*)<\/body>/s.exec(read(name))?.[1] ?? "no body";
      expect(inside.replaceAll(/<!--.*?-->|<script[^>]*><\/script>|<(div|main) id="root"><\/\1>/gs, "").trim(), name).toBe("");
      // What a parser would move into the body shows on the screen.
      expect((/<head>(.*)<\/head>/s.exec(read(name))?.[1] ?? "").replaceAll(/<!--.*?-->|<title>[^<]*<\/title>|<[^>]+>/gs, "").trim(), name).toBe("");
    }
  });

  it("have their own style sheet last, after what they share: of two rules of equal weight it has the last word", () => {
    const pages = files().filter((name) => name.endsWith(".html"));
    const sheets = pages.map((name) => ({ page: basename(name, ".html"), links: [...read(name).matchAll(/<link rel="stylesheet"[^>]*href="[^"]*\/([^/"]+)"/g)].map(([, one]) => one ?? "") }));
    const styled = sheets.filter(({ links }) => links.length > 0);
    expect(styled.map(({ page }) => page).toSorted()).toEqual(["frame", "home", "popup", "prompt"]);
    for (const { page, links } of styled) {
      expect(links[0], page).toMatch(/^base-/);
      expect(links.findIndex((one) => one.startsWith(`${page}-`)), page).toBe(links.length - 1);
    }
  });
});

describe("a frame in a page", () => {
  it("asks what it shall show in a first script that waits for no other, and which the others share", () => {
    const [first, ...others] = [...read("src/frame/frame.html").matchAll(/<script type="module"([^>]*) src="\/([^"]+)"/g)].map(([, how = "", name = ""]) => ({ how, name }));
    expect(first?.how).toContain(" async");
    const text = read(first?.name ?? "");
    expect(text).toContain("frame/redeem");
    expect(text).not.toMatch(/\bimport\b/);
    expect(text.length).toBeLessThan(1_000);
    expect(others).toHaveLength(1);
    expect(read(others[0]?.name ?? "")).toContain(`from"./${basename(first?.name ?? "")}"`);
  });
});

describe("the Smart Card Connector", () => {
  it("is the published one and its beta, and nobody else: no identifier of the tests is in the build", () => {
    const scripts = files().filter((name) => name.endsWith(".js")).map(read).join("\n");
    const named = new Set(scripts.match(/"[a-p]{32}"|`[a-p]{32}`/g)?.map((one) => one.slice(1, -1)));
    expect([...named].toSorted()).toEqual(["khpfeaanjngmcnplbdlpegiifgpfgdco", "mockcojkppdndnhgonljagclgpkjbkek"]);
    expect(scripts).not.toContain(peerId);
  });
});

describe("the built manifest", () => {
  it("is what was promised", () => {
    const { key, version, ...manifest } = JSON.parse(read("manifest.json")) as Record<string, unknown>;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    // The identifier that pages, policies and documents name follows from the key.
    const digest = createHash("sha256").update(Buffer.from(String(key), "base64")).digest("hex").slice(0, 32);
    expect(digest.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))).toBe(extensionId);
    expect(manifest).toMatchInlineSnapshot(`
      {
        "action": {
          "default_popup": "src/popup/popup.html",
          "default_title": "__MSG_action_title__",
        },
        "background": {
          "service_worker": "service-worker-loader.js",
          "type": "module",
        },
        "commands": {
          "_execute_action": {
            "suggested_key": {
              "default": "Alt+Shift+M",
            },
          },
          "data": {
            "description": "__MSG_command_data__",
            "suggested_key": {
              "default": "Alt+Shift+D",
            },
          },
          "favourites": {
            "description": "__MSG_command_favourites__",
            "suggested_key": {
              "default": "Alt+Shift+R",
            },
          },
        },
        "content_scripts": [
          {
            "all_frames": true,
            "js": [
              "src/portal/content.iife.js",
            ],
            "matches": [
              "https://my.gov.ge/*",
              "https://*.my.gov.ge/*",
            ],
            "run_at": "document_start",
          },
        ],
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; frame-ancestors https://my.gov.ge https://*.my.gov.ge; base-uri 'none'; form-action 'none'",
        },
        "default_locale": "en",
        "description": "__MSG_extension_description__",
        "externally_connectable": {
          "ids": [],
          "matches": [
            "isolated-app://*/*",
          ],
        },
        "host_permissions": [
          "https://my.gov.ge/*",
          "https://*.my.gov.ge/*",
        ],
        "icons": {
          "128": "icons/128.png",
          "16": "icons/16.png",
          "32": "icons/32.png",
          "48": "icons/48.png",
        },
        "manifest_version": 3,
        "minimum_chrome_version": "120",
        "name": "__MSG_extension_name__",
        "optional_host_permissions": [
          "https://*/*",
          "http://*/*",
        ],
        "permissions": [
          "storage",
          "scripting",
          "activeTab",
          "offscreen",
          "unlimitedStorage",
          "idle",
          "alarms",
          "notifications",
        ],
        "short_name": "__MSG_extension_short_name__",
        "web_accessible_resources": [
          {
            "matches": [
              "https://*.my.gov.ge/*",
              "https://my.gov.ge/*",
            ],
            "resources": [
              "src/frame/frame.html",
            ],
            "use_dynamic_url": false,
          },
        ],
      }
    `);
  });

  it("asks for little", () => {
    // http is for time stamps and OCSP: host by host, on the person's request.
    const text = read("manifest.json").replace('"http://*/*"', "");
    for (const forbidden of ["<all_urls>", "nativeMessaging", "'unsafe-eval'", "unsafe-inline", "http://"]) expect(text).not.toContain(forbidden);
  });
});

describe("the built files", () => {
  it("hold no code that comes from elsewhere or is made of text", () => {
    for (const name of files().filter((one) => /\.(js|html)$/.test(one))) {
      const text = read(name);
      expect(text, name).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
      expect(text, name).not.toMatch(/(?:src|href|import\()\s*=?\s*["'`]https?:/);
    }
  });

  it("the content script is one file that needs no other", () => {
    const { content_scripts: [script] } = JSON.parse(read("manifest.json")) as { content_scripts: [{ js: string[] }] };
    expect(script.js).toHaveLength(1);
    const text = read(script.js[0] ?? "");
    expect(text).not.toMatch(/\bimport\s*[({"']|\bimport\.meta/);
    expect(text.length).toBeLessThan(17_000);
  });

  it("what every portal page gets is short, and said to be needed at once; what most of them have no use for comes apart", () => {
    const text = read("src/portal/features.iife.js");
    expect(text.startsWith("//# allFunctionsCalledOnLoad\n")).toBe(true);
    expect(text.length).toBeLessThan(40_000);
    // Signing is a part of its own. Forms are looked for in components and frames as well: what that takes comes with them.
    expect(read("src/portal/forms.iife.js").length).toBeLessThan(34_500);
    expect(read("src/portal/reading.iife.js").length).toBeLessThan(31_000);
  });

  it("nothing of the virtual world is in them", () => {
    for (const name of files().filter((one) => one.endsWith(".js"))) expect(read(name), name).not.toMatch(/VirtualReader|GEO Authentication CA TEST|99001010101/);
  });
});
