// Terms that could not be kept are not called kept, and are with the next look.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepTerms } from "../../../src/frame/keeper/termsKeeper.ts";
import { fullDisk } from "../vault/fullDisk.ts";
import { World } from "../vault/world.ts";

const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock("../../../src/platform/sessionStore.ts", () => ({
  sessionGet: async (key: string) => session.get(key),
  sessionSet: async (key: string, value: unknown) => void session.set(key, value),
}));
beforeEach(() => session.clear());

const wish = { kind: "terms/seen", terms: { what: "portal", pageKey: "https://www.my.gov.ge/terms", url: "https://www.my.gov.ge/terms", title: "პირობები", stated: null, paragraphs: ["ა"] }, notices: [] } as const;

describe("terms of use", () => {
  it.each(["open", "locked"])("on a full disk, the vault %s: said, and kept once there is room", async (how) => {
    const world = await World.make();
    await world.created();
    if (how === "locked") {
      await world.service.lock.lock();
      world.start();
    }
    const free = fullDisk();
    expect(await keepTerms(world.service, wish, 1)).toEqual({ kind: "terms/kept", state: "failed", notices: 0 });
    free();
    expect(await keepTerms(world.service, wish, 2)).toMatchObject({ state: how === "locked" ? "sealed" : "first" });
  });

  it("seen once more while the vault is locked, words and notices keep the day on which they were seen first", async () => {
    const world = await World.make();
    await world.created();
    const notice = { title: "ცვლილება", date: "01.11.2026", text: "პირობები შეიცვალა.", url: "https://www.my.gov.ge/notices" };
    const seen = { ...wish, notices: [notice] };
    expect(await keepTerms(world.service, seen, 1)).toMatchObject({ state: "first", notices: 1 });
    world.wall += 86_400_000;
    await world.service.lock.lock();
    world.start();
    expect(await keepTerms(world.service, seen, 2)).toMatchObject({ state: "sealed" });
    await world.reopened();
    const days = (await world.service.records.list("notices")).map(({ value }) => (value as { readonly firstSeen?: unknown }).firstSeen);
    expect(days).toEqual([1, 1]);
  });

  it("while the vault is locked a notice is said to be new once, though the page is visited again, and a later one is said as well", async () => {
    const world = await World.make();
    await world.created();
    await world.service.lock.lock();
    world.start();
    const notice = (title: string) => ({ title, date: "01.11.2026", text: "პირობები შეიცვალა.", url: "https://www.my.gov.ge/notices" });
    const seen = (...titles: readonly string[]) => ({ ...wish, terms: null, notices: titles.map(notice) });
    const said: number[] = [];
    for (const titles of [["ა", "ბ"], ["ა", "ბ"], ["გ", "ა", "ბ"], ["გ", "ბ"]]) said.push((await keepTerms(world.service, seen(...titles), said.length)).notices);
    expect(said).toEqual([2, 0, 1, 0]);
    // Nothing of them is noted in words.
    expect(JSON.stringify([...session])).not.toMatch(/[აბგ]|my\.gov/);
    await world.reopened();
    expect(await world.service.records.list("notices")).toHaveLength(3);
    expect(await keepTerms(world.service, seen("ა", "ბ", "გ", "დ"), 9)).toMatchObject({ notices: 1 });
  });

  it("a notice that could not be kept while the vault is locked is said when it is", async () => {
    const world = await World.make();
    await world.created();
    await world.service.lock.lock();
    world.start();
    const seen = { ...wish, terms: null, notices: [{ title: "ა", date: null, text: "ბ", url: "https://www.my.gov.ge/notices" }] };
    const free = fullDisk();
    expect(await keepTerms(world.service, seen, 1)).toMatchObject({ state: "failed" });
    free();
    expect(await keepTerms(world.service, seen, 2)).toMatchObject({ notices: 1 });
  });

  it("in English at the same address they are a text of their own, and no change of the Georgian one", async () => {
    const world = await World.make();
    await world.created();
    const text = (paragraph: string) => ({ ...wish, terms: { ...wish.terms, paragraphs: [paragraph] } });
    expect(await keepTerms(world.service, text("პორტალის გამოყენების წესი (IP)"), 1)).toMatchObject({ state: "first" });
    expect(await keepTerms(world.service, text("Terms of use of the portal"), 2)).toMatchObject({ state: "first" });
    expect(await keepTerms(world.service, text("პორტალის გამოყენების წესი (IP)"), 3)).toMatchObject({ state: "same" });
    expect(await keepTerms(world.service, text("Terms of use of the portal, changed"), 4)).toMatchObject({ state: "changed" });
  });
});
