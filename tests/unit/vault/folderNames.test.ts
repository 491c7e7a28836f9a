// What people read of several computers: their names.
import { expect, it } from "vitest";
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
