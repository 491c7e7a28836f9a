// One browser for a whole file, and a table of its own for each test: reader and card fresh, no window of ours open,
// nobody signed in. The same over any road that a reader can be plugged into.
import { Aftermath } from "./aftermath.ts";
import { type BridgeStage, pairBridge, setBridgeStage } from "./bridge.ts";
import { clear } from "./clear.ts";
import { reader, type Setting, Stage, type StageOptions } from "./stage.ts";
import { soon } from "./until.ts";

/** Which readers the tests of a file plug in: the browser must know them when it starts. */
export type Readers = readonly NonNullable<Setting["profile"]>[];

export interface Table {
  readonly road: "webusb" | "bridge";
  readonly stage: Stage;
  /**
   * Lays the table and acts on it. A browser that died in the test before is another one by now, and so is one in which a test
   * failed and left a reader held: a bug that keeps a reader fails the tests that meet it, not all that follow.
   */
  on(setting: Setting, act: (stage: Stage) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const smartCardClass = 0x0b;
const known = (readers: Readers): Pick<StageOptions, "moreReaders"> => ({ moreReaders: readers.map((one) => reader(one)) });

async function act(stage: Stage, setting: Setting, test: (stage: Stage) => Promise<void>): Promise<void> {
  await soon(clear(stage), "what the test before left open is closed", 60_000);
  await soon(stage.lay(setting), "the table is laid", 60_000);
  const failed = await test(stage).then(() => null, (error: unknown) => ({ error }));
  // A bug of the virtual reader is what is behind a failure.
  if (stage.reader.broken) throw failed ? new AggregateError([failed.error, stage.reader.broken], "the virtual reader broke, and the test failed") : stage.reader.broken;
  if (failed) throw failed.error;
}

/** Readers that the extension may claim itself. */
export async function directTable(readers: Readers, options: Omit<StageOptions, keyof Setting> = {}): Promise<Table> {
  const stage = await Stage.set({ ...options, ...known(readers) });
  const aftermath = new Aftermath();
  return {
    road: "webusb",
    stage,
    on: async (setting, test) => {
      const died = await stage.revive();
      const held = died ? null : await aftermath.check(stage, null);
      if (held) await stage.restart();
      if (died ?? held) console.warn(died ?? held);
      await aftermath.of(stage, null, () => act(stage, setting, test));
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
    const aftermath = new Aftermath();
    return {
      road: "bridge",
      stage,
      on: async (setting, test) => {
        const died = await bridge.revive();
        const held = died ? null : await aftermath.check(stage, app);
        if (held) await bridge.restart();
        if (died ?? held) {
          console.warn(died ?? held);
          // Something to be granted.
          await stage.replug();
          app = await pairBridge(bridge);
        } else if (app.isClosed()) app = await bridge.openApp();
        await aftermath.of(stage, app, () => act(stage, { ...setting, usbClass: smartCardClass }, test));
      },
      close: () => bridge.close(),
    };
  } catch (error) {
    await bridge.close();
    throw error;
  }
}
