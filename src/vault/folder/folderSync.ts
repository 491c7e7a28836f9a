// One meeting with the folder: take in what others wrote, bring what was changed here, say so in a new head. It may be cut
// off anywhere: what counts is written last, and the next meeting goes on from there.
import type { OpenedVault } from "../service/openedVault.ts";
import { freeLabel } from "./freeLabel.ts";
import { VaultError } from "../error.ts";
import type { FolderReport } from "../folderApi.ts";
import { byRecord, latestOf, recordOf } from "./entry.ts";
import type { FolderFiles } from "./folderFiles.ts";
import type { FolderKey } from "./folderKey.ts";
import { type Head, readHeads, removeOldHeads, writeHead } from "./heads.ts";
import { keyOfState, type LocalState, newDevice, type OtherComputer, readState, stateDraft } from "./localState.ts";
import { hasMoved, hasStrangers, leaveRoot } from "./moved.ts";
import { Objects } from "./objects.ts";
import { Receiver } from "./receive.ts";
import { collect, gather, hasNews, type ReadBatch, readBatch, writeBatches } from "./send.ts";

interface Meeting {
  readonly vault: OpenedVault;
  readonly files: FolderFiles;
  readonly key: FolderKey;
  readonly objects: Objects;
  readonly signal: AbortSignal;
}

export interface Met {
  readonly report: FolderReport;
  /** Documents that came or went. */
  readonly documents: readonly string[];
  /** Some were removed for good: the vault key is to be rotated. */
  readonly purged: boolean;
  /** Names the state of the folder in which there is nothing more to do; null: something is waited for. */
  readonly settled: string | null;
}

/** How many batches of other computers lie there, or are named by a head, and have not been taken in whole. */
export async function unreadIn(files: FolderFiles, state: LocalState): Promise<number> {
  const others = (await readHeads(files, await keyOfState(state))).filter(({ device }) => device !== state.device);
  return others.flatMap(({ device, batches }) => batches.filter((name) => !state.done[device]?.includes(name))).length;
}

/** @param settled what the last meeting ended with: while that is so, the thousands of files need not be looked through */
export async function meet(vault: OpenedVault, files: FolderFiles, settled: string | null, signal: AbortSignal, onMoved: (bytes: number) => void): Promise<Met> {
  const before = readState(vault.main.table);
  if (!before) throw new VaultError("FOLDER_NONE", "no folder has been chosen");
  const key = await keyOfState(before);
  if (await hasMoved(files, key)) throw new VaultError("FOLDER_MOVED", "another computer gave the folder a new code");
  const meeting: Meeting = { vault, files, key, objects: new Objects(files, key, onMoved), signal };
  const heads = await readHeads(files, key);
  const isSettled = before.last && before.leaving === undefined && settled !== null && settled === settledBy(before, heads) && !hasNews(vault);
  if (isSettled && before.last.strangers === (await hasStrangers(files, key))) {
    return { report: { ...before.last, at: vault.around.now(), received: 0, sent: 0, conflicts: 0 }, documents: [], purged: false, settled };
  }
  await meeting.objects.list();
  const state = distinct(before, heads);
  const others = heads.filter(({ device }) => device !== state.device);
  const taken = await receive(meeting, state, others);
  const sent = await send(meeting, taken.state, heads);
  const spare = [...taken.spare, ...sent.spare];
  await meeting.objects.remove(spare);
  const { received, conflicts, waiting } = taken;
  const { leaving, ...rest } = sent.state;
  // All that this computer has is under the new code by now; what could not be brought keeps the old root's objects there.
  if (leaving !== undefined) await leaveRoot(files, await keyOfState({ secret: leaving }), vault.around.now(), sent.skipped === 0);
  const arrived: LocalState = leaving !== undefined && sent.skipped > 0 ? { ...rest, leaving } : rest;
  const strangers = await hasStrangers(files, key);
  const report = { at: vault.around.now(), received, sent: sent.count, conflicts, waiting, behind: behindOf(state, heads), strangers };
  // A look that brought nothing and tells nothing new leaves no trace: the log would grow by it.
  const kept = readState(vault.main.table);
  if (JSON.stringify({ ...arrived, last: null }) !== JSON.stringify({ ...kept, last: null }) || report.received + report.sent > 0 || standing(report) !== standing(kept?.last)) await vault.change(() => ({ drafts: [stateDraft({ ...arrived, last: report })] }));
  return { report, documents: taken.documents, purged: taken.purged, settled: waiting > 0 ? null : settledBy(sent.state, [...others, { device: sent.state.device, number: sent.state.number }]) };
}

/** What a report says of how things stand, in words to compare; when it was made and what it moved is no part of it. */
function standing(report: FolderReport | null | undefined): string {
  return JSON.stringify(report ? [report.waiting, report.behind, report.strangers] : null);
}

/** The heads that were seen; null when ours is not among them. */
function settledBy(state: LocalState, heads: readonly Pick<Head, "device" | "number">[]): string | null {
  const names = heads.map(({ device, number }) => `${device} ${number}`);
  return names.includes(`${state.device} ${state.number}`) ? names.toSorted().join() : null;
}

/**
 * A head in our name that we did not write: this profile was copied to another computer, or put back to an older day. From
 * now on we are somebody else, and what was written in our name is another's.
 */
function distinct(state: LocalState, heads: readonly Head[]): LocalState {
  const foreign = heads.some(({ device, number, batches }) => device === state.device && (number > state.number || (number === state.number && batches.join() !== state.batches.map(({ name }) => name).join())));
  return foreign ? { ...state, device: newDevice(), number: 0, batches: [], former: [] } : state;
}

