// Words typed into a form of ours that the vault has no room for: said, held, and kept once there is room.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fullDisk } from "../vault/fullDisk.ts";
import { withPassphrase, World } from "../vault/world.ts";

const page = vi.hoisted(() => ({ vault: null as unknown }));
vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => page.vault }));
vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));
const { draftTrouble, keepOwnDraft, onDraftTrouble, ownDraft } = await import("../../../src/home/data/ownDraft.ts");
const { ownFormId } = await import("../../../src/forms/ownForm.ts");

const place = "#data/add";
const draft = (name: string) => ({ at: 1, base: null, value: { name } });
let leaving: EventTarget;
const asks = (): boolean => !leaving.dispatchEvent(new Event("beforeunload", { cancelable: true }));
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => {
  leaving = new EventTarget();
  vi.stubGlobal("addEventListener", leaving.addEventListener.bind(leaving));
  vi.stubGlobal("removeEventListener", leaving.removeEventListener.bind(leaving));
  // It is tried again at once, and not after seconds.
  const later = setTimeout;
  vi.stubGlobal("setTimeout", (act: () => void, ms: number) => later(act, ms === 5_000 ? 5 : ms));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what is typed into a form of ours", () => {
  it("is held, and said to be held, while the disk is full; nothing is lost, and it is kept once there is room", async () => {
    const world = await World.make();
    await world.created();
    page.vault = world.service;
    const stored = async (): Promise<unknown> => (await world.service.records.get("drafts", ownFormId(place)))?.value;
    const heard: (string | null)[] = [];
    const stop = onDraftTrouble(() => heard.push(draftTrouble(place)));
    keepOwnDraft(place, draft("ერთი"));
    await until(async () => (await stored()) !== undefined);
    expect([heard, asks()]).toEqual([[], false]);

    const free = fullDisk();
    keepOwnDraft(place, draft("ორი"));
    await until(() => heard.length > 0);
    expect([heard, asks()]).toEqual([["QUOTA_FULL"], true]);
    expect(await stored()).toMatchObject({ value: { name: "ერთი" } });
    // Whoever comes back to the form in this page has the newest words.
    expect(await ownDraft(place)).toMatchObject({ value: { name: "ორი" } });

    free();
    await until(() => heard.length > 1);
    expect([heard, asks()]).toEqual([["QUOTA_FULL", null], false]);
    expect(await stored()).toMatchObject({ value: { name: "ორი" } });
    stop();
  });

  it("and was thrown away while the vault was locked is gone once it is open", async () => {
    const world = await World.make();
    await world.created();
    page.vault = world.service;
    keepOwnDraft(place, draft("ერთი"));
    await until(async () => (await world.service.records.list("drafts")).length === 1);
    await world.service.lock.lock();
    world.start();
    page.vault = Object.assign(world.service, { onEvent: world.service.watch.bind(world.service) });
    keepOwnDraft(place, null);
    await until(async () => (await ownDraft(place)) === null);
    await world.service.lock.unlock(withPassphrase());
    await until(async () => (await world.service.records.list("drafts")).length === 0);
    expect([draftTrouble(place), asks()]).toEqual([null, false]);
  });

  it("and was thrown away while the disk was full is gone once there is room: the vault was open all the time", async () => {
    const world = await World.make();
    await world.created();
    page.vault = Object.assign(world.service, { onEvent: world.service.watch.bind(world.service) });
    const kept = async (): Promise<number> => (await world.service.records.list("drafts")).length;
    keepOwnDraft(place, draft("ერთი"));
    await until(async () => (await kept()) === 1);
    const remove = vi.spyOn(world.service.records, "remove");
    const free = fullDisk();
    keepOwnDraft(place, null);
    await until(() => remove.mock.calls.length > 0);
    await expect(remove.mock.results[0]?.value).rejects.toMatchObject({ code: "QUOTA_FULL" });
    free();
    await until(async () => (await kept()) === 0);
    expect([draftTrouble(place), asks()]).toEqual([null, false]);
  });
});
