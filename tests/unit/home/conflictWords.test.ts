// What is read of two versions of a record: the person's words, and the program's in the reader's language.
import { expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { eventTypes } from "../../../src/consent/request/event.ts";
import { wordsOfVersion } from "../../../src/home/vault/conflictWords.ts";
import { type Catalogue, format, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const textsOf = (language: "ka" | "en", catalogue: Catalogue) => ({ language, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>): string => format(catalogue, key, values) });
const [georgian, english] = [textsOf("ka", ka), textsOf("en", en)];

it("what happened is told with its day, and so is every other day", () => {
  const request = requestOf("access", "self", [happened("sent", "2026-11-02"), happened("refused", "2026-12-14")]);
  const words = wordsOfVersion(request, english);
  expect(words).toContain("sent 02.11.2026");
  expect(words).toContain("they refused 14.12.2026");
  expect(words).toContain("by e‑mail");
  expect(words).toContain("date of sending: 14.12.2026");
  expect(words).toContain("legal ground: 21");
  expect(wordsOfVersion(request, georgian)).toContain("უარი თქვეს 14.12.2026");
  expect(wordsOfVersion(consentOf({ validUntil: "2027-01-31", events: [{ state: "withdrawn", at: "2026-11-20T21:00:00.000Z", note: "ჩემი შენიშვნა", enteredAt: null }] }), english)).toEqual(expect.arrayContaining(["withdrawn 21.11.2026", "ჩემი შენიშვნა", "Until: 31.01.2027"]));
});

it("what was ticked, in whose role and on which ground, in words", () => {
  const words = wordsOfVersion(holdingOf({ role: "thirdParty", basis: "law", told: { entry: true, rights: false, purpose: null, recipients: null }, purposes: ["მკურნალობა", "visa"], since: "2026-11-20", data: [{ name: "დიაგნოზი", special: "health" }] }), english);
  expect(words).toEqual(expect.arrayContaining(["Role: third party", "Legal ground: Law", "Were you told? that the data were entered: Yes", "Were you told? your rights: No", "მკურნალობა", "visa", "Kept since: 20.11.2026", "დიაგნოზი"]));
});

it("whether the rest of a part is over", () => {
  for (const [isAll, said] of [[true, "nothing more will come: Yes"], [false, "nothing more will come: No"]] as const) expect(wordsOfVersion(requestOf("access", "self", [happened("partly", "2026-11-02", { isAll })]), english)).toContain(said);
});

it("no word of the program's is left as it is kept, in whatever record", () => {
  const records = [requestOf("access", "thirdParty", eventTypes.map((type) => happened(type, "2026-11-02"))), holdingOf({ role: "owner" }), consentOf(), organisationOf({ sector: "public", category: "health" })];
  // Said in Georgian, what is still Latin was not said: but for what the records have of their own.
  const own = ["x", "nino@example.ge", "2026-4K7Q2M9", "2026-4K7Q2M9.pdf", "99IA00001"];
  for (const record of records) expect(wordsOfVersion(record, georgian).filter((one) => /[A-Za-z]|\d{4}-\d\d-\d\d|\$/.test(one.replaceAll(/PIN|SHA|URL/g, "")) && !own.includes(one))).toEqual([]);
});
