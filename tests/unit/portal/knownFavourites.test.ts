import { expect, it } from "vitest";
import { knowFavourites } from "../../../src/portal/features/knownFavourites.ts";

const [one, two] = ["https://www.my.gov.ge/services/one", "https://www.my.gov.ge/services/two"];

it("what the page was told is known at once, and what changed meanwhile once it is asked for", async () => {
  const heard: string[][] = [];
  const known = knowFavourites([one], () => Promise.resolve([two, 7]), (urls) => heard.push([...urls]));
  expect([...known.urls()]).toEqual([one]);
  await known.load();
  expect([...known.urls()]).toEqual([two]);
  expect(heard).toEqual([[two]]);
});

it("of answers that cross each other the one to the newest question counts", async () => {
  const answers: ((urls: unknown) => void)[] = [];
  const heard: string[][] = [];
  const known = knowFavourites(null, () => new Promise((resolve) => answers.push(resolve)), (urls) => heard.push([...urls]));
  const both = [known.load(), known.load()];
  answers[1]?.([one, two]);
  answers[0]?.([]);
  await Promise.all(both);
  expect([...known.urls()]).toEqual([one, two]);
  expect(heard).toEqual([[one, two]]);
});

it("an answer that is no list, or none, changes nothing", async () => {
  const answers: (() => Promise<unknown>)[] = [() => Promise.resolve(null), () => Promise.reject(new Error("the service worker is gone"))];
  const known = knowFavourites([one], () => answers.shift()?.() ?? Promise.resolve(null), () => expect.unreachable());
  await known.load();
  await known.load();
  expect([...known.urls()]).toEqual([one]);
});
