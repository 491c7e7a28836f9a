// What a sync service brings late.
import { expect, it } from "vitest";
import { carry, two, whole } from "./folderWorld.ts";

it("what came late and told nothing new is no longer waited for", async () => {
  const [a, b] = await two();
  const objects = (): readonly string[] => [...a.folder.files.keys()].filter((name) => name.includes("/objects/"));
  const { document } = await a.service.documents.add(new Blob(["ერთი"]), { name: "ცნობა" });
  const before = new Set(objects());
  await a.service.folder.now();
  const brought = objects().filter((name) => !before.has(name));
  await a.service.documents.purge([document.documentId]);
  await a.service.folder.now();
  // The word that it was there comes after the word that it is gone.
  carry(a.folder, b.folder, (name) => (brought.includes(name) ? "skip" : "whole"), new Set());
  expect(await b.service.folder.now()).toMatchObject({ waiting: 1 });
  carry(a.folder, b.folder, whole, new Set());
  expect(await b.service.folder.now()).toMatchObject({ received: 0, waiting: 0 });
  expect(await b.service.folder.now()).toMatchObject({ waiting: 0 });
  expect(await b.service.folder.state()).toMatchObject({ last: { waiting: 0 } });
});
