// What people read of several computers: their names, and what two versions say.
import { expect, it } from "vitest";
import { textsIn } from "../../../src/vault/folder/merge.ts";
import { type Computer, settle, two } from "./folderWorld.ts";

it("a computer's name can be changed: the others learn it, and it is never one of theirs", async () => {
  const [a, b] = await two();
  await settle([a, b]);
  const seen = async (one: Computer): Promise<readonly string[]> => {
    const state = await one.service.folder.state();
    return state.kind === "on" ? state.computers.map(({ label, mine }) => `${label}${mine ? "!" : ""}`) : [];
  };
  await a.service.folder.rename("  ბებიას კომპიუტერი ");
  await settle([a, b]);
  expect([await seen(a), await seen(b)]).toEqual([["ბებიას კომპიუტერი!", "სახლი"], ["სახლი!", "ბებიას კომპიუტერი"]]);
  await b.service.folder.rename("ბებიას კომპიუტერი");
  await settle([a, b]);
  expect(await seen(a)).toEqual(["ბებიას კომპიუტერი!", "ბებიას კომპიუტერი 2"]);
  // Said once: nothing goes round in circles.
  expect(await a.service.folder.now()).toMatchObject({ received: 0, sent: 0, waiting: 0 });
});

it("what is shown of two versions is the person's own words, and no word of the program's", () => {
  const value = { type: "holding", id: "7f0b1c2d-0000-4000-8000-000000000001", role: "thirdParty", purposes: ["მკურნალობა", "visa"], since: "2026-11-20", confidence: "own", events: [{ state: "withdrawn", at: "2026-11-20T08:00:00.000Z", note: "ჩემი შენიშვნა" }], special: ["health"] };
  expect(textsIn(value)).toEqual(["მკურნალობა", "visa", "20.11.2026", "ჩემი შენიშვნა"]);
});
