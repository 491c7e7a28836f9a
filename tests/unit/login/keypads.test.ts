// Login on the keypad of every reader that has one: the PIN is typed there, and the computer never has it.
import { expect, it } from "vitest";
import { hasBogusFirmware, quirksFor } from "../../../src/card/ccid/quirks.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { readerProfiles, World } from "./world.ts";

const ids = ({ vid, pid }: ReaderProfile) => ({ vendorId: Number.parseInt(vid, 16), productId: Number.parseInt(pid, 16), bcdDevice: 0x5000 });
const keypads = readerProfiles.filter((profile) => profile.pin & 1 && profile.endpoints >= 2 && profile.protocols & 2 && !quirksFor(ids(profile)).noPinpad);

async function keypadLogin(profile: ReaderProfile): Promise<{ readonly minimum: number; readonly maximum: number; readonly verified: number; readonly messages: readonly number[] }> {
  let asked = { minimum: 0, maximum: 0 };
  const world = await World.make({
    profile: { ...profile, class: 0xff, bcd: "50.00" },
    reader: { person: async (request) => ((asked = request), { digits: "1234" }) },
  });
  const messages: number[] = [];
  const send = world.device.transferOut.bind(world.device);
  world.device.transferOut = async (endpoint, data) => {
    messages.push(new Uint8Array(data.buffer, data.byteOffset, 1)[0] ?? 0);
    return await send(endpoint, data);
  };
  try {
    const view = await world.inspect();
    expect(view.pinpad).toBe(true);
    const result = await world.authenticate(view, null);
    if (!result.ok) throw new Error(result.error.code);
    return { ...asked, verified: world.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length, messages };
  } finally {
    await world.close();
  }
}

it("asks for four digits and verifies once, on each of them", async () => {
  expect(keypads.length).toBeGreaterThan(70);
  const wrong: string[] = [];
  for (const profile of keypads) {
    const got = await keypadLogin(profile).catch((error: unknown) => String(error));
    // Dell's keyboard reads its two numbers the other way round; they are the same here.
    if (typeof got === "string" || got.minimum !== 4 || got.maximum !== 4 || got.verified !== 1) wrong.push(`${profile.vid}:${profile.pid} ${profile.name}: ${JSON.stringify(got)}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

it("SPR532 is told first to append the PIN as it is, and nobody else is", async () => {
  const [spr532] = keypads.filter(({ vid, pid }) => `${vid}:${pid}` === "04e6:e003");
  const [other] = keypads.filter(({ vid, pid }) => `${vid}:${pid}` === "24dc:0201");
  if (!spr532 || !other || hasBogusFirmware(ids(spr532))) throw new Error("no such reader in the table");
  const escape = 0x6b;
  const secure = 0x69;
  const order = ({ messages }: { readonly messages: readonly number[] }) => messages.filter((type) => type === escape || type === secure);
  expect(order(await keypadLogin(spr532))).toEqual([escape, secure]);
  expect(order(await keypadLogin(other))).toEqual([secure]);
});
