// `npm run bench`: the figures beside their aims, as a table and as JSON (the last line; also node_modules/.cache/bench.json).
import { mkdirSync, writeFileSync } from "node:fs";
import { image, readerProfiles } from "../unit/login/world.ts";
import { createCard } from "../virtual/card/createCard.ts";
import { nodeCrypto } from "../virtual/card/nodeCrypto.ts";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { openScCounts } from "../virtual/vpcd/opensc.ts";
import { engineMicroseconds } from "./engine.ts";
import { aboveFloor } from "./floor.ts";
import { inBrowser } from "./inBrowser.ts";
import { sizes } from "./sizes.ts";
import { loginTraffic } from "./traffic.ts";

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null: only reported. */
  readonly aim: number | null;
  readonly note: string;
}

const rows: Row[] = [];
const add = (what: string, value: number, unit: string, aim: number | null = null, note = ""): void => void rows.push({ what, value, unit, aim, note });

function reader(vid: string, pid: string): ReaderProfile {
  const found = readerProfiles.find((profile) => profile.vid === vid && profile.pid === pid);
  if (!found) throw new Error(`no reader ${vid}:${pid} in the table`);
  return found;
}

const levels = [
  { name: "extended APDU", profile: reader("0db5", "0170"), t0: false },
  { name: "short APDU", profile: reader("072f", "b000"), t0: false },
  { name: "TPDU T=1", profile: reader("04e6", "5111"), t0: false },
  { name: "TPDU T=0", profile: reader("072f", "b100"), t0: true },
];
const cards = ["georgia1", "georgia2", "georgia2ec", "sample6"] as const;

async function traffic(): Promise<void> {
  for (const { name, profile, t0 } of levels) {
    for (const card of cards) {
      const { first, repeat, shortMinimum } = await loginTraffic(profile, card, t0);
      const short = name === "short APDU" || t0;
      // T=0 adds a GET RESPONSE to each answer that follows data: the aims are about what the host chooses to send.
      // So does a card without short file identifiers: a SELECT more for each of two files, and one failed attempt.
      const plain = !t0 && card !== "sample6";
      const aim = !plain ? null : short ? shortMinimum + 2 : 16;
      // A signature of 384 bytes does not fit a short answer: one GET RESPONSE.
      const repeatAim = !plain ? null : short && card === "georgia2" ? 9 : 8;
      add(`${card}, ${name}: first login`, first.apdus, "APDUs", aim, `${first.transfers} transfers, ${first.usbBytes} bytes`);
      add(`${card}, ${name}: repeat login`, repeat.apdus, "APDUs", repeatAim, `${repeat.transfers} transfers, ${repeat.usbBytes} bytes`);
    }
  }
}

async function peer(): Promise<void> {
  const card = createCard({ image: await image(), crypto: nodeCrypto });
  const { pkcs11, pkcs15 } = await openScCounts(card, "1234");
  add("OpenSC pkcs11-tool, log in and sign, same card (georgia1)", pkcs11.apdus, "APDUs", null, `${pkcs11.bytes} bytes at the card`);
  add("OpenSC pkcs15-crypt, sign without reading a certificate", pkcs15.apdus, "APDUs", null, `${pkcs15.bytes} bytes at the card`);
}

async function times(): Promise<void> {
  for (const [rate, profile] of [["115,200 bps", reader("15cf", "001d")], ["344,086 bps", reader("096e", "061c")]] as const) {
    const { first, repeat } = await aboveFloor(profile, 5);
    for (const [which, result] of [["first", first], ["repeat", repeat]] as const) {
      add(`${which} login above the floor, ${rate} reader`, result.percent, "%", 5, `${result.elapsedMs.toFixed(0)} ms, floor ${result.floorMs.toFixed(0)} ms`);
    }
  }
  for (const { name, profile, t0 } of levels) if (!t0) add(`engine, one APDU, ${name}`, await engineMicroseconds(profile), "µs");
  const browser = await inBrowser();
  add("in Chromium: content script on a page's main thread", browser.contentScriptMs, "ms");
  add("in Chromium: PIN to portal above the floor", browser.pinToPortalMs - browser.pinToPortalFloorMs, "ms", null, `${browser.pinToPortalMs} ms, floor ${browser.pinToPortalFloorMs.toFixed(0)} ms`);
}

function bundles(): void {
  for (const [name, { raw, gz }] of Object.entries(sizes())) {
    add(`size of ${name}, min + gz`, gz / 1024, "kB", name === "content script" ? 12 : null, `${(raw / 1024).toFixed(1)} kB unpacked`);
  }
}

function show(): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, value, unit, aim, note } of rows) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(1);
    const verdict = aim === null ? "" : value <= aim ? `ok (≤ ${aim})` : `OVER (≤ ${aim})`;
    console.log(`${what.padEnd(width)}  ${shown.padStart(7)} ${unit.padEnd(5)}  ${verdict.padEnd(12)}  ${note}`);
  }
}

await traffic();
await peer();
await times();
bundles();
show();
const cache = new URL("../../node_modules/.cache/", import.meta.url);
mkdirSync(cache, { recursive: true });
writeFileSync(new URL("bench.json", cache), `${JSON.stringify(rows, null, 2)}\n`);
console.log(`\n${JSON.stringify(rows)}`);
