// The same database in two records of one organisation: looked at, made one, and taken apart when the page was left.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { consentOf, holdingOf, organisationOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { openDetails } from "./documents.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect } from "./vault.ts";

const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000006${String(n).padStart(2, "0")}`;
const clinic = organisationOf({ id: id(1), name: "კლინიკა „მზე“" });
const first = holdingOf({ id: id(11), organisationId: id(1), database: { name: "პაციენტები", location: null }, purposes: ["მკურნალობა"], basis: "contract", data: [{ name: "დიაგნოზი", special: "health" }] });
const second = holdingOf({ id: id(12), organisationId: id(1), database: { name: "„პაციენტები“", location: "ქუთაისი" }, purposes: ["ანგარიშსწორება"], basis: "consent", data: [{ name: "მისამართი", special: null }] });
const agreed = consentOf({ id: id(21), organisationId: id(1), holdingId: id(12), purpose: "შეხსენებები" });

const record = async (page: Page, which: string): Promise<Readonly<Record<string, unknown>> | undefined> => ((await call(page, "records", "get", "consents", which)) as { readonly value: Readonly<Record<string, unknown>> } | null)?.value;

/** From the notice on the organisation's page to one record, and back. */
export async function databasesMadeOne(page: Page): Promise<void> {
  await call(page, "records", "commit", [{ collection: "organisations", id: clinic.id, value: clinic }, ...[first, second, agreed].map((value) => ({ collection: "consents", id: value.id, value }))]);
  await go(page, `#data/organisation/${clinic.id}`);
  await shows(page, text("data_alike_maybe"));
  await page.waitForSelector(`a[href="#data/alike/${first.id}/${second.id}"]`);
  await go(page, `#data/alike/${first.id}/${second.id}`);
  await shows(page, text("data_alike_title", { NAME: "პაციენტები" }));
  await shows(page, text("data_alike_moves", { WHAT: text("data_back_consent", { COUNT: 1 }) }));
  // Nothing is written yet.
  expect((await record(page, agreed.id))?.["holdingId"]).toBe(second.id);
  await page.evaluate((said) => [...document.querySelectorAll("label")].find((one) => one.textContent === said)?.click(), text("data_basis_consent"));
  await lookAround(page, "alike");
  await press(page, "data_same_yes");
  await until(async () => (await record(page, second.id)) === undefined, "one of the two is gone");
  expect(await record(page, first.id)).toMatchObject({ basis: "consent", database: { name: "პაციენტები", location: "ქუთაისი" }, purposes: ["მკურნალობა", "ანგარიშსწორება"], data: [{ name: "დიაგნოზი" }, { name: "მისამართი" }] });
  expect((await record(page, agreed.id))?.["holdingId"]).toBe(first.id);
  await page.reload();
  await connect(page);
  await shows(page, text("data_alike_joined"));
  await openDetails(page, text("data_alike_joined"));
  await lookAround(page, "alike-joined");
  await press(page, "data_same_apart");
  await until(async () => (await record(page, second.id)) !== undefined, "they are two again");
  expect([await record(page, first.id), await record(page, second.id)].map((one) => [one?.["basis"], one?.["purposes"]])).toEqual([["contract", ["მკურნალობა"]], ["consent", ["ანგარიშსწორება"]]]);
  expect((await record(page, agreed.id))?.["holdingId"]).toBe(second.id);
  await call(page, "records", "commit", [{ collection: "organisations", id: clinic.id, remove: true }, ...[first, second, agreed].map((one) => ({ collection: "consents", id: one.id, remove: true }))]);
}
