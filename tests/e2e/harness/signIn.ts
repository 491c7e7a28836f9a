// In the practice portal with a password: for pages that only somebody who is signed in sees, where no card is needed.
import type { Page } from "puppeteer";
import type { Stage } from "./stage.ts";

/** Has had her own password for long. */
export const mariam = { user: "mariam@example.org", password: "Saidumlo-77-ktv", personalNumber: "99003030303" } as const;
/** Comes with the one-time password that he was given at registration. */
export const giorgi = { user: "giorgi@example.org", password: "Pirveli-2026", personalNumber: "99002020202" } as const;

/** Signs in as a person does. Mariam's mobile and mail are known, so that her first page is her own. */
export async function signIn(stage: Stage, page: Page, who: { readonly user: string; readonly password: string } = mariam): Promise<void> {
  if (who === mariam) stage.portal.contacts.set(mariam.personalNumber, { phone: "599 12 34 56", mail: mariam.user });
  await page.goto("https://www.my.gov.ge/password", { waitUntil: "load" });
  await page.type("input[name=user]", who.user);
  await page.type("input[name=password]", who.password);
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click("form button")]);
}
