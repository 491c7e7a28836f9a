// Logins over the whole bridge that need more of the table than one reader with one card.
import { describe, expect, it } from "vitest";
import { giorgi } from "../../virtual/ca/personalise.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { image, profileWith, World } from "../login/world.ts";

const twoSlots = profileWith((one) => one.vid === "1c34" && one.pid === "afc2");
const pins = (card: World["card"]): number => card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;

describe("a reader with two slots, over the bridge", () => {
  it("the card in the second slot logs in; one put into the first is another choice, and each signs for itself", async () => {
    const nino = createCard({ image: await image(), crypto: nodeCrypto });
    const other = createCard({ image: await image({ citizen: giorgi }), crypto: nodeCrypto });
    const world = await World.make({ road: "bridge", profile: twoSlots, existing: nino, reader: { cards: [null, nino] } });
    const person = async (slot: number): Promise<string | null | undefined> => {
      const { id } = await world.until((state) => state.card === "present", slot);
      const view = await world.service.inspect(id);
      if (!view.ok) throw new Error(view.error.code);
      const signed = await world.authenticate(view.value, "1234");
      if (!signed.ok) throw new Error(signed.error.code);
      return view.value.holder?.givenName;
    };
    expect((await world.until((state) => state.card === "absent", 0)).slot).toBe(0);
    const first = await person(1);
    world.reader.insertCard(0, other);
    const second = await person(0);
    expect(second).not.toBe(first);
    expect([pins(nino), pins(other)]).toEqual([1, 1]);
    // Taking one card away leaves the other usable.
    world.reader.removeCard(0);
    await world.until((state) => state.card === "absent", 0);
    expect(await person(1)).toBe(first);
    expect(nino.counters().login.left).toBe(3);
    await world.close();
  });
});
