// What others have written, taken into this vault: record by record, each in one durable step with its streams.
import { type Bytes, wipe } from "../../card/bytes.ts";
import { fromBase64, toBase64 } from "../../codec/base64.ts";
import type { Json } from "../api.ts";
import { type VaultKeys, wrapSecret } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { type DocumentRow, documentValue, parseDocument } from "../service/documentRecord.ts";
import type { Draft, OpenedVault, Plan } from "../service/openedVault.ts";
import type { Step } from "../store/commit.ts";
import { unbase64 } from "../store/header.ts";
import { doomStream, keepStream, removeStreams } from "../store/streamStore.ts";
import { compareClocks, joinClocks } from "./clock.ts";
import { conflictRoom, type Entry, parseShared, type SharedDocument, type SharedRevision } from "./entry.ts";
import { clockNow, type Known, knownDraft, readKnown } from "./localState.ts";
import { conflictId, mergeDocuments, mergeValues, type Merged, type Version } from "./merge.ts";
import { fetchStream, type Objects } from "./objects.ts";

export interface Received {
  readonly kind: "taken" | "known" | "waiting";
  readonly conflict: boolean;
  /** Objects that are not there or not whole. */
  readonly missing: readonly string[];
  /** Objects that nobody needs any more. */
  readonly spare: readonly string[];
}

type Outcome = "known" | { readonly merged: Merged<Json | SharedDocument>; readonly known: Omit<Known, "objects"> };

export class Receiver {
  readonly #vault: OpenedVault;
  readonly #objects: Objects;
  readonly #device: string;
  readonly #signal: AbortSignal;

  constructor(vault: OpenedVault, objects: Objects, device: string, signal: AbortSignal) {
    this.#vault = vault;
    this.#objects = objects;
    this.#device = device;
    this.#signal = signal;
  }

  /** Takes an entry in, as far as it is new. What can't be read is waited for. */
  async take(entry: Entry): Promise<Received> {
    const result = { conflict: false, missing: [], spare: [] };
    if ((await this.#weigh(entry)) === "known") return { ...result, kind: "known" };
    if (entry.collection !== "documents") {
      let conflict = false;
      let kind: Received["kind"] = "known";
      await this.#vault.change(async () => {
        const outcome = await this.#weigh(entry);
        if (outcome === "known") return { drafts: [] };
        kind = "taken";
        const { merged, known } = outcome;
        const aside = await this.#aside(entry, merged.lost);
        conflict = aside.length > 0;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no document: JSON
        return { drafts: [draftOf(entry, merged, merged.value as Json | undefined), knownDraft(entry.collection, entry.id, { ...known, objects: {} }), ...aside] };
      });
      return { ...result, kind, conflict };
    }
    return this.#takeDocument(entry);
  }

