import { browser } from "./browser.ts";

const key = "remindedDay";

/** The last day on which the person was notified: days since 1970-01-01, in Tbilisi. Null: never. */
export async function readRemindedDay(): Promise<number | null> {
  const { [key]: day } = await browser.storage.local.get(key);
  return typeof day === "number" ? day : null;
}

export async function writeRemindedDay(day: number): Promise<void> {
  await browser.storage.local.set({ [key]: day });
}
