// Drafts that are all that is left of something, and a disk that takes nothing more.
import type { Page, WebWorker } from "puppeteer";
import { expect } from "vitest";
import type { LaunchedBrowser } from "../../virtual/browser/launch.ts";
import { consentOf, organisationOf } from "../../unit/consent/build.ts";
import { chooseOrganisation } from "./comboActs.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

type Stored = { readonly value: Readonly<Record<string, unknown>> } | null;
const [organisationId, consentId, holdingId] = ["7f0b1c2d-0000-4000-8000-000000000031", "7f0b1c2d-0000-4000-8000-000000000032", "7f0b1c2d-0000-4000-8000-000000000033"] as const;
const stored = async (page: Page, collection: string, id: string): Promise<Stored> => (await call(page, "records", "get", collection, id)) as Stored;
const remove = (page: Page, ...all: readonly (readonly [string, string])[]): Promise<unknown> => call(page, "records", "commit", all.map(([collection, id]) => ({ collection, id, remove: true })));

/** As a build wrote them whose drafts did not have the record that they were about; it was removed since. */
async function oldDraft(page: Page, place: string, value: object): Promise<void> {
  await call(page, "records", "put", "drafts", `form #${place}`, { type: "ownForm", at: Date.now() - 60_000, base: "2026-11-01T10:00:00.000Z", value }, null);
}

/** What was written about an organisation and two consents that are no longer there is shown, said to be alone, and can be saved. */
export async function oldDrafts(page: Page): Promise<void> {
  await oldDraft(page, `data/who/${organisationId}`, { changes: { address: "ზუგდიდი, კოსტავას 5", phone: null } });
  await go(page, `#data/who/${organisationId}`);
  await shows(page, text("data_lost_early_organisation"));
  await lookAround(page, "lost-organisation");
  await press(page, "data_save");
  await shows(page, text("data_who_need_name"));
  await fill(page, "data_who_name", "ფიტნესკლუბი „ძალა“");
  await press(page, "data_save");
  await page.waitForFunction((hash: string) => location.hash === hash, { polling: 50 }, `#data/organisation/${organisationId}`);
  expect(await stored(page, "organisations", organisationId)).toMatchObject({ value: { name: "ფიტნესკლუბი „ძალა“", address: "ზუგდიდი, კოსტავას 5" } });

  for (const [place, words] of [[`data/consent/${consentId}`, "თანახმა ვარ სიახლეებზე."], [`data/consented/${holdingId}`, "თანახმა ვარ ფოტოზე."]] as const) {
    await oldDraft(page, place, { written: { purpose: "სიახლეები", text: words }, where: "", state: "", on: "2026-11-20" });
    await go(page, `#${place}`);
    await shows(page, text("data_lost_early_consent"));
    if (place.includes("consented")) await lookAround(page, "lost-consent");
    await press(page, "data_save");
    await shows(page, text("data_need_organisation"));
    await chooseOrganisation(page, "dzala", "ფიტნესკლუბი „ძალა“");
    await press(page, "data_save");
    await page.waitForFunction((hash: string) => location.hash === hash, { polling: 50 }, `#data/organisation/${organisationId}`);
    await shows(page, words);
  }
  expect(await stored(page, "consents", consentId)).toMatchObject({ value: { organisationId, holdingId: null, text: "თანახმა ვარ სიახლეებზე.", events: [{ state: "given" }] } });
  await until(async () => ((await call(page, "records", "list", "drafts")) as readonly { readonly id: string }[]).every((one) => !one.id.startsWith("form #")), "what was saved is no draft any more");
  // An address with no draft is still nobody's.
  await go(page, `#data/consent/${holdingId}`);
  await shows(page, text("data_gone"));
  await go(page, `#data/organisation/${organisationId}`);
  await press(page, "data_remove");
  await press(page, "data_remove_yes");
  await shows(page, text("data_removed", { NAME: "ფიტნესკლუბი „ძალა“" }));
  await press(page, "common_close");
}

