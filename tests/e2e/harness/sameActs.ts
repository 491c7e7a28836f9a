// Two records of one organisation: looked at, made one, and made two again.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { openDetails } from "./documents.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect } from "./vault.ts";

const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000003${String(n).padStart(2, "0")}`;
const stays = organisationOf({ id: id(1), name: "სს „კავკასიის ბანკი“", registryCode: "204-111-111", email: "old@bank.ge" });
const goes = organisationOf({ id: id(2), name: "კავკასიის ბანკი", nameEn: "Caucasus Bank", registryCode: "204111111", email: "new@bank.ge", address: "თბილისი, რუსთაველის 1" });
const shop = organisationOf({ id: id(3), name: "მაღაზია" });
const cards = holdingOf({ id: id(11), organisationId: id(2), purposes: ["ბარათის გაცემა"] });
const orders = holdingOf({ id: id(12), organisationId: id(3), purposes: ["შეკვეთა"], recipients: [{ name: "ბანკი", organisationId: id(2), role: "thirdParty", purpose: null }] });
const offers = consentOf({ id: id(21), organisationId: id(2), holdingId: id(11), purpose: "საბანკო რეკლამა" });
const asked = { ...requestOf("access", "self", [happened("sent", "2026-11-20")]), id: id(31), organisationId: id(2) };

const record = (page: Page, room: string, which: string): Promise<{ readonly value: Readonly<Record<string, unknown>> } | null> => call(page, "records", "get", room, which) as Promise<{ readonly value: Readonly<Record<string, unknown>> } | null>;
const ownerOf = async (page: Page, room: string, which: string): Promise<unknown> => (await record(page, room, which))?.value["organisationId"];
const documentOf = async (page: Page, words: string) => ((await call(page, "documents", "search", { text: words })) as { readonly documents: readonly { readonly documentId: string; readonly organisation: string | null }[] }).documents[0];
const documentName = async (page: Page, words = "ბარათის წესები"): Promise<unknown> => (await documentOf(page, words))?.organisation;

/** Two of one name: nothing goes "from it to it". */
async function alike(page: Page): Promise<void> {
  const place = await page.evaluate(() => location.hash);
  await call(page, "records", "commit", [{ collection: "organisations", id: id(5), value: { ...goes, id: id(5) } }]);
  await go(page, `#data/same/${id(5)}/${goes.id}`);
  await shows(page, text("data_same_moves_alike", { WHAT: [text("data_back_holding", { COUNT: 1 }), text("data_back_consent", { COUNT: 1 }), text("data_back_request", { COUNT: 1 })].join(", ") }));
  await call(page, "records", "commit", [{ collection: "organisations", id: id(5), remove: true }]);
  await go(page, place);
  await shows(page, text("data_same_stay"));
}

