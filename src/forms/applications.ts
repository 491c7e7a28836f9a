import type { Answer } from "./answer.ts";
import { type Application, parseApplication, type Receipt, type Sent } from "./application.ts";

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
  const applications: { readonly id: string; readonly version: string; readonly application: Application }[] = [];
  for (const { id, value, version } of records) {
    const parsed = parseApplication(value);
    if (parsed?.type === "receipt") receipts.set(parsed.applicationId, parsed);
    else if (parsed) applications.push({ id, version, application: parsed });
  }
  const replaced = new Set(applications.map(({ application: { from } }) => (from?.replaces ? `${from.applicationId} ${from.replaces}` : "")));
  for (const { id, version, application } of applications) {
    if (replaced.has(`${id} ${version}`)) continue;
    const receipt = receipts.get(id) ?? null;
    if (receipt || application.state === "sending") sent.push({ applicationId: id, application, receipt });
    else drafts.push({ draftId: id, version, application });
  }
  drafts.sort((one, other) => other.application.changedAt - one.application.changedAt);
  const when = ({ application, receipt }: Sent): number => receipt?.at ?? application.changedAt;
  sent.sort((one, other) => when(other) - when(one));
  return { drafts, sent };
}
