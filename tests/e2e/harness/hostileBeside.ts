// A hostile page beside a form with a draft: it spies, makes up frames, ports and secrets, and moves the overlay about.
import { expect } from "vitest";
import { extensionId } from "../../virtual/browser/launch.ts";
import { formData } from "./applicationForm.ts";
import { showsPanel } from "./overlay.ts";
import { openPanel, says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** @param address of a form of which the vault has one draft */
export async function getsNoDraft(stage: Stage, address: string): Promise<void> {
  const page = await stage.openPortal("/");
  await page.evaluateOnNewDocument(() => {
    const spied: string[] = [];
    Object.assign(globalThis, { spied });
    addEventListener("message", (event) => spied.push(`message ${event.origin} ${event.ports.length}`));
    for (const [name, owner] of [["window", Window.prototype], ["port", MessagePort.prototype]] as const) {
      const own = Reflect.get(name === "window" ? globalThis : owner, "postMessage") as (...all: unknown[]) => void;
      Object.defineProperty(name === "window" ? globalThis : owner, "postMessage", {
        value(this: unknown, ...all: unknown[]) {
          spied.push(`${name} posts`);
          return own.apply(this, all);
        },
      });
    }
    globalThis.MessageChannel = new Proxy(MessageChannel, { construct: (target) => (spied.push("a channel is made"), new target()) });
  });
  await page.goto(`https://www.my.gov.ge${address}`, { waitUntil: "load" });
  await says(page, text("page_form_found", { COUNT: 1 }));
  // Frames of its own, with ports and secrets that it made up, before and beside the extension's.
  await page.evaluate((url) => {
    const spied = (globalThis as unknown as { spied: string[] }).spied;
    const secret = "0".repeat(32);
    for (const hash of ["", `#${secret}`]) {
      const frame = document.createElement("iframe");
      frame.src = url + hash;
      frame.addEventListener("load", () => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", (event) => spied.push(`told ${JSON.stringify(event.data)}`));
        port1.start();
        frame.contentWindow?.postMessage({ kind: "line", secret }, "*", [port2]);
        for (const kind of ["form", "watch", "keep"]) port1.postMessage({ kind, formKey: location.pathname, fields: [], draftId: secret });
      });
      document.querySelector("form")?.after(frame);
    }
    for (const message of [{ kind: "fill", fields: [{ key: "reason", nth: 0, kind: "text", label: "", values: ["მტრული"] }], files: [], base: null }, { kind: "line", secret }, { kind: "shown" }]) window.postMessage(message, "*");
  }, `chrome-extension://${extensionId}/src/frame/frame.html`);
  const before = await formData(page);
  const frame = await openPanel(page);
  await frame.waitForSelector(".entry");
  // The menu, made ready out of sight, is not among the page's own frames, and neither is the keeper's.
  const places = page.frames().slice(1).map(async (one) => ((await (await one.frameElement())?.evaluate((element) => element.getRootNode() === document)) === true ? [one] : []));
  const own = (await Promise.all(places)).flat();
  const shown = await Promise.all(own.map((one) => one.evaluate(() => document.getElementById("root")?.childElementCount ?? 0)));
  expect({ frames: own.length, shown: shown.filter((count) => count > 0) }).toEqual({ frames: 2, shown: [] });
  // It takes the overlay out and puts it back: the frames load anew, and show nothing any more.
  await page.evaluate(() => {
    const host = document.querySelector("moqalaqe-overlay");
    if (host) document.body.append(host);
  });
  await until(async () => !(await Promise.all(page.frames().map(showsPanel))).includes(true), "the moved frame is empty");
  const spied = await page.evaluate(() => (globalThis as unknown as { spied: string[] }).spied);
  // All it ever saw is its own doing.
  expect(spied.filter((one) => one.startsWith("told") || (one.startsWith("message") && !one.endsWith("https://www.my.gov.ge 0")))).toEqual([]);
  expect(spied.filter((one) => one === "a channel is made")).toHaveLength(2);
  expect(await formData(page)).toEqual(before);
  await page.close();
}
