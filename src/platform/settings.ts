// The person's choices, in chrome.storage.local. Nothing here names the person.
import { Mutex } from "../async/mutex.ts";
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";
import { type FeatureId, featureIds } from "./pageMessages.ts";

export interface Settings {
  /** null: the language that the page asked for, else Georgian. */
  readonly language: "ka" | "en" | null;
  /** The reader chosen last (ReaderId); null: the first usable one. */
  readonly readerId: string | null;
  /** Tools in the portal's pages that the person switched off. */
  readonly featuresOff: readonly FeatureId[];
  /** The person wants Google's Smart Card Connector to be used. */
  readonly connector: boolean;
  /** Address of the time-stamp authority that the person used last; null: the one the extension knows. */
  readonly timeAuthority: string | null;
}

const defaults: Settings = { language: null, readerId: null, featuresOff: [], connector: false, timeAuthority: null };
const keys = ["language", "readerId", "featuresOff", "connector", "timeAuthority"] as const;

export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get([...keys]));
}

/** One change after the other: somebody who clicks fast changes what the click before has not yet written. */
const turn = new Mutex();

/** @param change given as a function, what is new is made of what holds when its turn comes */
export async function changeSettings(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<void> {
  await turn.run(async () => browser.storage.local.set(typeof change === "function" ? change(await readSettings()) : change));
}

/**
 * Calls `listener` after each change (of the named settings) in any window, until the returned function is called; with what holds
 * when all that was changed here meanwhile is written, so that no switch springs back under the next click.
 */
export function onSettingsChanged(listener: (settings: Settings) => void, only: readonly (keyof Settings)[] = keys): () => void {
  return onStored("local", only, () => void turn.run(readSettings).then(listener));
}

function parseSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const { language, readerId, featuresOff, connector, timeAuthority } = stored;
  return {
    language: language === "ka" || language === "en" ? language : defaults.language,
    readerId: typeof readerId === "string" ? readerId : defaults.readerId,
    featuresOff: Array.isArray(featuresOff) ? featureIds.filter((id) => featuresOff.includes(id)) : defaults.featuresOff,
    connector: connector === true,
    timeAuthority: typeof timeAuthority === "string" ? timeAuthority : defaults.timeAuthority,
  };
}
