// What is typed on a request's page before it is recorded, as the vault keeps it ([Note: own drafts]). Pure.
import type { ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import type { KeptLetter, RequestEvent } from "../../consent/request/event.ts";
import { type NextStep, stepKinds } from "../../consent/request/nextStep.ts";
import type { EventFields } from "./eventFields.ts";
import { type Attaching, nothingAttached, withoutFiles } from "./papers.ts";

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

/** A step that is not offered now, and what was typed for it. */
export interface HeldStep {
  readonly kind: NextStep["kind"];
  readonly words: readonly string[];
}

/**
 * What of it is worth keeping: of the steps that can be taken, of those that can't be now the words ([Note: words of a step that is
 * gone]), and of events that are there. Files that are not in the vault are kept by their names alone.
 * @returns null: nothing
 */
export function stepDraftOf(draft: StepDraft, steps: readonly NextStep[], events: readonly RequestEvent[]): StepDraft | null {
  const { open, typed, complainTo, court, given, signed, attaching } = draft;
  const offered = steps.map(({ kind }) => kind);
  const kinds = [...offered, ...heldOver(draft, steps, events).map(({ kind }) => kind)];
  const left: StepDraft = {
    open: open !== null && offered.includes(open) ? open : null,
    typed: ofThese<EventFields>(typed, kinds, (fields) => ({ ...fields, attached: withoutFiles(fields.attached) })),
    complainTo: kinds.includes("complain") ? complainTo : null,
    court: kinds.includes("sue") ? court : "",
    given: kinds.includes("giveMore") ? given : "",
    signed: ofThese<SignedStep>(signed, kinds, (one) => one),
    attaching: ofThese<Attaching>(attaching, events.map(({ id }) => id), (one) => ({ ...withoutFiles(one), opened: one.opened })),
  };
  const nothing = left.complainTo === null && left.court === "" && left.given === "" && [left.typed, left.signed, left.attaching].every((all) => Object.keys(all).length === 0);
  return nothing ? null : left;
}

/**
 * [Note: words of a step that is gone] Another window, or another computer, may record something after which a step is not offered
 * any more: it may come back, and what a person wrote for it is not ours to throw away. It is kept and said so. Choices and days
 * alone are soon made again, and words that are on record were recorded from the same draft, in the other window.
 */
export function heldOver(draft: StepDraft, steps: readonly NextStep[], events: readonly RequestEvent[]): readonly HeldStep[] {
  const offered = new Set(steps.map(({ kind }) => kind));
  const left = stepKinds.flatMap((kind) => {
    const written = offered.has(kind) ? [] : writtenFor(kind, draft);
    return written.length === 0 ? [] : [{ kind, written }];
  });
  if (left.length === 0) return [];
  const texts = textsOf(events);
  // What is given to know goes out as a part of the letter.
  const isThere = (kind: NextStep["kind"], text: string): boolean => texts.has(text) || (kind === "giveMore" && [...texts].some((one) => one.includes(text)));
  return left.filter(({ kind, written }) => !written.every(({ known }) => isThere(kind, known))).map(({ kind, written }) => ({ kind, words: written.map(({ shown }) => shown) }));
}

/** Every text in what is on record. */
function textsOf(events: readonly RequestEvent[]): ReadonlySet<string> {
  const texts = new Set<string>();
  JSON.stringify(events, (_, value: unknown) => {
    if (typeof value === "string") texts.add(value.trim());
    return value;
  });
  return texts;
}

/** What a person wrote or brought for a step: as it is shown, and by which text it is found on record. */
function writtenFor(kind: NextStep["kind"], { typed, signed, complainTo, court, given }: StepDraft): readonly { readonly shown: string; readonly known: string }[] {
  const fields = typed[kind];
  const { official = null, reason = null, legalGround = null } = fields?.notice ?? {};
  const { papers, note, lost = [] } = fields ? withoutFiles(fields.attached) : nothingAttached;
  const own = [kind === "complain" ? complainTo?.name : null, kind === "sue" ? court : null, kind === "giveMore" ? given : null];
  const words = [...own, fields?.words, fields?.ground, official, reason, legalGround, note, ...lost].flatMap((one) => one?.trim() || []);
  const files = [...papers.flatMap((one) => (one instanceof File ? [] : [one])), ...(signed[kind] ? [signed[kind].file] : [])];
  return [...words.map((one) => ({ shown: one, known: one })), ...files.map(({ name, sha256 }) => ({ shown: name, known: sha256 }))];
}

function ofThese<T>(all: Readonly<Partial<Record<string, T>>>, keys: readonly string[], as: (one: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const one = all[key];
      return one === undefined ? [] : [[key, as(one)] as const];
    }),
  );
}
