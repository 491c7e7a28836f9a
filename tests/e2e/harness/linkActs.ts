// Links of the official program's scheme, and a site beside the portal: a suite on the stage of the test that registers it.
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { extensionId } from "../../virtual/browser/launch.ts";
import { answerBrowser, takenForAllowed } from "./allowedSite.ts";
import { pressButton, pressButtonText, promptsOpen, verifies } from "./login.ts";
import { clickOnce, hostsBrought, otherLinks } from "./linkPage.ts";
import { look, picture, screensFolder } from "./look.ts";
import type { TestVault } from "./openVault.ts";
import { clickOverlay, cornerOf, type OverlayElement, overlayElements, overlayTexts, placeOf } from "./overlay.ts";
import { allowedHost, documentShown, fillIn, signingPin, windowGone } from "./signPage.ts";
import { shows, Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

/** @param table what the test has set: there once its tests run */
export function linkActs(table: () => { readonly stage: Stage; readonly vault: TestVault }): void {
  describe("links of the official program's scheme", () => {
    const open = async (stage: Stage, mode: string): Promise<Page> => {
      const page = await stage.openPortal(`/unitool?mode=${mode}`);
      await page.click("#sign");
      return page;
    };

    it("a document is fetched, shown, signed and sent back; a server that fails loses nothing; a hash comes back as CMS", async () => {
      const { stage, vault } = table();
      const { unitool } = stage.portal;
      // A script's click without the person's is nothing.
      const quiet = await stage.openPortal("/unitool?mode=document");
      await quiet.evaluate(() => document.getElementById("sign")?.click());
      await quiet.close();
      expect(unitool.asked).toEqual([]);

      const page = await open(stage, "document");
      const prompt = await stage.prompt();
      await shows(prompt, "ხელშეკრულება № 7");
      await shows(prompt, text("unitool_to"));
      await documentShown(prompt);
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      await look(prompt, "prompt-unitool", 480, 670, "unitool_title", false);
      await otherLinks(page);
      const { brought } = await hostsBrought(page);
      const notices = async (): Promise<readonly OverlayElement[]> => await overlayElements(page, "link-notice");
      const told = async (): Promise<void> => await until(async () => (await overlayTexts(page, "link-notice-text")).includes(text("unitool_click_busy")), "the page says why nothing opened");
      // The same link once more, and by a double click, needs no answer; another one, while that window is open, has it beside it.
      await page.bringToFront();
      await page.click("#sign", { count: 2 });
      await page.bringToFront();
      await page.click("#second", { count: 2 });
      await told();
      expect(await brought()).toBe(1);
      const [notice] = await notices();
      if (!notice) throw new Error("no notice");
      const corner = await cornerOf(page, notice);
      const link = await page.$eval("#second", (one) => one.getBoundingClientRect().toJSON() as DOMRect);
      expect(link.left).toBeGreaterThan(100);
      expect(Math.abs(corner.x - link.left)).toBeLessThan(1.5);
      expect(Math.abs(corner.y - link.bottom - 8)).toBeLessThan(1.5);
      await picture(page, `${screensFolder}page-link-busy-ka-wide-light.png`);
      await clickOverlay(page, "link-notice-close");
      await until(async () => (await notices()).length === 0, "the notice is gone");
      // Two links at once: one notice, the later one. With the pointer on it it stays, until there is nothing left to wait for.
      await page.evaluate(() => {
        for (const id of ["second", "third"]) document.getElementById(id)?.click();
      });
      await until(async () => (await brought()) === 3, "both are answered");
      await told();
      const [last, ...more] = await notices();
      expect(more).toEqual([]);
      if (!last) throw new Error("no notice");
      const middle = await placeOf(page, last);
      await page.mouse.move(middle.x, middle.y);
      expect(promptsOpen(stage)).toBe(1);
      await prompt.bringToFront();
      unitool.failures = 1;
      await prompt.focus(".pin-field");
      await typePin(prompt, signingPin);
      await shows(prompt, text("unitool_not_taken", { STATUS: 503 }));
      await pressButton(prompt, "common_try_again");
      await until(() => unitool.results.length === 1, "the site has it");
      expect(unitool.results[0]).toMatchObject({ mode: "document", type: "application/pdf", why: null, cookie: false, signer: expect.stringContaining("ტესტაძე") as string });
      // Nobody else keeps a copy: into the vault, if the person wants.
      await shows(prompt, text("unitool_sent"));
      await look(prompt, "prompt-unitool-keep", 480, 670, "sign_doc_prompt_done", false);
      await pressButton(prompt, "sign_keep");
      await shows(prompt, text("sign_keep_stored"));
      expect(await call(vault.page, "documents", "search", {})).toMatchObject({ documents: expect.arrayContaining([expect.objectContaining({ name: `document-${text("sign_doc_suffix")}.pdf`, source: "signed" })]) as unknown });
      await pressButton(prompt, "common_close");
      await windowGone(stage);
      await until(async () => (await notices()).length === 0, "what was in the way is over, and so is the notice");
      await page.close();

      const other = await open(stage, "hash");
      const second = await stage.prompt();
      await shows(second, text("sign_prompt_unseen"));
      await typePin(second, signingPin);
      await until(() => unitool.results.length === 2, "the site has it");
      expect(unitool.results[1]).toMatchObject({ mode: "hash", why: null, cookie: false });
      await windowGone(stage);
      await other.close();
    });

    it("what is hostile or broken is refused, with a reason, before a PIN is asked; nothing reaches another site", async () => {
      const { stage } = table();
      const { unitool } = stage.portal;
      const sent = unitool.results.length;
      const used = verifies(stage);
      const expected = {
        file: text("unitool_problem_scheme", { WHAT: "file://" }),
        plain: text("unitool_problem_scheme", { WHAT: "http://www.my.gov.ge" }),
        other: text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
        "submit-other": text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
        "link-site": text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
        link: text("unitool_problem_link"),
        "login-key": text("unitool_problem_field", { WHAT: "keyId" }),
        "init-large": text("unitool_problem_init_size"),
        "init-type": text("unitool_problem_init_type"),
        redirect: text("unitool_problem_redirect"),
        "document-redirect": text("unitool_problem_redirect"),
        oversized: text("unitool_problem_document_size"),
        "not-pdf": text("unitool_problem_document_type"),
      };
      const page = await stage.openPortal("/unitool?mode=file");
      for (const [mode, said] of Object.entries(expected)) {
        if (mode !== "file") await page.goto(`https://www.my.gov.ge/unitool?mode=${mode}`);
        await page.bringToFront();
        await page.click("#sign");
        const prompt = await stage.prompt();
        await shows(prompt, said);
        await shows(prompt, text("sign_form_nothing"));
        expect(await prompt.$(".pin-field"), mode).toBeNull();
        if (mode === "other") await look(prompt, "prompt-unitool-refused", 480, 670, "sign_form_trouble", false);
        await pressButton(prompt, "common_close");
        await windowGone(stage);
      }
      await page.goto("https://www.my.gov.ge/unitool?mode=submit-redirect");
      await page.click("#sign");
      const prompt = await stage.prompt();
      await documentShown(prompt);
      await typePin(prompt, signingPin);
      await shows(prompt, text("unitool_not_sent_redirect"));
      await shows(prompt, text("sign_form_not_lost"));
      await prompt.close();
      expect(unitool.results.length).toBe(sent);
      expect(unitool.asked.filter((one) => one.includes("uckho"))).toEqual([]);
      expect(verifies(stage)).toBe(used + 1);
      await page.close();
    });

    it("a time stamp is asked for and left out by who can't give it; a card without RSA is told so; a frame is named with the page around it", async () => {
      const { stage } = table();
      const { unitool } = stage.portal;
      const sent = unitool.results.length;
      const used = verifies(stage);
      const page = await open(stage, "stamp");
      const prompt = await stage.prompt();
      await shows(prompt, text("unitool_stamp_title"));
      await look(prompt, "prompt-unitool-stamp", 480, 670, "unitool_stamp_title", false);
      // The person says yes; the authority's host is another matter to the browser, so nobody is asked.
      await answerBrowser(prompt, true);
      await pressButtonText(prompt, text("unitool_stamp_yes", { HOST: "tsa.cra.ge" }));
      await documentShown(prompt);
      await shows(prompt, text("sign_doc_prompt_stamp", { HOST: "tsa.cra.ge" }));
      await typePin(prompt, signingPin);
      await until(() => unitool.results.length === sent + 1, "the site has it");
      expect(unitool.results[sent]).toMatchObject({ mode: "stamp", why: null });
      await shows(prompt, text("sign_reached_bare"));
      await shows(prompt, text("sign_error_NETWORK_NOT_ALLOWED"));
      await look(prompt, "prompt-unitool-bare", 480, 670, "sign_doc_prompt_done", false);
      await pressButton(prompt, "common_close");
      await windowGone(stage);

      // Asked, but nobody is there: the site gets the signature as it is, and the person learns what it lacks.
      await page.bringToFront();
      await page.click("#sign");
      const down = await stage.prompt();
      await shows(down, text("unitool_stamp_title"));
      await answerBrowser(down, true);
      await takenForAllowed(down);
      await pressButtonText(down, text("unitool_stamp_yes", { HOST: "tsa.cra.ge" }));
      await documentShown(down);
      await typePin(down, signingPin);
      await until(() => unitool.results.length === sent + 2, "the site has it");
      expect(unitool.results[sent + 1]).toMatchObject({ mode: "stamp", why: null, signer: expect.stringContaining("ტესტაძე") as string });
      await shows(down, text("sign_reached_bare"));
      await shows(down, text("sign_error_NETWORK_FAILED"));
      await pressButton(down, "common_close");
      await windowGone(stage);

      stage.reader.removeCard(0);
      stage.reader.insertCard(0, await Stage.card({ profile: "georgia2ec", signingPin }));
      await page.goto("https://www.my.gov.ge/unitool?mode=hash");
      await page.bringToFront();
      await page.click("#sign");
      const curves = await stage.prompt();
      await shows(curves, text("error_KEY_OTHER_title"));
      expect(await curves.$(".pin-field")).toBeNull();
      await look(curves, "prompt-unitool-curves", 480, 670, "error_KEY_OTHER_title", false);
      await curves.close();
      await windowGone(stage);
      stage.reader.removeCard(0);
      stage.reader.insertCard(0, stage.card);

      // In a page that the extension may not serve a frame of the portal's gets nothing; in one it may, both are named.
      for (const around of ["www.uckho.ge", allowedHost]) {
        await page.goto(`https://${around}/unitool?mode=hash&framed=https://www.my.gov.ge`);
        await page.bringToFront();
        const frame = await (await page.waitForSelector("#framed"))?.contentFrame();
        const link = await frame?.waitForSelector("#sign");
        if (!frame || !link) throw new Error("no link in a frame");
        await clickOnce(frame, link);
        if (around !== allowedHost) {
          await frame.waitForSelector("moqalaqe-overlay");
          expect(promptsOpen(stage)).toBe(0);
          await picture(page, `${screensFolder}page-link-framed-ka-wide-light.png`);
          continue;
        }
        const framed = await stage.prompt();
        await shows(framed, text("prompt_embedded", { ORIGIN: allowedHost }));
        await shows(framed, text("sign_prompt_unseen"));
        expect(promptsOpen(stage)).toBe(1);
        await look(framed, "prompt-unitool-framed", 480, 670, "unitool_title", false);
        await framed.close();
        await windowGone(stage);
      }
      expect(verifies(stage)).toBe(used + 2);
      await page.close();
    });
  });

  describe("on a site that the person allowed", () => {
    it("a form is signed from the popup, a link is followed, and another address of the site is asked for by name", async () => {
      const { stage, vault } = table();
      const { office, unitool } = stage.portal;
      const [before, sent] = [office.applications.length, unitool.results.length];
      const popup = await stage.browser.newPage();
      await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
      await shows(popup, text("popup_sign"));
      const page = await stage.openPortal("/services/address/apply?markup=classic", `https://${allowedHost}`);
      await fillIn(page, null);
      await page.bringToFront();
      await pressButton(popup, "popup_sign");
      const prompt = await stage.prompt();
      await shows(prompt, allowedHost);
      await documentShown(prompt);
      await typePin(prompt, signingPin);
      await until(() => office.applications.length === before + 1, "the site has it");
      await windowGone(stage);

      await page.goto(`https://${allowedHost}/unitool?mode=document`);
      await page.bringToFront();
      await page.click("#sign");
      const link = await stage.prompt();
      await documentShown(link);
      await typePin(link, signingPin);
      await until(() => unitool.results.length === sent + 1, "the site has it");
      expect(unitool.results[sent]).toMatchObject({ mode: "document", why: null, cookie: false });
      // The vault is locked by then: the copy waits there, sealed.
      await shows(link, text("sign_keep"));
      await vault.lock();
      await pressButton(link, "sign_keep");
      await shows(link, text("sign_keep_sealed"));
      await pressButton(link, "common_close");
      await windowGone(stage);

      await page.goto(`https://${allowedHost}/unitool?mode=other-host`);
      await page.bringToFront();
      await page.click("#sign");
      const other = await stage.prompt();
      await shows(other, text("unitool_allow_title"));
      await look(other, "prompt-unitool-allow", 480, 670, "unitool_allow_title", false);
      await answerBrowser(other, false);
      await pressButtonText(other, text("unitool_allow", { HOSTS: "docs.kutaisi.ge" }));
      await shows(other, text("unitool_problem_permission"));
      await shows(other, text("sign_form_nothing"));
      await pressButton(other, "common_close");
      await windowGone(stage);
      expect(unitool.asked.filter((one) => one.includes("docs.kutaisi.ge"))).toEqual([]);
      await page.close();
    });
  });
}
