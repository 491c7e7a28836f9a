// `npm run bench`: the figures beside their aims, as a table and as JSON (the last line; also node_modules/.cache/bench.json).
// All of them, or the parts that are named.
import { mkdirSync, writeFileSync } from "node:fs";
import { image, readerProfiles } from "../unit/login/world.ts";
import { createCard } from "../virtual/card/createCard.ts";
import { nodeCrypto } from "../virtual/card/nodeCrypto.ts";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { openScCounts } from "../virtual/vpcd/opensc.ts";
import { engineMicroseconds, serviceMicroseconds } from "./engine.ts";
import { aboveFloor } from "./floor.ts";
import { holderEngine } from "./holderEngine.ts";
import { dashboard } from "./dashboard.ts";
import { dataPanelFigures } from "./dataPanel.ts";
import { draftFigures } from "./drafts.ts";
import { inBrowser } from "./inBrowser.ts";
import { loadRows, longPageRows, menuRows, slowRows } from "./pages/rows.ts";
import { gigabyte } from "./gigabyte.ts";
import { pdfSigning } from "./pdfSigning.ts";
import { roadLatency } from "./roadLatency.ts";
import { signingFigures } from "./signing.ts";
import { sizes } from "./sizes.ts";
import { loginTraffic, signatureTraffic, type Traffic } from "./traffic.ts";
import { vaultHeapRows, vaultListRows, vaultRows } from "./vault/rows.ts";

/** Why a figure lies over its aim, where that is known and left so. */
const reasons = {
  t0: "T=0: a GET RESPONSE for each answer behind data, 6Cxx for each length that was not known",
  sfi: "no short file identifiers: one failed attempt, a SELECT for each of two files",
  long: "a signature of 384 bytes does not fit a short answer",
} as const;

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null: only reported. */
  readonly aim: number | null;
  readonly note: string;
}

const rows: Row[] = [];
const add = (what: string, value: number, unit: string, aim: number | null = null, note = ""): void => {
  rows.push({ what, value, unit, aim, note });
  // As they come: a run that is ended early has not been for nothing.
  process.stderr.write(`${what}: ${value.toFixed(1)} ${unit}\n`);
};

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
      const why = t0 ? reasons.t0 : card === "sample6" ? reasons.sfi : short && card === "georgia2" ? reasons.long : "";
      const note = (one: Traffic, aim: number): string => `${one.transfers} transfers, ${one.usbBytes} bytes${one.apdus > aim && why ? `; ${why}` : ""}`;
      const aim = short ? shortMinimum + 2 : 16;
      add(`${card}, ${name}: first login`, first.apdus, "APDUs", aim, note(first, aim));
      add(`${card}, ${name}: repeat login`, repeat.apdus, "APDUs", 8, note(repeat, 8));
    }
  }
}

async function signatures(): Promise<void> {
  for (const { name, profile, t0 } of levels) {
    if (t0) continue;
    for (const card of cards) {
      const { first, repeat, signature } = await signatureTraffic(profile, card);
      const note = (one: Traffic): string => `${one.transfers} transfers, ${one.usbBytes} bytes`;
      // Algorithm, VERIFY, signature; a signature of 384 bytes takes a GET RESPONSE where the reader or card has short answers.
      add(`${card}, ${name}: PIN to signature`, signature.apdus, "APDUs", 4, `${note(signature)}${signature.apdus > 4 ? `; ${reasons.long}` : ""}`);
      add(`${card}, ${name}: first signature, reading included`, first.apdus, "APDUs", null, note(first));
      add(`${card}, ${name}: later window, reading included`, repeat.apdus, "APDUs", null, note(repeat));
    }
  }
}

async function drafts(): Promise<void> {
  const { fields, savedMs, restoredMs, bytes } = await draftFigures();
  add(`draft of ${fields} fields, last key to vault (longest of 5)`, savedMs, "ms", 1_000, `${bytes} bytes as JSON; typing is gathered for 400 ms`);
  add(`draft of ${fields} fields, click to form filled and checked twice`, restoredMs, "ms", 1_500, "of this 360 ms are two looks whether the page keeps it");
}

async function peer(): Promise<void> {
  const card = createCard({ image: await image(), crypto: nodeCrypto });
  const { pkcs11, pkcs15 } = await openScCounts(card, "1234");
  add("OpenSC pkcs11-tool, log in and sign, same card (georgia1)", pkcs11.apdus, "APDUs", null, `${pkcs11.bytes} bytes at the card`);
  add("OpenSC pkcs15-crypt, sign without reading a certificate", pkcs15.apdus, "APDUs", null, `${pkcs15.bytes} bytes at the card`);
}