/** Those of whom more was seen before than there is now. */
function behindOf(state: LocalState, heads: readonly Head[]): readonly string[] {
  const highest = (device: string): number => Math.max(0, ...heads.filter((head) => head.device === device).map(({ number }) => number));
  const others = Object.entries(state.others).flatMap(([device, { number, label }]) => (highest(device) < number ? [label] : []));
  // Our last head may not have got there: one less is nothing.
  return state.number > 1 && highest(state.device) < state.number - 1 ? [...others, state.label] : others;
}

interface Taken {
  readonly state: LocalState;
  readonly received: number;
  readonly conflicts: number;
  readonly waiting: number;
  readonly documents: readonly string[];
  readonly purged: boolean;
  readonly spare: readonly string[];
}

async function receive({ vault, objects, key, signal }: Meeting, state: LocalState, others: readonly Head[]): Promise<Taken> {
  const wants = new Set<string>();
  const batches = new Map<string, ReadBatch>();
  let waiting = 0;
  for (const { device, batches: names } of others) {
    for (const name of names) {
      if (batches.has(name) || state.done[device]?.includes(name)) continue;
      const batch = await readBatch(objects, key, name);
      if (batch) batches.set(name, batch);
      else {
        waiting += 1;
        wants.add(name);
      }
    }
  }
  const receiver = new Receiver(vault, objects, state.device, signal);
  const late = new Set<string>();
  const [documents, spare]: [Set<string>, string[]] = [new Set(), []];
  let [received, conflicts, purged] = [0, 0, false];
  for (const [record, all] of byRecord([...batches.values()].flatMap(({ entries }) => entries))) {
    for (const entry of latestOf(all)) {
      const result = await receiver.take(entry);
      spare.push(...result.spare);
      for (const name of result.missing) wants.add(name);
      if (result.conflict) conflicts += 1;
      if (result.kind === "waiting") {
        waiting += 1;
        late.add(record);
      } else if (result.kind === "taken") {
        received += 1;
        if (entry.collection === "documents") documents.add(entry.id);
        if (entry.collection === "documents" && entry.value === undefined) purged = true;
      }
    }
  }
  const isIn = (name: string, device: string): boolean => {
    const batch = batches.get(name);
    return batch ? !batch.strange && batch.entries.every((entry) => !late.has(recordOf(entry))) : (state.done[device]?.includes(name) ?? false);
  };
  const done: Record<string, readonly string[]> = {};
  const met: Record<string, OtherComputer> = { ...state.others };
  for (const { device, label, number, at, batches: names } of others) {
    done[device] = [...(done[device] ?? []), ...names.filter((name) => isIn(name, device))];
    if (number >= (met[device]?.number ?? 0)) met[device] = { number, label, at };
  }
  return { state: { ...state, done, others: met, wants: [...wants].slice(0, 100) }, received, conflicts, waiting, documents: [...documents], purged, spare };
}

async function send({ vault, files, key, objects, signal }: Meeting, state: LocalState, heads: readonly Head[]): Promise<{ readonly state: LocalState; readonly count: number; readonly skipped: number; readonly spare: readonly string[] }> {
  await repair(objects, state, heads);
  const lost = state.batches.some(({ name }) => !objects.has(name));
  const all = state.batches.length === 0 || lost;
  const { entries, drafts, skipped, spare } = await collect(vault, objects, state.device, all, signal);
  const written = await writeBatches(objects, key, entries);
  const batches = await gather(objects, key, all ? written : [...state.batches, ...written]);
  const mine = heads.filter(({ device }) => device === state.device);
  const said = mine.find(({ number }) => number === state.number);
  const news = entries.length > 0 || lost || state.number === 0 || (said !== undefined && said.label !== state.label) || (said?.wants ?? []).join() !== state.wants.join();
  const before = state.batches.map(({ name }) => name);
  const current = new Set(batches.map(({ name }) => name));
  // The first word of a computer that the others have not heard of yet: its name must not be one of theirs.
  const label = state.number === 0 ? freeLabel(state.label, Object.values(state.others).map((other) => other.label)) : state.label;
  const next: LocalState = news ? { ...state, label, number: state.number + 1, batches, former: before.filter((name) => !current.has(name)) } : state;
  // Remembered first: a head that we wrote and don't know of would be taken for somebody else's.
  if (news) await vault.change(() => ({ drafts: [...drafts, stateDraft(next)] }));
  if (news || !said) {
    const seen = Object.fromEntries(Object.entries(next.others).map(([device, { number }]) => [device, number]));
    await writeHead(files, key, { device: next.device, label: next.label, number: next.number, at: vault.around.now(), batches: next.batches.map(({ name }) => name), seen, wants: next.wants });
    await removeOldHeads(files, key, next.device, next.number);
  }
  return { state: next, count: entries.length, skipped, spare: news ? [...spare, ...state.former.filter((name) => !current.has(name))] : spare };
}

/** What somebody could not read is looked at; what is not whole is taken away, so that who has it writes it again. */
async function repair(objects: Objects, state: LocalState, heads: readonly Head[]): Promise<void> {
  const wanted = new Set(heads.filter(({ device }) => device !== state.device).flatMap(({ wants }) => wants));
  for (const name of wanted) if (objects.has(name) && !(await objects.read(name))) await objects.remove([name]);
}
