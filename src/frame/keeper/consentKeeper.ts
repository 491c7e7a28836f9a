// A service was started: its consent, into the vault. While that is locked, what was seen is sealed and becomes records when
// the vault is open and a page of the portal is there again.
import { isFields } from "../../codec/fields.ts";
import { dayInTbilisi } from "../../consent/calendar/day.ts";
import { allAtPresent } from "../../consent/record/formerIds.ts";
import { soundRecord } from "../../consent/record/sound.ts";
import { parseServiceSheet, type ServiceSheet } from "../../notices/serviceFacts.ts";
import { quoteOf, recordsOf, type ServiceStart, type StartWords } from "../../notices/serviceStart.ts";
import type { Json, RecordChange, VaultApi } from "../../vault/api.ts";
import { randomName } from "../../platform/randomName.ts";
import { remindOfStart } from "./startReminders.ts";
import { sha256Hex } from "../../codec/sha256.ts";

type Vault = Pick<VaultApi, "lock" | "records" | "inbox" | "reminders">;

export async function keepStart(vault: Vault, sheet: ServiceSheet, words: StartWords, at: number): Promise<"stored" | "sealed" | "none"> {
  const { kind } = await vault.lock.state();
  if (kind === "none") return "none";
  const start: ServiceStart = { sheet, sha256: await sha256Hex(quoteOf(sheet)), at };
  if (kind === "unlocked") {
    await write(vault, start, words, []);
    return "stored";
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  const value = { type: "service-start", ...start } as unknown as Json;
  return vault.inbox.keep({ kind: "record", collection: "notices", id: `start-${randomName()}`, value });
}

/** Makes records of what was kept while locked. The vault must be open. */
export async function settleStarts(vault: Vault, words: StartWords): Promise<void> {
  const starts = (await vault.records.list("notices")).flatMap(({ id, value, version }) => {
    const start = parseStart(value);
    return start ? [{ start, sealed: { collection: "notices", id, remove: true, expect: version } as const }] : [];
  });
  // The first gives, the others renew; in what order they lie, nobody knows.
  for (const { start, sealed } of starts.toSorted((a, b) => a.start.at - b.start.at)) await write(vault, start, words, [sealed]);
}

async function write(vault: Vault, start: ServiceStart, words: StartWords, also: readonly RecordChange[]): Promise<void> {
  const stored = [...(await vault.records.list("organisations")), ...(await vault.records.list("consents"))];
  const versions = new Map(stored.map(({ id, version }) => [id, version]));
  const known = allAtPresent(stored.flatMap(({ id, value }) => soundRecord(id, value) ?? []));
  const made = recordsOf(start, known, words, () => crypto.randomUUID());
  const changes = made.map((record): RecordChange => {
    const collection = record.type === "organisation" ? "organisations" : "consents";
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
    return { collection, id: record.id, value: record as unknown as Json, expect: versions.get(record.id) ?? null };
  });
  await vault.records.commit([...changes, ...also]);
  // What is kept is kept without it, too: the home page sets it when it is opened.
  await remindOfStart(vault, known, made, dayInTbilisi(Date.now())).catch(() => undefined);
}

function parseStart(value: unknown): ServiceStart | null {
  if (!isFields(value) || value["type"] !== "service-start") return null;
  const sheet = parseServiceSheet(value["sheet"]);
  const { sha256, at } = value;
  return sheet && typeof sha256 === "string" && typeof at === "number" ? { sheet, sha256, at } : null;
}
