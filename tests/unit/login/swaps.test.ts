// What a slot's state must not make of things: a mute card is one insertion, and a swap between two looks is two.
import { describe, expect, it } from "vitest";
import { createCard } from "../../virtual/card/createCard.ts";
import { giorgi } from "../../virtual/ca/personalise.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { hasty, verifies } from "../faults/attempts.ts";
import { image, profileWith, World } from "./world.ts";

/** The host chooses the voltage, so that a card can be mute at all of them. */
const choosing = profileWith((one) => one.endpoints === 3 && one.features === "0x00010030" && one.protocols === 3);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const roads = ["webusb", "bridge"] as const;

describe.each(roads)("a card that does not answer, by %s", (road) => {
  it("stays one insertion, however often the slot is looked at: the window does not flicker", async () => {
    const world = await World.make({ road, profile: choosing, timer: hasty });
    try {
      const { id } = await world.until((state) => state.card === "present");
      for (const slot of world.reader.slots) slot.voltage = 7;
      expect(await world.service.inspect(id)).toMatchObject({ ok: false, error: { code: "CARD_MUTE" } });
      await world.until((state) => state.card === "mute");
      // Several looks (one every five milliseconds here).
      await pause(100);
      expect(world.snapshots.at(-1)?.[0]).toMatchObject({ card: "mute", insertions: 1 });
      // Taken out and put in the right way round: another insertion.
      for (const slot of world.reader.slots) slot.voltage = null;
      world.reader.removeCard(0);
      world.reader.insertCard(0, world.card);
      await world.until((state) => state.card === "present" && state.insertions === 2);
      expect(await world.service.inspect(id)).toMatchObject({ ok: true });
    } finally {
      await world.close();
    }
  });

  it("that answers at the second asking is present again", async () => {
    const world = await World.make({ road, profile: choosing, timer: hasty });
    try {
      const { id } = await world.until((state) => state.card === "present");
      for (const slot of world.reader.slots) slot.voltage = 7;
      await world.service.inspect(id);
      for (const slot of world.reader.slots) slot.voltage = null;
      expect(await world.service.inspect(id)).toMatchObject({ ok: true });
      expect(await world.until((state) => state.card === "present")).toMatchObject({ insertions: 1 });
    } finally {
      await world.close();
    }
  });
});

describe.each(roads)("a reader without interrupt endpoint, by %s", (road) => {
  it("tells a swap between two looks by the power that is gone", async () => {
    const profile = profileWith((one) => one.vid === "072f" && one.pid === "2303" && one.endpoints === 2);
    const world = await World.make({ road, profile, timer: hasty });
    try {
      const view = await world.inspect();
      const other = createCard({ image: await image({ citizen: giorgi }), crypto: nodeCrypto });
      // Within one turn, so that no look falls in between.
      world.reader.removeCard(0);
      world.reader.insertCard(0, other);
      await world.until((state) => state.card === "present" && state.insertions === 2);
      expect(await world.authenticate(view, "1234")).toMatchObject({ ok: false, error: { code: "CARD_CHANGED" } });
      expect((await world.inspect()).holder.givenName).toBe(giorgi.givenName);
      expect(verifies(world)).toBe(0);
    } finally {
      await world.close();
    }
  });
});

describe.each(roads)("a reader that another program has, by %s", (road) => {
  it("is named as held, and works once that program lets go", async () => {
    const world = await World.make({ road, held: true });
    try {
      const { id } = await world.until((state) => state.refusal === "READER_HELD");
      expect(await world.service.inspect(id)).toMatchObject({ ok: false, error: { code: "READER_HELD" } });
      world.device.heldElsewhere = false;
      await world.service.refresh();
      await world.login();
      expect(verifies(world)).toBe(1);
    } finally {
      await world.close();
    }
  });
});
