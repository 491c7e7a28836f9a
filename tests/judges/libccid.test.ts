// libccid judges the virtual reader: its own driver, over a serial line, powers the card and talks T=1 through it.
import { expect, it } from "vitest";
import profiles from "../vectors/readerProfiles.json" with { type: "json" };
import { personalise } from "../virtual/ca/personalise.ts";
import { createCard } from "../virtual/card/createCard.ts";
import { nodeCrypto } from "../virtual/card/nodeCrypto.ts";
import { VirtualReader } from "../virtual/reader/reader.ts";
import { serveOverSerial } from "../virtual/serial/gemCore.ts";
import { openPty } from "../virtual/serial/pty.ts";
import { startPcscd } from "../virtual/vpcd/pcscd.ts";
import { findTool, needFile, runTool } from "../virtual/vpcd/tool.ts";

it("libccid powers the card on, negotiates, and reads it through the virtual reader's CCID and T=1", async () => {
  const library = needFile("/usr/lib/pcsc/drivers/serial/libccidtwin.so", "libccid");
  const profile = profiles.find(({ features, endpoints, protocols }) => features === "0x00010230" && endpoints === 3 && protocols === 3);
  if (!profile) throw new Error("no such reader in the table");
  const card = createCard({ image: await personalise({ profile: "georgia2" }), crypto: nodeCrypto });
  const reader = new VirtualReader({ profile: { ...profile, interface: 0, maxSlot: 1 }, cards: [card] });
  const line = await openPty();
  const seen = serveOverSerial(reader, line);
  const pcscd = await startPcscd({ name: "Serial", device: `${line.path}:GEMCORESIMPRO`, library, channel: 1 });
  try {
    const opensc = (...args: readonly string[]) => runTool(findTool("opensc-tool", "opensc"), args, { env: pcscd.env });
    const atr = await opensc("--reader", "0", "--atr");
    expect(`${atr.stdout}${atr.stderr}`.replaceAll(/[^0-9a-f]/gi, "").toUpperCase()).toContain(card.behaviour.atrHex);
    const select = await opensc("--reader", "0", "--card-driver", "default", "--send-apdu", "00A4040C0CA000000063504B43532D3135");
    expect(select.stdout).toContain("SW1=0x90, SW2=0x00");
    const info = await opensc("--reader", "0", "--card-driver", "default", "--send-apdu", "00A4040C0CA000000063504B43532D3135", "--send-apdu", "00B0910000");
    // The ODF names the private keys' directory first (PKCS#15 §6.2).
    expect(info.stdout).toMatch(/A0 06 30 04 04 02|A6 06 30 04 04 02/);
    // IccPowerOn, SetParameters and XfrBlock: T=1 is the driver's, PPS among the blocks.
    for (const type of [0x62, 0x61, 0x6f]) expect(seen).toContain(type);
    expect(reader.counters.blocks).toBeGreaterThanOrEqual(4);
    expect(card.log.map(({ ins }) => ins)).toEqual(expect.arrayContaining([0xa4, 0xb0]));
    if (reader.broken) throw reader.broken;
  } finally {
    await pcscd.stop();
    line.close();
  }
});