/** The browser's history knows nothing of a wizard's step any more, as after a restart: it goes on where it was left, not at its beginning. */
async function goesOnWhereItStopped(page: Page, name: string): Promise<void> {
  await go(page, "#data/ask");
  await press(page, "data_kind_erase");
  await press(page, "data_go_on");
  await chooseOrganisation(page, "სარეც", name);
  await press(page, "data_go_on");
  await shows(page, text("data_wizard_details"));
  await until(async () => ((await call(page, "records", "list", "drafts")) as readonly { readonly id: string }[]).some(({ id }) => id === "form #data/ask"), "it is kept");
  await go(page, "#data/requests");
  await go(page, "#data/ask");
  await shows(page, text("data_goes_on").split("$")[0] ?? "");
  await shows(page, text("data_wizard_details"));
  await press(page, "data_begin_anew");
  await shows(page, text("data_wizard_what"));
}

/** A letter is being written, and another window removes whom it is to: kept with its request, whoever that is is on record again. */
export async function nobodyLeft(page: Page): Promise<void> {
  const name = "სარეცხი „ქაფი“";
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name }) }]);
  await go(page, "#data/organisations");
  await shows(page, name);
  await goesOnWhereItStopped(page, name);
  await go(page, `#data/ask/access/${organisationId}`);
  await fill(page, "data_person_name", "გელაშვილი ნინო");
  await press(page, "data_to_letter");
  await shows(page, text("data_wizard_letter"));
  await remove(page, ["organisations", organisationId]);
  await until(async () => (await stored(page, "organisations", organisationId)) === null, "it is gone");
  await press(page, "data_keep_request");
  await page.waitForFunction(() => location.hash.startsWith("#data/request/"), { polling: 50 });
  expect(await stored(page, "organisations", organisationId)).toMatchObject({ value: { name } });
  const id = await page.evaluate(() => location.hash.split("/")[2] ?? "");
  await go(page, "#data/requests");
  await remove(page, ["organisations", organisationId], ["requests", id]);
}

async function vaultWorker(browser: LaunchedBrowser["browser"]): Promise<WebWorker> {
  const offscreen = await (await browser.waitForTarget((target) => target.url().includes("offscreen.html"))).asPage();
  const found = offscreen.workers().find((one) => one.url().includes("vault.worker"));
  if (!found) throw new Error("no vault worker");
  return found;
}

/** The vault's own database refuses, as the browser's does on a full disk. */
async function fillDatabase(worker: WebWorker, full: boolean): Promise<void> {
  await worker.evaluate((isFull) => {
    const { prototype } = IDBObjectStore;
    const kept = globalThis as unknown as { realPut?: typeof prototype.put };
    // oxlint-disable-next-line typescript/unbound-method -- called with its store
    kept.realPut ??= prototype.put;
    prototype.put = isFull
      ? () => {
          throw new DOMException("no space left", "QuotaExceededError");
        }
      : kept.realPut;
  }, full);
}

/** No room: what is typed and what is saved is said not to be kept, and stays; with room again, it goes in. */
export async function fullDisk(page: Page, browser: LaunchedBrowser["browser"]): Promise<void> {
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name: "საცურაო აუზი" }) }, { collection: "consents", id: consentId, value: consentOf({ id: consentId, organisationId, holdingId: null }) }]);
  const worker = await vaultWorker(browser);
  await go(page, `#data/who/${organisationId}`);
  await shows(page, text("data_who_edit"));
  await fillDatabase(worker, true);
  try {
    await fill(page, "data_who_address", "გორი");
    await shows(page, text("data_draft_unkept"));
    await press(page, "data_save");
    await shows(page, `${text("vault_error_QUOTA_FULL")} ${text("data_unsaved_stays")}`);
    // Where the button is, far below the form's beginning, it is in sight.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.$eval(".data-unsaved", (one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await lookAround(page, "full-disk");
    expect(await stored(page, "organisations", organisationId)).toMatchObject({ value: { name: "საცურაო აუზი" } });
    await go(page, `#data/organisation/${organisationId}`);
    await page.waitForFunction((name: string) => document.querySelector("article h3")?.textContent === name, { polling: 50 }, "საცურაო აუზი");
  } finally {
    await fillDatabase(worker, false);
  }
  await go(page, `#data/who/${organisationId}`);
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some((one) => one.value === "გორი"), { polling: 50 });
  await press(page, "data_save");
  await until(async () => JSON.stringify(await stored(page, "organisations", organisationId)).includes("გორი"), "with room again, it is saved");
  await remove(page, ["organisations", organisationId], ["consents", consentId]);
}
