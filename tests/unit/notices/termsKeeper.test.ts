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
});
