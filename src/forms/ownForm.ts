// Forms of the home page that were begun and not saved ([Note: own drafts] in home/data/ownDraft.ts): records of "drafts" beside
// the portal's applications, told apart by their type.
import { partsOfFragment } from "../codec/fragment.ts";
import { isFields } from "../codec/fields.ts";

export interface OwnDraft {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** For a record that is changed: the version of it that the form began with; null: a new one. */
  readonly base: string | null;
  /** Which window typed it; null in drafts of before that was kept. */
  readonly by: string | null;
  /** As the form has it. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** The forms, by the name in their address; `request`: what was typed into the steps of one that is on record; `organisation`: into its own deadlines. */
export const ownFormKinds = ["ask", "answer", "add", "edit", "who", "consent", "consented", "kept", "read", "letter", "request", "organisation"] as const;
export type OwnFormKind = (typeof ownFormKinds)[number];

export interface OwnForm {
  /** Its address in the home page, without the "#". */
  readonly place: string;
  readonly kind: OwnFormKind;
  readonly at: number;
}

const before = "form #";

/** The record's id. @param place the form's address in the page, with its "#" */
export const ownFormId = (place: string): string => `form ${place}`;

/** @returns null for a record of another kind */
export function parseOwnDraft(stored: unknown): OwnDraft | null {
  if (!isFields(stored) || stored["type"] !== "ownForm") return null;
  const { at, base, by, value } = stored;
  return typeof at === "number" && (base === null || typeof base === "string") && isFields(value) ? { at, base, by: typeof by === "string" ? by : null, value } : null;
}

/** Whether another window has typed into a form since it was opened here: what a page that is gone had left to keep is older. */
export function typedElsewhere({ at, by }: OwnDraft, openedAt: number, window: string): boolean {
  return by !== null && by !== window && at > openedAt;
}

/** Among the records of "drafts" those that are forms of ours, the newest first. */
export function ownForms(drafts: readonly { readonly id: string; readonly value: unknown }[]): readonly OwnForm[] {
  return drafts
    .flatMap(({ id, value }): readonly OwnForm[] => {
      const draft = parseOwnDraft(value);
      const place = id.startsWith(before) ? id.slice(before.length) : null;
      const kind = place === null ? undefined : ownFormKinds.find((one) => one === partsOfFragment(`#${place}`)[1]);
      return draft === null || place === null || kind === undefined ? [] : [{ place, kind, at: draft.at }];
    })
    .toSorted((one, other) => other.at - one.at);
}
