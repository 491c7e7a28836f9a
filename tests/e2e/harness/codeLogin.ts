// A portal that draws its login step by step in one page: a password alone, a code sent to a telephone, and then somebody is known.
import type { Page } from "puppeteer";
import { overlayElements } from "./overlay.ts";
import { until } from "./until.ts";

const forms = {
  password: '<form><label>პაროლი<input type="password"></label><button>შემდეგი</button></form>',
  code: '<div role="form"><label>SMS-ით მიღებული კოდი<input type="tel"></label></div>',
} as const;

/** Goes through these steps as a person does. */
export async function codeLogin(page: Page, steps: readonly (keyof typeof forms)[]): Promise<void> {
  // Whoever was in has gone.
  await page.deleteCookie(...(await page.cookies("https://www.my.gov.ge")));
  await page.goto("https://www.my.gov.ge/password", { waitUntil: "load" });
  await page.bringToFront();
  await until(async () => (await overlayElements(page, "handle")).length > 0, "the tools are there");
  for (const step of [...steps, null]) {
    await page.evaluate((html) => {
      document.body.innerHTML = `<main>${html ?? "<p>გამარჯობა</p><button>გასვლა</button>"}</main>`;
      document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    }, step && forms[step]);
    if (step === null) return;
    await page.type("input", "1");
    if (step === "password") await page.click("button");
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
