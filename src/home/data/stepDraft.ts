// What is typed on a request's page before it is recorded, as the vault keeps it ([Note: own drafts]). Pure.
import type { ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import type { KeptLetter } from "../../consent/request/event.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import type { EventFields } from "./eventFields.ts";
import { type Attaching, withoutFiles } from "./papers.ts";

/** undefined: nothing was typed there, or it is recorded. */
export type ByStep<T> = { readonly [K in NextStep["kind"]]?: T | undefined };

/** The step's letter as it was signed with the card, and the text that was signed. */
export interface SignedStep {
  readonly file: KeptLetter;
  readonly text: string | null;
}

/** Its letters are no part of it: they lie with the request. */
export interface StepDraft {
  readonly open: NextStep["kind"] | null;
  readonly typed: ByStep<EventFields>;
  readonly complainTo: ComplaintTarget | null;
  readonly court: string;
  readonly given: string;
  readonly signed: ByStep<SignedStep>;
  /** Papers and notes that are being put to what happened before, by the event's id. */
  readonly attaching: Readonly<Record<string, Attaching | undefined>>;
}

/**
 * What of it is worth keeping: of the steps that can still be taken, and of events that are there. Files that are not in the
 * vault are kept by their names alone.
 * @returns null: nothing
 */
export function stepDraftOf({ open, typed, complainTo, court, given, signed, attaching }: StepDraft, steps: readonly NextStep[], eventIds: readonly string[]): StepDraft | null {
  const kinds = steps.map(({ kind }) => kind);
  const letters = steps.map(({ letter }) => letter);
  const left: StepDraft = {
    open: open !== null && kinds.includes(open) ? open : null,
    typed: ofThese<EventFields>(typed, kinds, (fields) => ({ ...fields, attached: withoutFiles(fields.attached) })),
    complainTo: letters.includes("complaint") ? complainTo : null,
    court: letters.includes("claim") ? court : "",
    given: letters.includes("details") ? given : "",
    signed: ofThese<SignedStep>(signed, kinds, (one) => one),
    attaching: ofThese<Attaching>(attaching, eventIds, (one) => ({ ...withoutFiles(one), opened: one.opened })),
  };
  const nothing = left.complainTo === null && left.court === "" && left.given === "" && [left.typed, left.signed, left.attaching].every((all) => Object.keys(all).length === 0);
  return nothing ? null : left;
}

function ofThese<T>(all: Readonly<Partial<Record<string, T>>>, keys: readonly string[], as: (one: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const one = all[key];
      return one === undefined ? [] : [[key, as(one)] as const];
    }),
  );
}
