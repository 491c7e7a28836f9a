// The PIN's bytes: in the card worker while it works (over the bridge in the app's worker, too), and nowhere afterwards.
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pairBridge, setBridgeStage } from "./harness/bridge.ts";
import { entering, nino, promptsOpen } from "./harness/login.ts";
import { base64Patterns, countInAll, described, digits, hitsInAll, patternsFor, processesOf } from "./harness/memory.ts";
import { shows, Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

describe.each(["direct", "bridge"] as const)("over the road %s", (road) => {
  it("no byte of the PIN is left in the extension's processes, the app's, storage, page or console", { timeout: 180_000 }, async () => {
    const pin = digits(6);
    const wrong = digits(6);
    // A PIN of six digits: four would turn up by chance in any browser's memory.
    const card = { profile: "sample6", loginPin: pin } as const;
    const bridge = road === "bridge" ? await setBridgeStage({ card }) : null;
    const stage = bridge?.stage ?? (await Stage.set({ card }));
    const said: string[] = [];
    try {
      const pid = stage.browser.process()?.pid;
      if (pid === undefined) throw new Error("no browser process");
      const app = bridge ? await pairBridge(bridge) : null;
      // Another page of the extension keeps its process alive, so that there is something to search afterwards.
      const home = await stage.openHome("help");
      const portal = await stage.openPortal();
      for (const page of [home, portal, ...(app ? [app] : [])]) page.on("console", (message) => said.push(message.text()));
      const prompt = await stage.ask(portal);
      prompt.on("console", (message) => said.push(message.text()));
      prompt.on("pageerror", (error) => said.push(String(error)));
      await shows(prompt, nino);
      const extension = (): readonly number[] => processesOf(pid).filter(({ role }) => role === "extension").map((one) => one.pid);
      // The bridge app's process is among the pages'.
      const others = (): readonly number[] => processesOf(pid).filter(({ role }) => role === "page" || role === "helper").map((one) => one.pid);
      expect(extension().length).toBeGreaterThan(0);

      await typePin(prompt, wrong, "whole");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      await prompt.waitForFunction(() => document.activeElement?.classList.contains("pin-field"), { polling: 50 });
      for (const digit of pin) await prompt.keyboard.press(digit as "0");
      // The control: while it is typed, the search finds it.
      expect(countInAll(extension(), patternsFor(pin))["8 bit"]).toBeGreaterThan(0);
      await entering(stage, portal, () => prompt.keyboard.press("Enter"));
      await until(() => promptsOpen(stage) === 0, "the window closes");
      expect(stage.portal.logins).toHaveLength(1);

      // A runtime port would make base64 of what is not sealed.
      const named = (which: string, value: string) => Object.fromEntries(Object.entries({ ...patternsFor(value), ...base64Patterns(value) }).map(([name, bytes]) => [`${which}, ${name}`, bytes]));
      const patterns = { ...named("the right one", pin), ...named("a wrong one", wrong) };
      // Each find is described, so that who reads of it can tell whose copy it was.
      expect(hitsInAll([...extension(), ...others()], patterns).map(described)).toEqual([]);
      const stored = await home.evaluate(async () => JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]));
      const page = await portal.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage }));
      const kept = (await app?.evaluate(() => JSON.stringify({ ...localStorage }))) ?? "";
      if (app) expect(JSON.parse(kept)).toEqual({ allowed: "emdmhjiannddegohdhodhlkejemgjbnc" });
      for (const place of [stored, page, kept, said.join("\n"), JSON.stringify(stage.card.log)]) {
        expect(place).not.toContain(pin);
        expect(place).not.toContain(wrong);
      }
      // What the browser itself keeps is out of an extension's reach: counted, and published in docs/SECURITY.md.
      const browser = processesOf(pid).filter(({ role }) => role === "browser").map((one) => one.pid);
      const left = [pin, wrong].map((value) => ({
        browserProcess: countInAll(browser, { ...patternsFor(value), ...base64Patterns(value) }),
        sharedTransport: countInAll([...extension(), ...others()], patternsFor(value), "transport"),
      }));
      const cache = new URL("../../node_modules/.cache/", import.meta.url);
      mkdirSync(cache, { recursive: true });
      writeFileSync(new URL(`pin-in-browser-${road}.json`, cache), `${JSON.stringify(left, null, 2)}\n`);
    } finally {
      await (bridge ?? stage).close();
    }
  });
});
