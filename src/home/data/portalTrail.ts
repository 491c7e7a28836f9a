import { dayInTbilisi, type Day, isoOf } from "../../consent/calendar/day.ts";
import { answerTypes, copyOf } from "../../consent/request/event.ts";
import { after, phaseOf } from "../../consent/request/phase.ts";
import { firstSinceSent } from "../../consent/request/sinceSent.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { type Answer, parseAnswer } from "../../forms/answer.ts";
import type { Application, Receipt } from "../../forms/application.ts";
import { sortApplications } from "../../forms/applications.ts";

export interface KeptAnswer {
  /** Of its record in "answers". */
  readonly id: string;
  readonly answer: Answer;
  /** It is the word of whom the complaint went to, under the complaint's own number; left out: the organisation's. */
  readonly toComplaint?: true;
}

/** What the portal knows of a request. */
export interface PortalTrail {
  /** The application that carried its letter, as the portal confirmed it. */
  readonly sent: Carrier | null;
  /** Answers to that application, and to those that carried a complaint, oldest first. */
  readonly answers: readonly KeptAnswer[];
  /** The application that carried this file, by its hash: a complaint, a reminder. */
  readonly carried: (sha256: string) => Carrier | null;
}

/** An application as the portal confirmed it. */
export interface Carrier {
  readonly number: string | null;
  readonly day: Day;
}

export const nothingKnown: PortalTrail = { sent: null, answers: [], carried: () => null };

type Records = readonly { readonly id: string; readonly value: unknown; readonly version: string }[];

/**
 * Looks for the request among the applications and answers that the portal's pages brought into the vault: by the signed
 * letter's hash among the attachments, by the reference in a field, or by the number that was entered.
 */
export function trailOf({ reference, events }: Pick<DataRequest, "reference" | "events">, drafts: Records, answers: Records): PortalTrail {
  const hashes = new Set(events.flatMap((one) => (one.type === "signed" && one.letter ? [one.letter.sha256] : [])));
  const confirmed = sortApplications(drafts).sent.flatMap(({ applicationId, receipt, application }) => (receipt ? [{ applicationId, receipt, application }] : []));
  const carries = (application: Application, wanted: (sha256: string) => boolean): boolean => application.attachments.some(({ sha256 }) => wanted(sha256));
  // A complaint names the request that it is about, too: what carries a later letter is no sending of the first.
  const later = new Set(events.flatMap((one) => copyOf(one)?.file?.sha256 ?? []));
  const byHash = confirmed.find(({ application }) => carries(application, (one) => hashes.has(one)));
  const byReference = confirmed
    .filter(({ application }) => !carries(application, (one) => later.has(one) && !hashes.has(one)) && application.fields.some(({ values }) => values.some((value) => value.includes(reference))))
    .toSorted((a, b) => a.receipt.at - b.receipt.at)[0];
  const entered = events.findLast((one) => one.type === "sent")?.number ?? null;
  const carrier = byHash ?? byReference ?? null;
  const receipt = carrier?.receipt ?? null;
  // What is on record is surer than a form that only names the request.
  const number = byHash?.receipt.number ?? entered ?? receipt?.number ?? null;
  const carried = (wanted: string): Carrier | null => {
    const found = confirmed.find(({ application }) => carries(application, (one) => one === wanted));
    return found ? carrierOf(found.receipt) : null;
  };
  const complaints = new Set(events.flatMap((one) => (one.type === "complained" && one.copy?.file ? (carried(one.copy.file.sha256)?.number ?? []) : [])));
  return {
    sent: receipt ? carrierOf(receipt) : null,
    carried,
    answers: answers
      .flatMap(({ id, value }): readonly KeptAnswer[] => {
        const answer = parseAnswer(value);
        if (answer?.applicationId !== undefined) return answer.applicationId === carrier?.applicationId ? [{ id, answer }] : [];
        if (answer === null || answer.number === null) return [];
        return answer.number === number ? [{ id, answer }] : complaints.has(answer.number) ? [{ id, answer, toComplaint: true }] : [];
      })
      .toSorted((a, b) => a.answer.savedAt - b.answer.savedAt),
  };
}

/** What the portal's confirmation proves that is not on record and can be put there; empty: nothing. */
export function provedBy({ events }: Pick<DataRequest, "events">, { sent }: Pick<PortalTrail, "sent">): readonly ("sent" | "received")[] {
  if (sent === null || events.some(({ type }) => type === "received")) return [];
  const phase = phaseOf(events);
  if (after(phase, "sent") !== null) return ["sent", "received"];
  // What was answered before had come some other way.
  const answer = firstSinceSent(events, answerTypes);
  return after(phase, "received") === null || (answer && answer.on < isoOf(sent.day)) ? [] : ["received"];
}

const carrierOf = ({ number, at }: Receipt): Carrier => ({ number, day: dayInTbilisi(at) });
