// What a road adds to one APDU: the time from a card's answer to the next command's arrival at the card, in a real browser
// with the shipped builds. Everything but the way is the same on both roads, and the virtual reader takes no time.
import { pairBridge, setBridgeStage } from "../e2e/harness/bridge.ts";
import { buildPeer, extensionForPeer, peerDirectory } from "../virtual/connector/build.ts";
import { peerId } from "../virtual/connector/peerId.ts";
import { nino } from "../e2e/harness/login.ts";
import { shows, Stage, type StageOptions } from "../e2e/harness/stage.ts";

export interface Gaps {
  readonly samples: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** Longer is no gap between two commands of one reading. */
const pauseMs = 250;
const insertions = 14;

/** The gaps between the moments at which commands came to a card. */
function gapsOf(times: readonly number[]): Gaps {
  const all = times.slice(1).map((time, at) => time - (times[at] ?? 0)).filter((gap) => gap < pauseMs).toSorted((a, b) => a - b);
  const at = (share: number): number => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  return { samples: all.length, medianMs: at(0.5), p95Ms: at(0.95) };
}

function recorder(): { readonly intercept: NonNullable<StageOptions["intercept"]>; readonly gaps: () => Gaps } {
  const times: number[] = [];
  return {
    intercept: () => {
      times.push(performance.now());
      return null;
    },
    gaps: () => gapsOf(times),
  };
}

/** The home page reads the card each time it is put in. */
async function readings(stage: Stage): Promise<void> {
  const home = await stage.openHome();
  for (let insertion = 0; insertion < insertions; insertion += 1) {
    await shows(home, nino, 25_000);
    stage.reader.removeCard(0);
    await home.waitForFunction((name: string) => !document.body.innerText.includes(name), { polling: 20 }, nino);
    stage.reader.insertCard(0, stage.card);
  }
  await shows(home, nino);
}

const profile = (one: { readonly vid: string; readonly pid: string }): boolean => one.vid === "072f" && one.pid === "b000";

/** The Connector is the peer of tests/virtual, a second extension: the way between the two is the browser's own. */
async function connectorLatency(): Promise<Gaps> {
  await buildPeer();
  const stage = await Stage.set({ inside: true, extension: extensionForPeer, others: [peerDirectory] });
  try {
    const target = await stage.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().startsWith(`chrome-extension://${peerId}`));
    const table = await target.worker();
    if (!table) throw new Error("the peer has no worker");
    const home = await stage.openHome();
    await home.evaluate(async () => await chrome.storage.local.set({ connector: true }));
    await home.reload();
    const asked = await stage.browser.waitForTarget((one) => one.url().includes("/ask.html"));
    await ((await asked.page()) ?? (await asked.asPage())).click("#allow");
    await home.bringToFront();
    for (let insertion = 0; insertion < insertions; insertion += 1) {
      await shows(home, nino, 25_000);
      await table.evaluate(() => globalThis.table.reader && globalThis.table.manager.remove(globalThis.table.reader));
      await home.waitForFunction((name: string) => !document.body.innerText.includes(name), { polling: 20 }, nino);
      await table.evaluate(() => globalThis.table.reader && globalThis.table.card && globalThis.table.manager.insert(globalThis.table.reader, globalThis.table.card));
    }
    await shows(home, nino);
    return gapsOf(await table.evaluate(() => [...globalThis.table.times]));
  } finally {
    await stage.close();
  }
}

export async function roadLatency(): Promise<{ readonly direct: Gaps; readonly bridge: Gaps; readonly connector: Gaps }> {
  const direct = recorder();
  const stage = await Stage.set({ profile, intercept: direct.intercept });
  try {
    await readings(stage);
  } finally {
    await stage.close();
  }
  const over = recorder();
  const bridge = await setBridgeStage({ intercept: over.intercept });
  try {
    await pairBridge(bridge);
    await readings(bridge.stage);
  } finally {
    await bridge.close();
  }
  return { direct: direct.gaps(), bridge: over.gaps(), connector: await connectorLatency() };
}
