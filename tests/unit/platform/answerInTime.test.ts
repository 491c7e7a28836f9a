// What a page, a frame or a window is told where the service worker can't get something done.
import { describe, expect, it } from "vitest";
import { answerInTime } from "../../../src/background/answerInTime.ts";
import type { Sender } from "../../../src/platform/runtime.ts";

const sender = {} as Sender;
const never = { after: () => new Promise<void>(() => {}) };
const atOnce = { after: async () => undefined };

describe("a message to the service worker", () => {
  it("has its answer, where there is one", async () => expect(await answerInTime(async () => "here", never)({ kind: "page/start" }, sender)).toBe("here"));
  it("is answered with null where that never comes", async () => expect(await answerInTime(() => new Promise<never>(() => {}), atOnce)({ kind: "page/start" }, sender)).toBeNull());
  it("fails as before", async () => await expect(answerInTime(() => Promise.reject(new Error("no")), never)({ kind: "page/start" }, sender)).rejects.toThrow("no"));
  it("is left to another listener where it is for that", () => expect(answerInTime(() => undefined, never)({ kind: "page/close" }, sender)).toBeUndefined());
});
