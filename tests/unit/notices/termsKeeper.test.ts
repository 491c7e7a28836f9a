// Terms that could not be kept are not called kept, and are with the next look.
import { describe, expect, it } from "vitest";
import { keepTerms } from "../../../src/frame/keeper/termsKeeper.ts";
import { fullDisk } from "../vault/fullDisk.ts";
import { World } from "../vault/world.ts";

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
