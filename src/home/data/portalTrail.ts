import { dayInTbilisi, type Day } from "../../consent/calendar/day.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { type Answer, parseAnswer } from "../../forms/answer.ts";
import { sortApplications } from "../../forms/applications.ts";

export interface KeptAnswer {
  /** Of its record in "answers". */
  readonly id: string;
  readonly answer: Answer;
}

/** What the portal knows of a request. */
export interface PortalTrail {
  /** The application that carried its letter, as the portal confirmed it. */
  readonly sent: { readonly number: string | null; readonly day: Day } | null;
  /** Answers to that application, oldest first. */
  readonly answers: readonly KeptAnswer[];
}

export const nothingKnown: PortalTrail = { sent: null, answers: [] };

type Records = readonly { readonly id: string; readonly value: unknown; readonly version: string }[];

/**
 * Looks for the request among the applications and answers that the portal's pages brought into the vault: by the signed
 * letter's hash among the attachments, by the reference in a field, or by the number that was entered.
 */
export function trailOf({ reference, events }: Pick<DataRequest, "reference" | "events">, drafts: Records, answers: Records): PortalTrail {
  const hashes = new Set(events.flatMap((one) => (one.type === "signed" && one.letter ? [one.letter.sha256] : [])));
  const carrier = sortApplications(drafts).sent.find(({ receipt, application }) => receipt && (application.attachments.some(({ sha256 }) => hashes.has(sha256)) || application.fields.some(({ values }) => values.some((value) => value.includes(reference)))));
  const entered = events.findLast((one) => one.type === "sent")?.number ?? null;
  const receipt = carrier?.receipt ?? null;
  const number = receipt?.number ?? entered;
  return {
    sent: receipt ? { number: receipt.number, day: dayInTbilisi(receipt.at) } : null,
    answers: answers
      .flatMap(({ id, value }): readonly KeptAnswer[] => {
        const answer = parseAnswer(value);
        return answer !== null && number !== null && answer.number === number ? [{ id, answer }] : [];
      })
      .toSorted((a, b) => a.answer.savedAt - b.answer.savedAt),
  };
}