async function times(): Promise<void> {
  // TA1 = 18 is the Georgian card's own: D = 12 at 3.571 MHz. TA1 = 16, D = 32 at 4 MHz, is what the faster reader can do.
  const rates = [
    ["115,200 bps", reader("15cf", "001d"), "3BFD1800008131FE4580318153474531738421C081072E"],
    ["344,086 bps", reader("096e", "061c"), "3BFD1600008131FE4580318153474531738421C0810720"],
  ] as const;
  for (const [rate, profile, atrHex] of rates) {
    const { first, repeat } = await aboveFloor(profile, atrHex, 5);
    for (const [which, result] of [["first", first], ["repeat", repeat]] as const) {
      add(`${which} login above the floor, ${rate} reader`, result.percent, "%", 5, `${result.elapsedMs.toFixed(0)} ms, floor ${result.floorMs.toFixed(0)} ms`);
    }
  }
  for (const { name, profile, t0 } of levels) if (!t0) add(`engine, one APDU, ${name}`, await engineMicroseconds(profile), "µs");
  const browser = await inBrowser();
  add("in Chromium: content script on a page's main thread", browser.contentScriptMs, "ms");
  add("in Chromium: PIN to portal above the floor", browser.pinToPortalMs - browser.pinToPortalFloorMs, "ms", null, `${browser.pinToPortalMs} ms, floor ${browser.pinToPortalFloorMs.toFixed(0)} ms`);
}

async function roads(): Promise<void> {
  const { direct, ...others } = await roadLatency();
  for (const [road, one] of Object.entries(others)) {
    const note = `direct ${direct.medianMs.toFixed(1)} / ${direct.p95Ms.toFixed(1)} ms of ${direct.samples}, ${road} ${one.medianMs.toFixed(1)} / ${one.p95Ms.toFixed(1)} ms of ${one.samples}`;
    add(`in Chromium: one APDU over the ${road}, added to direct, median`, one.medianMs - direct.medianMs, "ms", 3, note);
    add(`in Chromium: one APDU over the ${road}, added to direct, p95`, one.p95Ms - direct.p95Ms, "ms", 15, note);
  }
  // No browser here has navigator.smartCard: what our own side of it costs, in Node.
  for (const [road, us] of Object.entries(await serviceMicroseconds())) add(`engine, one APDU, ${road} (Node)`, us, "µs");
}

async function containers(): Promise<void> {
  for (const { format, megabytes, ms, floorMs, opensslMs, memoryMb } of await signingFigures()) {
    const what = `in Chromium: sign ${megabytes} MB as ${format}`;
    add(`${what}, to the floor`, ms / floorMs, "×", 1.3, `${ms.toFixed(0)} ms, floor (one SHA-256 pass and the card) ${floorMs.toFixed(0)} ms; openssl cms -sign, no card: ${opensslMs.toFixed(0)} ms`);
    add(`${what}, memory above the baseline`, memoryMb, "MB", 64, "sum of all the browser's processes, sampled");
  }
}

async function gigabytes(): Promise<void> {
  const { hashMs, cancelMs, memoryMb } = await gigabyte();
  add("in Chromium: sign 1 GB (.p7s) in the home page, memory above the baseline", memoryMb, "MB", 64, `press to PIN field, while it is sampled: ${hashMs.toFixed(0)} ms; sum of all the browser's processes, sampled; openssl cms -verify takes it`);
  add("in Chromium: 1 GB, from Cancel to the window gone", cancelMs, "ms", 500);
}

