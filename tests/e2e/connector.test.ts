// The Smart Card Connector in a real browser: a second extension that speaks its protocol (tests/virtual/connector), our
// own built to take it for the Connector, and everything that chrome.runtime does between two extensions.
import { mkdirSync } from "node:fs";
import type { Page, WebWorker } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPeer, extensionForPeer, peerDirectory } from "../virtual/connector/build.ts";
import { peerId } from "../virtual/connector/peerId.ts";
import { picture } from "./harness/look.ts";
import { askForCard, entering, failureCode, logIn, nino, pressButton, promptsOpen } from "./harness/login.ts";
import { signingAndCare } from "./harness/roadActs.ts";
import { shows, Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

let stage: Stage;
let home: Page;

/** The peer's service worker, where a test's hand is. */
async function peer(): Promise<WebWorker> {
  const target = await stage.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().startsWith(`chrome-extension://${peerId}`));
  const worker = await target.worker();
  if (!worker) throw new Error("the peer has no worker");
  return worker;
}

const onTable = async <T>(act: () => T): Promise<T> => (await (await peer()).evaluate(act)) as T;
const verifies = (): Promise<number> => onTable(() => globalThis.table.card?.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length ?? -1);

async function answer(button: "allow" | "block"): Promise<void> {
  const target = await stage.browser.waitForTarget((one) => one.url().startsWith(`chrome-extension://${peerId}/ask.html`));
  const asked = (await target.page()) ?? (await target.asPage());
  await asked.waitForSelector('::-p-xpath(//*[@id="client"][starts-with(., "chrome-extension://emdmhjiannddegohdhodhlkejemgjbnc")])');
  await asked.click(`#${button}`);
}

beforeAll(async () => {
  mkdirSync("node_modules/.cache/screens", { recursive: true });
  await buildPeer();
  stage = await Stage.set({ inside: true, extension: extensionForPeer, others: [peerDirectory] });
  await until(() => onTable(() => globalThis.table.reader !== null), "the peer has its reader");
  home = await stage.openHome("card");
}, 180_000);
afterAll(async () => await stage?.close());

describe("the Smart Card Connector", () => {
  it("is not spoken to before the person has read what it will ask, and chosen it", async () => {
    await shows(home, text("road_connector_title"));
    expect(await onTable(() => globalThis.table.connections)).toBe(0);
    await home.click("details.ways summary");
    await shows(home, text("road_connector_question"));
    await shows(home, text("road_connector_pin"));
    await picture(home, "node_modules/.cache/screens/connector-off.png", true);
    await pressButton(home, "road_connector_use");
    await shows(home, text("road_connector_asking"));
    await picture(home, "node_modules/.cache/screens/connector-asking.png", true);
  });

  it("that was told no says so; asked again and told yes, it lends its readers", async () => {
    await answer("block");
    await home.bringToFront();
    await shows(home, text("road_connector_refused"));
    await onTable(() => globalThis.table.peer.forget());
    await pressButton(home, "common_try_again");
    await answer("allow");
    await home.bringToFront();
    await shows(home, text("road_connector_ready"));
    await shows(home, text("road_by", { ROAD: text("road_name_connector") }));
    await shows(home, nino);
    expect(await home.$eval(".reader-name", (element) => element.textContent)).toBe("SCM SCR 331");
    await picture(home, "node_modules/.cache/screens/connector-ready.png", true);
  });

  it("carries a login; the PIN is forgotten by the card as soon as it was used", async () => {
    const { portal, prompt } = await askForCard(stage);
    await logIn(stage, portal, prompt);
    expect(stage.portal.logins.at(-1)?.person).toEqual({ name: nino, personalNumber: "99001010101" });
    expect(await verifies()).toBe(1);
    expect(await onTable(() => [globalThis.table.card?.isVerified("login"), globalThis.table.reader?.owner])).toEqual([false, null]);
    await until(() => promptsOpen(stage) === 0, "the window closes by itself");
    await portal.close();
  });

  it("stops while the prompt is open: the reader comes back by itself, and the same login goes on", async () => {
    const { portal, prompt } = await askForCard(stage);
    await onTable(() => globalThis.table.peer.crash());
    await until(() => onTable(() => globalThis.table.reader?.handles.size === 1), "the prompt is connected again", 60_000);
    await shows(prompt, nino);
    await entering(stage, portal, () => typePin(prompt, "1234"));
    await until(() => promptsOpen(stage) === 0, "the window closes by itself");
    await portal.close();
  });

  it("a card that another program has for itself, pulled out and put in: each is shown", async () => {
    await home.bringToFront();
    await shows(home, nino);
    await onTable(() => globalThis.table.reader && globalThis.table.manager.remove(globalThis.table.reader));
    await until(() => onTable(() => globalThis.table.reader?.handles.size === 0), "the card that went is let go");
    await onTable(() => {
      const { manager, reader, card } = globalThis.table;
      if (!reader || !card) return;
      manager.insert(reader, card);
      globalThis.table.connections = manager.connect(manager.establish(), reader.name, 1, 3).id;
    });
    await shows(home, text("error_READER_HELD_title"));
    await onTable(() => globalThis.table.manager.disconnect(globalThis.table.connections, 0));
    await shows(home, nino);
    await onTable(() => globalThis.table.reader && globalThis.table.manager.remove(globalThis.table.reader));
    await shows(home, text("home_state_absent"));
    await onTable(() => {
      const { manager, reader, card } = globalThis.table;
      if (reader && card) manager.insert(reader, card);
    });
    await shows(home, nino);
  });

  it("pulled out while the PIN is on its way: one VERIFY at most, no try lost, an honest answer to the page", async () => {
    const before = await verifies();
    const { portal, prompt } = await askForCard(stage);
    await onTable(() => {
      const { manager } = globalThis.table;
      // The command after VERIFY, however much was asked before.
      manager.faults.push({ kind: "removeCard", after: 0x20 });
    });
    await typePin(prompt, "1234");
    await shows(prompt, text("prompt_insert"));
    expect((await verifies()) - before).toBeLessThanOrEqual(1);
    expect(await onTable(() => globalThis.table.card?.counters().login.left)).toBe(3);
    await prompt.keyboard.press("Escape");
    expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
    await onTable(() => {
      const { manager, reader, card } = globalThis.table;
      manager.faults.length = 0;
      if (reader && card && !reader.card) manager.insert(reader, card);
    });
    await portal.close();
  });

  signingAndCare("the Connector", () => ({
    stage,
    sent: () => onTable(() => globalThis.table.card?.log.filter(({ ins, command }) => [0x20, 0x24, 0x2c].includes(ins) && command.includes("**")).map(({ ins }) => ins) ?? []),
    card: () =>
      onTable(() => {
        const { card } = globalThis.table;
        if (!card) throw new Error("no card");
        return { verified: card.isVerified("login") || card.isVerified("signing"), signingPinSet: card.signingPinSet, loginLeft: card.counters().login.left };
      }),
    pull: () => onTable(() => void (globalThis.table.reader && globalThis.table.manager.remove(globalThis.table.reader))),
    putBack: () => onTable(() => void (globalThis.table.reader && globalThis.table.card && globalThis.table.manager.insert(globalThis.table.reader, globalThis.table.card))),
  }));

  it("is left when the person no longer wants it", async () => {
    await home.bringToFront();
    await shows(home, nino);
    await pressButton(home, "road_connector_stop");
    await shows(home, text("home_none"));
    await until(() => onTable(() => globalThis.table.reader?.handles.size === 0), "nothing is left open");
  });
});
