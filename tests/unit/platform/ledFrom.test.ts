// The way back from the vault's room: to the page from which somebody was led there, and not to what its tab shows by now.
import { beforeEach, describe, expect, it, vi } from "vitest";

const world = vi.hoisted(() => ({ kept: new Map<string, unknown>(), tabs: new Map<number, string | undefined>(), did: [] as string[] }));
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: {
    tabs: {
      getCurrent: async () => ({ id: 5, url: world.tabs.get(5) }),
      get: async (id: number) => {
        if (!world.tabs.has(id)) throw new Error(`No tab with id: ${id}.`);
        return { id, url: world.tabs.get(id) };
      },
      update: async (id: number) => (world.did.push(`shows ${id}`), { windowId: 1 }),
      create: async ({ url }: { url: string }) => void world.did.push(`opens ${url}`),
    },
    windows: { update: async () => undefined },
  },
}));
vi.mock("../../../src/platform/sessionStore.ts", () => ({
  sessionGet: async (key: string) => world.kept.get(key),
  sessionSet: async (key: string, value: unknown) => void world.kept.set(key, value),
  sessionRemove: async (key: string) => void world.kept.delete(key),
  onSessionChanged: () => () => undefined,
}));
const { goBackTo, isStillThere, ledFrom, noteLedFrom, openAgain } = await import("../../../src/platform/ledFrom.ts");

const page = "https://www.my.gov.ge/services/gas/apply?step=2#fields";
const led = async () => {
  const from = await ledFrom(1);
  if (!from) throw new Error("nobody was led here");
  return from;
};

describe("the way back", () => {
  beforeEach(async () => {
    world.kept.clear();
    world.did.length = 0;
    world.tabs.set(5, page);
    await noteLedFrom(0);
  });
  it("leads to the page, once, also where it has taken a step within itself", async () => {
    world.tabs.set(5, `${page}2`);
    expect(await goBackTo(await led())).toBe(true);
    expect([world.did, await ledFrom(1)]).toEqual([["shows 5"], null]);
  });
  it.each([
    ["goes to another page", () => world.tabs.set(5, "https://www.my.gov.ge/services/gas/apply?step=3")],
    ["goes to a site that we may not look at", () => world.tabs.set(5, undefined)],
    ["is closed", () => world.tabs.delete(5)],
  ])("does not where the tab %s: the page itself is opened, once", async (_, happens) => {
    const from = await led();
    expect(await isStillThere(from)).toBe(true);
    happens();
    expect([await isStillThere(from), await goBackTo(from), world.did]).toEqual([false, false, []]);
    await openAgain(await led());
    expect([world.did, await ledFrom(1)]).toEqual([[`opens ${page}`], null]);
  });
  it("is forgotten after twenty minutes", async () => expect([await ledFrom(20 * 60_000), await ledFrom(20 * 60_000 + 1)]).toEqual([{ tabId: 5, url: page }, null]));
});
