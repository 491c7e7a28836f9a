// What no longer fits the portal's pages, for the settings to show. Nothing in it names the person.
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";

export interface Drift {
  /** The kind of page, for example `/services`. */
  readonly page: string;
  readonly anchor: string;
  /** The words of the page still led to it. */
  readonly found: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the extension. */
  readonly version: string;
}

const key = "drift";
const most = 40;

export async function readDrift(): Promise<readonly Drift[]> {
  const found: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  const list = found[key];
  return Array.isArray(list) ? list.filter(isDrift) : [];
}

/** Keeps the newest word on each page and anchor. */
export async function noteDrift(drift: Drift): Promise<void> {
  const others = (await readDrift()).filter((one) => one.page !== drift.page || one.anchor !== drift.anchor);
  await browser.storage.local.set({ [key]: [drift, ...others].slice(0, most) });
}

/** Calls `listener` after each change in any context, until the returned function is called. */
export function onDriftChanged(listener: () => void): () => void {
  return onStored("local", [key], listener);
}

export async function forgetDrift(): Promise<void> {
  await browser.storage.local.remove(key);
}

function isDrift(value: unknown): value is Drift {
  return isFields(value) && typeof value["page"] === "string" && typeof value["anchor"] === "string" && typeof value["at"] === "number";
}
