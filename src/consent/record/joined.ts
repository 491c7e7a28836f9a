// [Note: joined] What is needed to take two records apart that were made one ("merge.ts") is kept in the vault beside them, in the same
// writing: who finds out weeks later that they were two is not to sort out by hand what belonged to whom. It says what the two were and
// which records moved, and nothing of what these say.
import { isFields } from "../../codec/fields.ts";
import type { Apart } from "./apart.ts";
import type { DataRecord, Holding, Organisation } from "./record.ts";
import type { JoinedHoldings } from "./joinHoldings.ts";
import { soundRecord } from "./sound.ts";

/** Two records that were made one, as far as taking them apart needs it. */
export interface Joined extends Apart {
  /** Documents of the vault that followed, with the organisation's name that they bore. */
  readonly documents: readonly NamedDocument[];
}

export interface NamedDocument {
  readonly documentId: string;
  readonly organisation: string | null;
}

/** Where the vault keeps them: records of `settings` whose names begin so, each followed by the id of the record that is gone. */
export const joinedRecords = "joined-";

/** As it is stored: plain data. */
export function storedJoined({ before, after, gone, recipients, moved, documents }: Joined): Readonly<Record<string, unknown>> {
  return { before, after, gone, recipients: [...recipients], moved: moved.map(({ id }) => id), documents: documents.map(({ documentId, organisation }) => ({ documentId, organisation })) };
}

/** @returns null: it is none, or was written by another version and can't be used */
export function parseJoined(value: unknown): Joined | null {
  if (!isFields(value)) return null;
  const [before, after, gone] = [value["before"], value["after"], value["gone"]].map((one) => recordIn(one, isOrganisation));
  const { recipients, moved, documents } = value;
  if (!before || !after || !gone || before.id !== after.id || !isTexts(moved) || !Array.isArray(recipients) || !Array.isArray(documents)) return null;
  const called = recipients.flatMap((one: unknown) => (Array.isArray(one) && typeof one[0] === "string" && isTexts(one[1]) ? [[one[0], one[1]] as const] : []));
  return { before, after, gone, recipients: new Map(called), moved: moved.map((id) => ({ id })), documents: documents.flatMap((one: unknown) => documentIn(one)) };
}

/** The same for two records of what is held (`joinHoldings.ts`), under the same name. */
export function storedHoldings({ before, after, gone, moved }: JoinedHoldings): Readonly<Record<string, unknown>> {
  return { before, after, gone, moved: moved.map(({ id }) => id) };
}

/** @returns null: it is none, or was written by another version and can't be used */
export function parseHoldings(value: unknown): JoinedHoldings | null {
  if (!isFields(value)) return null;
  const [before, after, gone] = [value["before"], value["after"], value["gone"]].map((one) => recordIn(one, isHolding));
  const { moved } = value;
  return before && after && gone && before.id === after.id && isTexts(moved) ? { before, after, gone, moved: moved.map((id) => ({ id })) } : null;
}

const isOrganisation = (one: DataRecord): one is Organisation => one.type === "organisation";
const isHolding = (one: DataRecord): one is Holding => one.type === "holding";

function recordIn<T extends DataRecord>(value: unknown, is: (one: DataRecord) => one is T): T | null {
  const id = isFields(value) ? value["id"] : null;
  const record = typeof id === "string" ? soundRecord(id, value) : null;
  return record && is(record) ? record : null;
}

function documentIn(value: unknown): readonly NamedDocument[] {
  if (!isFields(value)) return [];
  const { documentId, organisation } = value;
  return typeof documentId === "string" && (organisation === null || typeof organisation === "string") ? [{ documentId, organisation }] : [];
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

type Known = ReadonlyMap<string, Pick<Organisation, "merged">>;

/** Made one on another computer the other way round: nobody knows any more what belonged to whom. */
const isCrossed = ({ after, gone }: Joined, all: readonly Joined[]): boolean => all.some((other) => other.after.id === gone.id && other.gone.id === after.id);

/** The one that stayed says that the other one is part of it, or the other one is nowhere else. */
const isPart = ({ after, gone }: Joined, organisations: Known): boolean => organisations.get(after.id)?.merged?.some(({ id }) => id === gone.id) === true || !organisations.has(gone.id);

/** Those that can be taken apart: the one that stayed is on record, and they are one still. */
export function toTakeApart(all: readonly Joined[], organisations: Known): readonly Joined[] {
  return all.filter((one) => organisations.has(one.after.id) && isPart(one, organisations) && !isCrossed(one, all));
}

/** Those that nobody can use any more. @param presentId of an organisation that is or was on record, by now */
export function outlived(all: readonly Joined[], organisations: Known, presentId: (id: string) => string): readonly Joined[] {
  // The one that stayed may have been made one with a third: once that is undone, this can be.
  return all.filter((one) => isCrossed(one, all) || (organisations.has(one.after.id) ? !isPart(one, organisations) : !organisations.has(presentId(one.after.id))));
}
