// Stars and menus of several windows at the same moment: none takes away what another one has put there.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toggleFavourite } from "../../../src/background/favouriteMessages.ts";
import { noFavourites, toggle } from "../../../src/favourites/favourites.ts";
import { inMenuTurn, moveMenu, readMenu, type VaultOf, writeMenu } from "../../../src/platform/favouriteMenu.ts";
import type { ServiceLink } from "../../../src/platform/pageMessages.ts";
import type { Sender } from "../../../src/platform/runtime.ts";
import { VaultError } from "../../../src/vault/error.ts";
import { VirtualLocks } from "../../virtual/locks.ts";

/** The disk, which takes a moment to read and to write. */
const disk = vi.hoisted(() => ({ kept: null as unknown }));
vi.mock("../../../src/platform/favouriteStore.ts", () => {
  const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
  return {
    readFavourites: async () => (await moment(), disk.kept),
    writeFavourites: async (value: unknown) => (await moment(), (disk.kept = value)),
  };
});
vi.mock("../../../src/platform/seenServices.ts", () => ({ readSeen: async () => [], noteSeen: async () => undefined }));
const refused = vi.hoisted(() => ({ noted: [] as (readonly [number, string])[] }));
vi.mock("../../../src/platform/refusedStar.ts", () => ({ noteRefusedStar: async (tabId: number, title: string) => void refused.noted.push([tabId, title]) }));
vi.mock("../../../src/platform/tabs.ts", () => ({ tellPortalTabs: async () => undefined }));
vi.mock("../../../src/platform/portBroker/broker.ts", () => ({ portFromServiceWorker: () => undefined }));
vi.mock("../../../src/vault/client.ts", () => ({ openVault: () => undefined }));

const service = (name: string): ServiceLink => ({ url: `https://www.my.gov.ge/services/${name}`, title: name, category: 1, needsCard: false });
const tab = (tabId: number): Sender => ({ origin: "https://www.my.gov.ge", url: "https://www.my.gov.ge/services", tabId, windowId: tabId, documentId: String(tabId), frameId: 0, tabUrl: null, lifecycle: "active" });

/** An open vault. */
function vault() {
  const records = new Map<string, unknown>();
  const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
  const api = {
    lock: { state: async () => ({ kind: "unlocked" }) },
    records: {
      get: async (_: string, id: string) => (await moment(), records.has(id) ? { id, value: records.get(id) } : null),
      put: async (_: string, id: string, value: unknown) => (await moment(), records.set(id, value)),
      remove: async (_: string, id: string) => (await moment(), records.delete(id)),
    },
  };
  return (() => api) as unknown as VaultOf;
}
const titles = async (vaultOf: VaultOf): Promise<readonly string[]> => ((await readMenu(vaultOf)).menu?.entries ?? []).map(({ title }) => title).toSorted();

beforeEach(() => {
  disk.kept = null;
  vi.stubGlobal("navigator", { locks: new VirtualLocks() });
});
afterEach(() => void vi.unstubAllGlobals());

it("a star in a page whose menu is full is told so, with its name for the menu of that very tab; nothing is changed, and one that is in it goes out", async () => {
  const entries = Array.from({ length: 500 }, (_, i) => ({ ...service(String(i)), group: "" }));
  disk.kept = { entries, recent: [] };
  expect(await toggleFavourite(service("501"), tab(7))).toBe("full");
  expect([refused.noted, disk.kept]).toEqual([[[7, "501"]], { entries, recent: [] }]);
  expect(await toggleFavourite(service("3"), tab(7))).toBe(false);
  expect(await toggleFavourite(service("501"), tab(7))).toBe(true);
  expect(refused.noted).toHaveLength(1);
});

it("two stars clicked in two windows at once are both in the menu, and both are told so", async () => {
  expect(await Promise.all([toggleFavourite(service("a"), tab(1)), toggleFavourite(service("b"), tab(2))])).toEqual([true, true]);
  expect(await titles(vault())).toEqual(["a", "b"]);
});

it("a star clicked while a menu is being changed elsewhere stays, and so does that change", async () => {
  const vaultOf = vault();
  const change = inMenuTurn(async () => {
    const { place, menu } = await readMenu(vaultOf);
    await writeMenu(vaultOf, place, toggle(menu ?? noFavourites, service("in the menu")));
  });
  await Promise.all([change, toggleFavourite(service("star"), tab(1))]);
  expect(await titles(vaultOf)).toEqual(["in the menu", "star"]);
});

it("a change that is made while the menu goes into the vault, or back, is where the menu is then", async () => {
  const vaultOf = vault();
  const add = (name: string): Promise<void> =>
    inMenuTurn(async () => {
      const { place, menu } = await readMenu(vaultOf);
      await writeMenu(vaultOf, place, toggle(menu ?? noFavourites, service(name)));
    });
  await add("first");
  await Promise.all([moveMenu(vaultOf, "vault"), add("going")]);
  expect([await titles(vaultOf), (await readMenu(vaultOf)).place]).toEqual([["first", "going"], "vault"]);
  await Promise.all([moveMenu(vaultOf, "computer"), add("back")]);
  expect([await titles(vaultOf), (await readMenu(vaultOf)).place]).toEqual([["back", "first", "going"], "computer"]);
});

it("one that fails keeps none of the others waiting", async () => {
  await expect(inMenuTurn(() => Promise.reject(new Error("the disk is full")))).rejects.toThrow("the disk is full");
  expect(await toggleFavourite(service("a"), tab(1))).toBe(true);
});

it("nor does one whose change never ends: the others wait for it so long, and no longer", async () => {
  let over = (): void => {};
  const limit = new Promise<void>((resolve) => (over = resolve));
  void inMenuTurn(() => new Promise(() => {}), { after: () => limit });
  const told: unknown[] = [];
  const star = toggleFavourite(service("a"), tab(1)).then((one) => told.push(one));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toEqual([]);
  over();
  await star;
  expect(told).toEqual([true]);
});

const gone = (): Promise<never> => Promise.reject(new VaultError("VAULT_GONE", "the vault worker ended"));

it("a vault that is locked while it is read is read once more, and is locked then", async () => {
  disk.kept = { place: "vault", changed: 1 };
  const states = ["unlocked", "locked"];
  const vaultOf = (() => ({ lock: { state: async () => ({ kind: states.shift() }) }, records: { get: gone } })) as unknown as VaultOf;
  expect(await readMenu(vaultOf)).toEqual({ place: "vault", menu: null });
});

it("a change that a lock cut off may be in the vault: every window is told to look anew; one that was to go there stays where it is", async () => {
  disk.kept = { place: "vault", changed: 1 };
  const vaultOf = (() => ({ lock: { state: async () => ({ kind: "unlocked" }) }, records: { put: gone } })) as unknown as VaultOf;
  await expect(writeMenu(vaultOf, "vault", noFavourites)).rejects.toThrow("ended");
  expect(disk.kept).toEqual({ place: "vault", changed: expect.any(Number) as unknown });
  expect(disk.kept).not.toEqual({ place: "vault", changed: 1 });
  const menu = toggle(noFavourites, service("a"));
  disk.kept = menu;
  await expect(moveMenu(vaultOf, "vault")).rejects.toThrow("ended");
  expect(disk.kept).toEqual(menu);
});