  async #takeDocument(entry: Entry): Promise<Received> {
    const shared = parseShared(entry.value);
    if (entry.value !== undefined && !shared) return { kind: "waiting", conflict: false, missing: [], spare: [] };
    const { database } = this.#vault.around;
    const fetched: Bytes[] = [];
    const have = new Set(this.#row(entry.id)?.revisions.map(({ stream }) => stream));
    try {
      for (const revision of shared?.revisions ?? []) {
        if (have.has(revision.stream)) continue;
        const missing = await fetchStream(database, this.#objects, revision, secretOf(revision), this.#signal);
        if (missing.length > 0) {
          await removeStreams(database, fetched);
          return { kind: "waiting", conflict: false, missing, spare: [] };
        }
        fetched.push(unbase64(revision.stream));
      }
      let received: Received = { kind: "known", conflict: false, missing: [], spare: [] };
      const doomed: Bytes[] = [];
      await this.#vault.change(async (keys): Promise<Plan> => {
        const outcome = await this.#weigh(entry);
        if (outcome === "known") return { drafts: [] };
        const { merged, known } = outcome;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document, or removed
        const row = merged.value as SharedDocument | undefined;
        const before = this.#row(entry.id);
        const streams = new Set(row?.revisions.map(({ stream }) => stream));
        const steps: Step[] = [];
        for (const id of fetched) if (streams.has(toBase64(id))) steps.push(keepStream(id));
        for (const { stream } of before?.revisions ?? []) if (!streams.has(stream)) doomed.push(unbase64(stream));
        steps.push(...doomed.map(doomStream));
        const objects = { ...readKnown(this.#vault.main.table, "documents", entry.id)?.objects };
        for (const { stream, objects: names } of shared?.revisions ?? []) objects[stream] = names ?? [];
        const spare = Object.entries(objects).flatMap(([stream, names]) => (streams.has(stream) ? [] : names));
        const kept = Object.fromEntries(Object.entries(objects).filter(([stream]) => streams.has(stream)));
        const aside = await this.#aside(entry, merged.lost);
        const rival = row?.revisions.some(({ conflict, stream }) => conflict && !before?.revisions.some((one) => one.stream === stream && one.conflict)) ?? false;
        received = { kind: "taken", conflict: aside.length > 0 || rival, missing: [], spare };
        const value = row && documentValue(await rowOf(row, before, keys));
        return { drafts: [draftOf(entry, merged, value), knownDraft("documents", entry.id, { ...known, objects: kept }), ...aside], steps };
      });
      const now = new Set(this.#row(entry.id)?.revisions.map(({ stream }) => stream));
      // What was fetched and not needed after all.
      await removeStreams(database, [...doomed, ...fetched.filter((id) => !now.has(toBase64(id)))]);
      return received;
    } catch (error) {
      const now = new Set(this.#row(entry.id)?.revisions.map(({ stream }) => stream));
      await removeStreams(database, fetched.filter((id) => !now.has(toBase64(id)))).catch(() => undefined);
      // A document that does not come out right is waited for, as one that has not come: its computer may write it anew.
      if (error instanceof VaultError && (error.code === "CHUNK_DAMAGED" || error.code === "CHUNK_MISSING")) return { kind: "waiting", conflict: false, missing: shared?.revisions.flatMap(({ objects = [] }) => objects) ?? [], spare: [] };
      throw error;
    }
  }

  #row(id: string): DocumentRow | null {
    return parseDocument(this.#vault.main.table.get("documents", id)?.value);
  }

  /** What becomes of a record here, seen the entry. */
  async #weigh(entry: Entry): Promise<Outcome> {
    const { table } = this.#vault.main;
    const local = table.entry(entry.collection, entry.id);
    const known = readKnown(table, entry.collection, entry.id);
    const isDocument = entry.collection === "documents";
    const shared = isDocument ? (parseShared(entry.value) ?? undefined) : entry.value;
    const theirs: Version<Json | SharedDocument> = { version: entry.version, changedAt: entry.changedAt, value: shared };
    if (!local) return { merged: { ...theirs, lost: undefined }, known: { version: entry.version, clock: entry.clock, unsent: false } };
    const clock = clockNow(known, local.version, this.#device);
    const order = compareClocks(entry.clock, clock);
    if (order === "before" || (order === "same" && entry.version === local.version)) return "known";
    if (order === "after") return { merged: { ...theirs, lost: undefined }, known: { version: entry.version, clock: entry.clock, unsent: false } };
    const mine = isDocument ? (parseDocument(local.value) ?? undefined) : local.value;
    const merged = isDocument
      ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are documents
        await mergeDocuments({ ...local, value: mine as SharedDocument | undefined }, theirs as Version<SharedDocument>)
      : // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- neither is
        mergeValues({ ...local, value: mine as Json | undefined }, theirs as Version<Json>);
    return { merged, known: { version: merged.version, clock: joinClocks(clock, entry.clock), unsent: true } };
  }

  /** The version that does not stand, kept beside; none when it is there already or the person has dealt with it. */
  async #aside({ collection, id, changedAt }: Entry, lost: Json | undefined): Promise<readonly Draft[]> {
    if (lost === undefined || collection === conflictRoom) return [];
    const name = await conflictId(collection, id, lost);
    if (this.#vault.main.table.entry(conflictRoom, name)) return [];
    return [{ collection: conflictRoom, id: name, value: { collection, id, value: lost, changedAt } }];
  }
}

function draftOf({ collection, id }: Entry, { version, changedAt }: Version<unknown>, value: Json | undefined): Draft {
  return { collection, id, version, changedAt, value };
}

function secretOf({ secret }: SharedRevision): Bytes {
  const bytes = fromBase64(secret ?? "");
  if (bytes?.length !== 32) throw new VaultError("CHUNK_DAMAGED", "a revision without its secret");
  return bytes;
}

/** A document as it is kept here: what came has its secrets wrapped by this vault's key. */
async function rowOf(row: SharedDocument, before: DocumentRow | null, keys: VaultKeys): Promise<DocumentRow> {
  const own = new Map(before?.revisions.map((revision) => [revision.stream, revision]));
  const revisions = await Promise.all(
    row.revisions.map(async (shared) => {
      const { revision, size, storedAt, sha256, conflict, stream, commitment } = shared;
      const present = own.get(stream);
      if (present) return { ...present, revision, conflict };
      const secret = secretOf(shared);
      const key = toBase64(await wrapSecret(keys, unbase64(stream), secret));
      wipe(secret);
      return { revision, size, storedAt, sha256, conflict, stream, key, commitment };
    }),
  );
  return { ...row, revisions };
}
