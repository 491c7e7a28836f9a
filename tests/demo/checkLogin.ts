// The demo without a screen: each step of a login and a signature, looked at as a person would, with a mark.
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { askForSignature, beginCare, fillAll } from "../e2e/harness/care.ts";
import { pressButton } from "../e2e/harness/login.ts";
import { text } from "../e2e/harness/texts.ts";
import { portalOrigin, shows, Stage, typePin } from "../e2e/harness/stage.ts";
import { until } from "../e2e/harness/until.ts";

class Steps {
  failed = false;

  async step(name: string, act: () => Promise<string | undefined | void>): Promise<void> {
    if (this.failed) return console.log(`- ${name}: not tried`);
    const start = performance.now();
    try {
      const note = await act();
      console.log(`✓ ${name}${note ? `: ${note}` : ""} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      this.failed = true;
      console.log(`✗ ${name}\n  ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function expect(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

/** @returns whether every step went as it should. */
export async function checkLogin(inside: boolean): Promise<boolean> {
  const steps = new Steps();
  let stage: Stage | null = null;
  let portal: Page | null = null;
  let prompt: Page | null = null;
  const on = () => {
    if (!stage || !portal) throw new Error("no browser");
    return { stage, portal };
  };
  const extension = fileURLToPath(new URL(inside ? "../../dist-demo" : "../../dist", import.meta.url));
  try {
    await steps.step("the browser starts with the extension", async () => {
      stage = await Stage.set({ inside, extension });
      return await stage.browser.version();
    });
    await steps.step("the portal opens", async () => {
      if (stage) portal = await stage.openPortal();
      return portalOrigin;
    });
    await steps.step("“with the new identity card” opens the extension's own window", async () => {
      const { stage: s, portal: p } = on();
      prompt = await s.ask(p);
    });
    await steps.step("the card is read before anything is asked", async () => {
      if (prompt) await shows(prompt, "ნინო ტესტაძე");
      return "ნინო ტესტაძე";
    });
    await steps.step("a wrong PIN costs one try, and the window says so", async () => {
      const { stage: s } = on();
      if (prompt) {
        await typePin(prompt, "4321", "whole");
        await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      }
      if (!inside) expect(s.card.counters().login.left === 2, "the card counts otherwise");
    });
    await steps.step("the right PIN logs in, and the portal checks the token", async () => {
      const { stage: s } = on();
      // The server is asked, not the tab's frame: see `entering` in tests/e2e/harness/login.ts.
      if (prompt) await typePin(prompt, "1234", "whole");
      await until(() => s.portal.logins.length + s.portal.refusals.length > 0, "the portal is asked to let the person in", 30_000);
      expect(s.portal.logins.length === 1, `the portal refused: ${s.portal.refusals.join(", ")}`);
      const person = s.portal.logins[0]?.person;
      return `${person?.name}, ${person?.personalNumber}`;
    });
    await steps.step("the first time, the portal asks for a phone number and an e-mail address", async () => {
      const { portal: p } = on();
      await p.bringToFront();
      await p.waitForSelector('input[name="phone"]');
      await p.type('input[name="phone"]', "599 12 34 56");
      await p.type('input[name="mail"]', "nino@example.ge");
      await p.click("form button");
      await p.waitForSelector("#number");
    });
    await steps.step("the extension's window has gone", async () => {
      const { stage: s } = on();
      await until(() => !s.browser.targets().some((target) => target.url().includes("/prompt.html")), "the window closes", 5_000);
      return inside ? undefined : `${s.card.log.length} APDUs went to the card`;
    });
    let signing: Page | null = null;
    await steps.step("a site asks for a signature: the certificate leaves after a click", async () => {
      const { stage: s } = on();
      signing = (await askForSignature(s, "ნინო ტესტაძე")).prompt;
      await shows(signing, text("error_PIN_NOT_SET_title"));
    });
    await steps.step("there is no signing PIN yet: it is created from the envelope's code, in the same window", async () => {
      if (!signing) return;
      await pressButton(signing, "care_title_create");
      await shows(signing, text("care_once_title"));
      await beginCare(signing, "create-signing");
      await fillAll(signing, "create-signing", "54321", "739154");
      await shows(signing, text("care_done_create"));
    });
    await steps.step("the new signing PIN signs, and the site's server checks the signature", async () => {
      const { stage: s } = on();
      if (signing) await typePin(signing, "739154", "whole");
      await until(() => s.portal.signatures.length === 1, "the server takes the signature", 30_000);
      const signature = s.portal.signatures[0];
      return `${signature?.holder}, ${signature?.hashFunction}`;
    });
  } finally {
    await (stage as Stage | null)?.close();
  }
  console.log(steps.failed ? "\nIt did not work." : "\nLogin and signature work.");
  return !steps.failed;
}
