import type { Answer } from "./answer.ts";
import { type Application, parseApplication, type Receipt, type Sent } from "./application.ts";
import { givenBack } from "./givenBack.ts";

export interface Draft {
  readonly draftId: string;
  /** Of the record, to change only what was seen. */
  readonly version: string;
  readonly application: Application;
}

export interface Applications {
  /** Newest first. */
  readonly drafts: readonly Draft[];
  readonly sent: readonly Sent[];
  /** By the id of a draft, or of what was sent: those whose place it has taken. They are in neither list, and go where it goes. */
  readonly replaced: ReadonlyMap<string, readonly Stored[]>;
}

interface Stored {
  readonly id: string;
  readonly version: string;
  readonly application: Application;
}

/** Whether this answers that application: as the person said, or else by the portal's number. */
export function isAnswerTo({ number, applicationId }: Pick<Answer, "number" | "applicationId">, sent: Pick<Sent, "applicationId" | "receipt">): boolean {
  return applicationId === undefined ? number !== null && sent.receipt?.number === number : applicationId === sent.applicationId;
}

/** Sorts the records of "drafts" into what is being written and what was sent. */
export function sortApplications(records: readonly { readonly id: string; readonly value: unknown; readonly version: string }[]): Applications {
  const drafts: Draft[] = [];
  const sent: Sent[] = [];
  const receipts = new Map<string, Receipt>();
  const applications: Stored[] = [];
  for (const { id, value, version } of records) {
    const parsed = parseApplication(value);
    if (parsed?.type === "receipt") receipts.set(parsed.applicationId, parsed);
    else if (parsed) applications.push({ id, version, application: parsed });
  }
  const takers = takersOf(applications, receipts);
  for (const { id, version, application } of applications) {
    if (takers.has(id)) continue;
    const receipt = receipts.get(id) ?? null;
    if (receipt || application.state === "sending") sent.push({ applicationId: id, application, receipt });
    else drafts.push({ draftId: id, version, application });
  }
  drafts.sort((one, other) => other.application.changedAt - one.application.changedAt);
  const when = ({ application, receipt }: Sent): number => receipt?.at ?? application.changedAt;
  sent.sort((one, other) => when(other) - when(one));
  const replaced = new Map<string, Stored[]>();
  for (const one of applications) {
    if (!takers.has(one.id)) continue;
    const last = lastOf(one.id, takers);
    replaced.set(last, [...(replaced.get(last) ?? []), one]);
  }
  return { drafts, sent, replaced };
}

/** Who has taken whose place: that of a version which it names, or that of a draft which was in its form when it was begun while the vault was locked. */
function takersOf(applications: readonly Stored[], receipts: ReadonlyMap<string, Receipt>): ReadonlyMap<string, string> {
  const takers = new Map<string, string>();
  const versions = new Map(applications.map(({ id, version }) => [id, version]));
  for (const { id, application: { from } } of applications) if (from?.replaces && versions.get(from.applicationId) === from.replaces) takers.set(from.applicationId, id);
  // In the order in which they were begun: each may have been in the form of the next.
  for (const { id, application: { begun, identity, createdAt } } of applications.toSorted((one, other) => one.application.createdAt - other.application.createdAt)) {
    if (!begun) continue;
    // What was written since somewhere else was not in that form.
    const before = applications.filter((one) => one.application.changedAt < createdAt && !takers.has(one.id) && !receipts.has(one.id) && !begun.apart.includes(one.id));
    const back = givenBack(before, identity, begun.fields);
    if (back) takers.set(back.id, id);
  }
  return takers;
}

/** The one at the end of who took whose place. */
function lastOf(id: string, takers: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let last = id;
  // Records of another computer's may name each other.
  for (let next = takers.get(last); next !== undefined && !seen.has(next); next = takers.get(last)) seen.add((last = next));
  return last;
}
