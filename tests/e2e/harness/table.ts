// One browser for a whole file, and a table of its own for each test: reader and card fresh, no window of ours open,
// nobody signed in. The same over any road that a reader can be plugged into.
import { type BridgeStage, pairBridge, setBridgeStage } from "./bridge.ts";
import { promptsOpen } from "./login.ts";
import { reader, type Setting, Stage, type StageOptions } from "./stage.ts";
import { until } from "./until.ts";

/** Which readers the tests of a file plug in: the browser must know them when it starts. */
export type Readers = readonly NonNullable<Setting["profile"]>[];

export interface Table {
  readonly road: "webusb" | "bridge";
  readonly stage: Stage;
  /** Lays the table and acts on it. A browser that died in the test before is another one by now. */
  on(setting: Setting, act: (stage: Stage) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const smartCardClass = 0x0b;
const known = (readers: Readers): Pick<StageOptions, "moreReaders"> => ({ moreReaders: readers.map((one) => reader(one)) });
const isApp = (url: string): boolean => url.startsWith("isolated-app:");

/** Whatever the test before left open, whether it failed or not. The app stays, and so does the browser's first tab. */
async function clear(stage: Stage): Promise<void> {
  for (const page of await stage.browser.pages()) if (!isApp(page.url()) && !page.url().startsWith("about:")) await page.close().catch(() => {});
  await until(() => promptsOpen(stage) === 0, "no prompt is left");
  const session = await stage.browser.target().createCDPSession();
  await session.send("Storage.clearCookies");
  await session.detach();
  stage.portal.contacts.clear();
}

async function act(stage: Stage, setting: Setting, test: (stage: Stage) => Promise<void>): Promise<void> {
  await clear(stage);
  await stage.lay(setting);
  const failed = await test(stage).then(() => null, (error: unknown) => ({ error }));
  // A bug of the virtual reader is what is behind a failure.
  if (stage.reader.broken) throw failed ? new AggregateError([failed.error, stage.reader.broken], "the virtual reader broke, and the test failed") : stage.reader.broken;
  if (failed) throw failed.error;
}

/** Readers that the extension may claim itself. */
export async function directTable(readers: Readers, options: Omit<StageOptions, keyof Setting> = {}): Promise<Table> {
  const stage = await Stage.set({ ...options, ...known(readers) });
  return {
    road: "webusb",
    stage,
    on: async (setting, test) => {
      const why = await stage.revive();
      if (why) console.warn(why);
      await act(stage, setting, test);
    },
    close: () => stage.close(),
  };
}

/** The same readers with the class that the browser keeps from extensions; the bridge app lends them. */
export async function bridgeTable(readers: Readers): Promise<Table> {
  const bridge: BridgeStage = await setBridgeStage(known(readers));
  const { stage } = bridge;
  try {
    let app = await pairBridge(bridge);
    return {
      road: "bridge",
      stage,
      on: async (setting, test) => {
        const why = await bridge.revive();
        if (why) {
          console.warn(why);
          // Something to be granted.
          await stage.replug();
          app = await pairBridge(bridge);
        } else if (app.isClosed()) app = await bridge.openApp();
        await act(stage, { ...setting, usbClass: smartCardClass }, test);
      },
      close: () => bridge.close(),
    };
  } catch (error) {
    await bridge.close();
    throw error;
  }
}