async function holders(): Promise<void> {
  const { interactiveMs, firstPaintMs, bareMs, filterMs, scrollP95Ms, emptyP95Ms, longestTaskMs } = await dashboard();
  add("dashboard of 5,000 records: a fresh tab, from navigation to rows", interactiveMs, "ms", 300, `a tab of ours without records ${bareMs.toFixed(0)} ms`);
  add("dashboard of 5,000 records: the same tab's first paint", firstPaintMs, "ms", null, "its head; the records come after it");
  add("dashboard of 5,000 records: a key in the filter to its frame (longest)", filterMs, "ms", 50);
  add("dashboard of 5,000 records: scrolling, p95 frame above an empty page's", scrollP95Ms - emptyP95Ms, "ms", 4, `${scrollP95Ms.toFixed(1)} ms, empty ${emptyP95Ms.toFixed(1)} ms`);
  add("dashboard of 5,000 records: scrolling, longest task over 50 ms", longestTaskMs, "ms", 0);
  const { deadlines, exported, imported, checkMs, fileMb, importedMb } = holderEngine();
  const ratio = (one: { readonly ours: number; readonly peer: number }): string => `${(one.ours / one.peer).toFixed(2)} ×`;
  add("all deadlines of 5,000 requests (Node)", deadlines.ours, "ms", null, `${ratio(deadlines)} a walk of ten working days from each, date by date (${deadlines.peer.toFixed(1)} ms)`);
  add("export of 5,000 records (Node)", exported.ours, "ms", null, `${fileMb.toFixed(1)} MB; ${ratio(exported)} JSON.stringify of the same document (${exported.peer.toFixed(1)} ms)`);
  add("import of 5,000 records (Node)", imported.ours, "ms", null, `${ratio(imported)} JSON.parse of the same text (${imported.peer.toFixed(1)} ms); keeps ${importedMb.ours.toFixed(1)} MB, its objects ${importedMb.peer.toFixed(1)} MB`);
  add("a look at 5,000 stored records, whether they can be shown (Node)", checkMs, "ms");
}

async function dataPanel(): Promise<void> {
  const { shownMs, firstPaintMs, emptyMs, filterMs, scrollP95Ms, emptyP95Ms, longestTaskMs } = await dataPanelFigures();
  const what = "the portal's frame with 5,000 records and 500 requests";
  add(`${what}: from the click on the handle to numbers and list`, shownMs, "ms", null, `the same frame without a record ${emptyMs.toFixed(0)} ms`);
  add(`${what}: what the records add to that`, shownMs - emptyMs, "ms", 300);
  add(`${what}: the same frame's first paint`, firstPaintMs, "ms", null, "its head; the records come after it");
  add(`${what}: a key in the search to its frame (longest)`, filterMs, "ms", 50);
  add(`${what}: scrolling, p95 frame above an empty panel's`, scrollP95Ms - emptyP95Ms, "ms", 4, `${scrollP95Ms.toFixed(1)} ms, empty ${emptyP95Ms.toFixed(1)} ms`);
  add(`${what}: scrolling, longest task over 50 ms`, longestTaskMs, "ms", 0);
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

/** What the card itself takes for an RSA-2048 signature, with its PIN, at the Georgian card's own rate (see the rows above). */
const atCardMs = 900;

async function signing(): Promise<void> {
  for (const { megabytes, floorMs, signMs, pdfsigMs, peakMb, floorPeakMb } of await pdfSigning()) {
    const note = `${signMs.toFixed(0)} ms, one SHA-256 pass ${floorMs.toFixed(0)} ms, pdfsig -sign ${pdfsigMs.toFixed(0)} ms; ${(signMs / floorMs).toFixed(2)} × without the card`;
    add(`in Chromium: sign a PDF of ${megabytes} MB, with ${atCardMs} ms at the card`, (signMs + atCardMs) / (floorMs + atCardMs), "×", 1.3, note);
    add(`in Chromium: sign a PDF of ${megabytes} MB, peak memory`, peakMb, "MB", null, `one SHA-256 pass ${floorPeakMb.toFixed(0)} MB`);
  }
}

/** `--peers=FOLDER`: unpacked extensions to be measured beside ours (pages/extensions.ts). */
const peers = process.argv.find((one) => one.startsWith("--peers="))?.slice("--peers=".length) ?? null;
/** `npm run bench -- vault sizes`: only these. */
const parts: Readonly<Record<string, () => Promise<void> | void>> = { traffic, signatures, peer, times, roads, load: () => loadRows(add, peers), loadLong: () => longPageRows(add), menu: () => menuRows(add), slow: () => slowRows(add), containers, gigabytes, signing, drafts, holders, dataPanel, vault: () => vaultRows(add), vaultLists: () => vaultListRows(add), vaultHeap: () => vaultHeapRows(add), sizes: bundles };
const chosen = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const unknown = chosen.filter((one) => !Object.hasOwn(parts, one));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
for (const [name, measure] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await measure();
const json = process.argv.includes("--json");
if (!json) show();
const cache = new URL("../../node_modules/.cache/", import.meta.url);
mkdirSync(cache, { recursive: true });
writeFileSync(new URL("bench.json", cache), `${JSON.stringify(rows, null, 2)}\n`);
console.log(`${json ? "" : "\n"}${JSON.stringify(rows)}`);
