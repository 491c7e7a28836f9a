// What a login costs, where counting tells it: the aims of the benchmark, held.
import { describe, expect, it } from "vitest";
import { loginTraffic } from "../../bench/traffic.ts";
import type { ProfileName } from "../../virtual/card/image.ts";
import { image, memoryCache, readerProfiles, World } from "./world.ts";

function reader(vid: string, pid: string) {
  const found = readerProfiles.find((profile) => profile.vid === vid && profile.pid === pid);
  if (!found) throw new Error("no such reader in the table");
  return found;
}

const extended = reader("0db5", "0170");
const short = reader("072f", "b000");

describe("commands to the card", () => {
  it.each<[ProfileName, number, number]>([
    ["georgia1", 16, 8],
    ["georgia2", 16, 8],
    ["georgia2ec", 16, 8],
    // A card without short file identifiers: one failed attempt the first time, and a SELECT for each of two files.
    ["sample6", 18, 9],
  ])("%s with extended APDUs: at most %i the first time, %i after that", async (card, most, repeat) => {
    const traffic = await loginTraffic(extended, card);
    expect(traffic.first.apdus).toBeLessThanOrEqual(most);
    expect(traffic.repeat.apdus).toBeLessThanOrEqual(repeat);
  });

  it.each<[ProfileName, number]>([
    ["georgia1", 8],
    // A signature of 384 bytes does not fit a short answer.
    ["georgia2", 9],
    ["georgia2ec", 8],
  ])("%s with short APDUs: the counted minimum and two, %i after that", async (card, repeat) => {
    const traffic = await loginTraffic(short, card);
    expect(traffic.first.apdus).toBeLessThanOrEqual(traffic.shortMinimum + 2);
    expect(traffic.repeat.apdus).toBeLessThanOrEqual(repeat);
  });

  it.each([extended, short])("over the bridge, with $name: as many as directly, the first time and after that", async (profile) => {
    const apdus = ({ first, repeat }: Awaited<ReturnType<typeof loginTraffic>>) => [first.apdus, repeat.apdus];
    expect(apdus(await loginTraffic(profile, "georgia1", false, "bridge"))).toEqual(apdus(await loginTraffic(profile, "georgia1")));
  });

  it.each<ProfileName>(["georgia1", "georgia2", "georgia2ec", "sample6"])("%s: the PIN goes out once", async (card) => {
    for (const profile of [extended, short]) {
      const world = await World.make({ profile: { ...profile, class: 0xff, bcd: "50.00" }, card: { profile: card } });
      await world.login(card === "sample6" ? "123456" : "1234");
      expect(world.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**"))).toHaveLength(1);
      await world.close();
    }
  });

  it("USB transfers: two a message and little besides", async () => {
    const { first, repeat } = await loginTraffic(extended, "georgia1");
    expect(first.transfers).toBeLessThanOrEqual(2 * first.apdus + 10);
    expect(repeat.transfers).toBeLessThanOrEqual(2 * repeat.apdus + 10);
  });
});

describe("what is kept from the first login", () => {
  it("is not used when the certificate was renewed, and the new one is", async () => {
    const cache = memoryCache();
    const first = await World.make({ cache });
    await first.login();
    await first.close();
    // The same card with a certificate of another serial number and validity.
    const made = await image();
    const renewed = await image({ notAfter: new Date(Date.now() + 4 * 365 * 86_400_000) });
    const same = { ...renewed, serialHex: made.serialHex };
    const second = await World.make({ cache, image: same });
    const { certificateDer } = await second.login();
    await second.close();
    expect(Buffer.from(certificateDer).toString("base64")).toBe(renewed.certificates.authentication);
  });
});