/** By the list's hint to both pages, the choice, the sentences; one writing, its undoing, an address of before, and "they are two". */
export async function madeOne(page: Page): Promise<void> {
  await call(page, "records", "commit", [
    ...[stays, goes, shop].map((value) => ({ collection: "organisations", id: value.id, value })),
    ...[cards, orders, offers].map((value) => ({ collection: "consents", id: value.id, value })),
    { collection: "requests", id: asked.id, value: asked },
  ]);
  for (const name of ["ბარათის წესები.txt", "სესხის პირობები.txt"]) await page.evaluate((organisation, title) => (globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> }).vault("documents", "add", new File([title], title, { type: "text/plain" }), { name: title, organisation }).then(() => undefined), goes.name, name);
  // The one of which nobody knows what it holds is not offered to be asked a second time where a request is open.
  await call(page, "records", "commit", [{ collection: "organisations", id: id(4), value: organisationOf({ id: id(4), name: "მდუმარე" }) }, { collection: "requests", id: id(32), value: { ...asked, id: id(32), organisationId: id(4) } }]);
  await go(page, "#data/holdings");
  await page.waitForFunction((words: string) => document.querySelector("section[aria-labelledby=unknown-title]")?.textContent?.includes(words), { polling: 50 }, `მდუმარე${text("data_requests_open", { COUNT: 1 })}`);
  await call(page, "records", "commit", [{ collection: "organisations", id: id(4), remove: true }, { collection: "requests", id: id(32), remove: true }]);
  await go(page, "#data/organisations");
  await shows(page, text("data_same_maybe", { COUNT: 1 }));
  await press(page, "data_same_pair", "ka", { ONE: stays.name, OTHER: goes.name });
  const names = { GOES: goes.name, STAYS: stays.name };
  await shows(page, text("data_same_moves", { ...names, WHAT: [text("data_back_holding", { COUNT: 1 }), text("data_back_consent", { COUNT: 1 }), text("data_back_request", { COUNT: 1 })].join(", ") }));
  await shows(page, text("data_same_named", { ...names, COUNT: 1 }));
  await shows(page, text("data_same_documents", { ...names, COUNT: 2 }));
  await alike(page);
  // Nothing is written yet.
  expect(await ownerOf(page, "consents", cards.id)).toBe(goes.id);
  await page.evaluate((said) => [...document.querySelectorAll("label")].find((one) => one.textContent === said)?.click(), "new@bank.ge");
  await lookAround(page, "same");
  await press(page, "data_same_yes");
  await shows(page, text("data_same_done", names));
  await until(async () => (await record(page, "organisations", goes.id)) === null, "one of the two is gone");
  for (const [room, which] of [["consents", cards.id], ["consents", offers.id], ["requests", asked.id]] as const) expect(await ownerOf(page, room, which)).toBe(stays.id);
  expect((await record(page, "consents", orders.id))?.value["recipients"]).toMatchObject([{ name: "ბანკი", organisationId: stays.id }]);
  expect((await record(page, "organisations", stays.id))?.value).toMatchObject({ email: "new@bank.ge", nameEn: "Caucasus Bank", address: goes.address, merged: [{ id: goes.id }] });
  expect(await documentName(page)).toBe(stays.name);
  // What of it did not stay is read on its page, and an address of before leads there.
  await go(page, `#data/organisation/${goes.id}`);
  await page.waitForFunction((name: string) => document.querySelector("article h3")?.textContent === name, { polling: 50 }, stays.name);
  await press(page, "data_same_otherwise");
  await shows(page, "old@bank.ge");
  await lookAround(page, "same-done");
  await call(page, "documents", "change", (await documentOf(page, "სესხის პირობები"))?.documentId, { organisation: shop.name });
  await shows(page, text("data_same_undo"));
  // It can be undone by whoever finds out later, when the page was left.
  await page.reload();
  await connect(page);
  await page.waitForFunction((name: string) => document.querySelector("article h3")?.textContent === name, { polling: 50 }, stays.name);
  await openDetails(page, text("data_same_joined"));
  await lookAround(page, "same-joined");
  await press(page, "data_same_apart");
  await until(async () => (await record(page, "organisations", goes.id)) !== null, "they are two again");
  for (const [room, which] of [["consents", cards.id], ["consents", offers.id], ["requests", asked.id]] as const) expect(await ownerOf(page, room, which)).toBe(goes.id);
  expect((await record(page, "organisations", stays.id))?.value).toMatchObject({ email: "old@bank.ge", nameEn: null, merged: null });
  await until(async () => (await documentName(page)) === goes.name, "the document bears its name again");
  // What the person has named otherwise since, they have named.
  expect(await documentName(page, "სესხის პირობები")).toBe(shop.name);
  // Whoever knows that they are two is not asked again.
  await go(page, `#data/same/${stays.id}/${goes.id}`);
  await press(page, "data_same_two");
  await page.waitForFunction((name: string) => document.querySelector("article h3")?.textContent === name, { polling: 50 }, stays.name);
  await page.waitForFunction((words: string) => !document.body.innerText.includes(words), { polling: 50 }, text("data_same_maybe", { COUNT: 1 }));
  await madeOneBothWays(page);
  await call(page, "records", "commit", [
    ...[stays, goes, shop].map(({ id: which }) => ({ collection: "organisations", id: which, remove: true })),
    ...[cards, orders, offers].map(({ id: which }) => ({ collection: "consents", id: which, remove: true })),
    { collection: "requests", id: asked.id, remove: true },
  ]);
}

/** What a folder brings after two computers have made them one, each the other way round. */
async function madeOneBothWays(page: Page): Promise<void> {
  const crossed = (one: typeof stays, other: typeof stays): typeof stays => ({ ...one, merged: [{ id: other.id, at: "2026-11-27T08:00:00.000Z", otherwise: [] }], distinctFrom: null });
  await go(page, "#data/organisations");
  await call(page, "records", "commit", [crossed(stays, goes), crossed(goes, stays)].map((value) => ({ collection: "organisations", id: value.id, value })));
  await until(async () => (await record(page, "organisations", goes.id)) === null, "they are one again");
  expect((await record(page, "organisations", stays.id))?.value).toMatchObject({ nameEn: goes.nameEn, address: goes.address, merged: [{ id: goes.id }] });
  await go(page, `#data/organisation/${goes.id}`);
  await page.waitForFunction((name: string, what: string) => document.querySelector("article h3")?.textContent === name && document.body.innerText.includes(what), { polling: 50 }, stays.name, "ბარათის გაცემა");
}
