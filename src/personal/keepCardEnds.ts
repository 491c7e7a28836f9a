// [Note: the end of a card] A certificate that ends is known only while a card is read. Whoever reads one notes its days in
// storage.session, which is memory; the first part of ours that has the vault open after that moves them there, from where they
// are said after a restart. While the vault is locked nothing is written: the note waits, and goes with the browser.
import { isFields } from "../codec/fields.ts";
import { type Day, dayInTbilisi } from "../consent/calendar/day.ts";
import type { CertificateView } from "../card/api.ts";
import { offscreenExists } from "../platform/portBroker/offscreen.ts";
import { randomName } from "../platform/randomName.ts";
import { sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";
import type { VaultApi } from "../vault/api.ts";
import { openVault } from "../vault/client.ts";
import { type CardEnds, cardEndsId, cardEndsJson, cardReminders, endsIn, endsOf, keptAfter, parseCardEnds, seenAfter, type SeenEnds, withCardDay } from "./cardEnds.ts";

const key = "cardEnds";

/** A card was read: notes until when it is good, and moves that into the vault if somebody has it open. Never fails. */
export async function cardWasRead(certificates: readonly Pick<CertificateView, "use" | "notAfter">[]): Promise<void> {
  const seen = endsOf(certificates);
  if (!seen) return;
  try {
    await sessionSet(key, seenAfter(await noted(), seen));
    // Where there is no offscreen document no vault is open, and a login needs none.
    if (await offscreenExists()) await intoOpenVault();
  } catch {
    // Nobody waits for it; the next reading notes it again.
  }
}

/** What is known of the card that was used last. @param vault an open one: what was noted meanwhile is moved into it */
export async function knownCardEnds({ records, reminders }: Pick<VaultApi, "records" | "reminders">): Promise<CardEnds | null> {
  const [stored, seen] = await Promise.all([records.get("settings", cardEndsId), noted()]);
  const kept = parseCardEnds(stored?.value);
  if (!seen) return kept;
  const ends = keptAfter(kept, seen, randomName);
  if (ends !== kept) await replace({ records, reminders }, kept, ends, stored?.version ?? null);
  await sessionRemove(key);
  return ends;
}

/** The card's own last day, which the person read on it. @param day null: it is taken back */
export async function keepCardDay(vault: Pick<VaultApi, "records" | "reminders">, day: Day | null): Promise<void> {
  const stored = await vault.records.get("settings", cardEndsId);
  const kept = parseCardEnds(stored?.value);
  if (kept && stored) await replace(vault, kept, withCardDay(kept, day, randomName), stored.version);
}

/** @throws CONFLICT where another window was faster: it has written what was read there */
async function replace({ records, reminders }: Pick<VaultApi, "records" | "reminders">, kept: CardEnds | null, ends: CardEnds, version: string | null): Promise<void> {
  await records.put("settings", cardEndsId, cardEndsJson(ends), version);
  const days = cardReminders(ends, dayInTbilisi(Date.now()));
  const gone = (kept ? endsIn(kept) : []).map((one) => one.reminderId).filter((reminderId) => !days.some((one) => one.reminderId === reminderId));
  await reminders.change(days, gone);
}

async function intoOpenVault(): Promise<void> {
  const vault = openVault();
  try {
    if ((await vault.lock.state()).kind === "unlocked") await knownCardEnds(vault);
  } finally {
    vault.close();
  }
}

async function noted(): Promise<SeenEnds | null> {
  const value = await sessionGet(key);
  if (!isFields(value)) return null;
  const { login, signing } = value;
  return typeof login === "number" && (signing === null || typeof signing === "number") ? { login, signing } : null;
}
