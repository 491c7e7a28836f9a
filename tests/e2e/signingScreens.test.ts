// The screens of signing and card care, in both languages, light and dark, narrow and wide: one person's way from a card
// without a signing PIN to a signature.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { it } from "vitest";
import { beginCare, fill, fillAll, openCare } from "./harness/care.ts";
import { look, screensFolder } from "./harness/look.ts";
import { nino, onStage, pressButton } from "./harness/login.ts";
import { shows, typePin } from "./harness/stage.ts";
import { type Key, text } from "./harness/texts.ts";

const signingPin = "739154";
const prompt = (page: Page, name: string, title: Key): Promise<void> => look(page, `prompt-${name}`, 480, 670, title, false);

it("screens of signing and card care", { timeout: 180_000 }, () =>
  onStage({}, async (stage) => {
    mkdirSync(screensFolder, { recursive: true });
    const home = await stage.openHome();
    await shows(home, text("care_home_title"));
    await look(home, "home-care", 1100, 800, "care_home_title");
    const login = await openCare(stage, home, "change-login");
    await beginCare(login, "change-login");
    await fillAll(login, "change-login", "1234", "4827");
    await prompt(login, "care-done", "care_done_login");
    await login.close();

    const site = await stage.openPortal("/sign");
    await site.click("#sign");
    const consent = await stage.prompt();
    await shows(consent, nino);
    await prompt(consent, "certificate", "sign_prompt_certificate_share");
    await pressButton(consent, "sign_prompt_certificate_share");
    const page = await stage.otherPrompt(consent);
    await prompt(page, "sign-no-pin", "error_PIN_NOT_SET_title");
    await shows(page, text("care_here_create"));
    await pressButton(page, "care_title_create");
    await prompt(page, "care-explain", "care_once_title");
    await beginCare(page, "create-signing");
    await fill(page, text("care_current_create", { COUNT: 5 }), "54321");
    await fill(page, text("care_fresh", { COUNT: 6 }), "111111");
    await prompt(page, "care-weak", "care_weak_same");
    await page.focus(".pin-field");
    await fill(page, text("care_fresh", { COUNT: 6 }), signingPin);
    await fill(page, text("care_again", { COUNT: 6 }), signingPin);
    await shows(page, text("sign_prompt_unseen"));
    await prompt(page, "sign", "sign_prompt_submit");
    await page.focus(".pin-field");
    await typePin(page, "739155");
    await shows(page, text("prompt_wrong", { COUNT: 2 }));
    await typePin(page, "739156");
    await prompt(page, "sign-last-try", "sign_prompt_last_text");
  }));
