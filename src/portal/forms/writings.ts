// Which draft a form's words go to. [Note: another form at the same address] A page that draws itself has one form after the other,
// often under one address: the next step, or the same form empty again after a look at something else. What would be written over
// must not be: a form goes on with a draft only where it still has what was kept of it.
import type { Base, FieldFile } from "../../forms/line.ts";
import { type FieldValue, type FormIdentity, isFilled, nameOfField } from "../../forms/snapshot.ts";
import { randomName } from "../../platform/randomName.ts";

export interface Writing {
  form: Element;
  /** As it was when they began: a page may change its address before it changes what is in it. */
  readonly identity: FormIdentity;
  draftId: string;
  base: Base | null;
  /** Chosen anew; null: as they were. */
  files: readonly FieldFile[] | null;
  /** What was kept of it last. */
  last: readonly FieldValue[];
}

export interface Writings {
  /** The draft that this form is, or goes on with; else a new one. */
  of(form: Element, identity: FormIdentity, fields: readonly FieldValue[]): Writing;
  /** What stands in this form is a draft that the vault has. @param last what was kept of it */
  take(form: Element, identity: FormIdentity, base: Base, last: readonly FieldValue[]): Writing;
  /** A draft was kept: as this one, from now on. */
  kept(asked: string, draftId: string, base: Base | null): void;
}

export function makeWritings(): Writings {
  /** The one at hand first. */
  let all: Writing[] = [];
  const first = (one: Writing): Writing => {
    all = [one, ...all.filter(({ draftId }) => draftId !== one.draftId)];
    return one;
  };
  const take = (form: Element, identity: FormIdentity, draftId: string, base: Base | null, last: readonly FieldValue[]): Writing => first({ form, identity, draftId, base, files: null, last });
  return {
    of: (form, identity, fields) => {
      const known = all.find((one) => one.identity.formKey === identity.formKey && goesOn(one, form, fields));
      if (!known) return take(form, identity, randomName(), null, []);
      known.form = form;
      return first(known);
    },
    take: (form, identity, base, last) => take(form, identity, base.draftId, base, last),
    kept: (asked, draftId, base) => {
      for (const one of all) if (one.draftId === asked) Object.assign(one, { draftId, base: base ?? one.base });
    },
  };
}

/**
 * Whether a form has most of what was kept last. One text that somebody writes anew where they wrote it is no other form, nor is
 * one that they emptied. A form drawn anew must have every word: where the page itself writes the person's name and number into
 * it, most of it is there, and what they wrote is not.
 */
function goesOn({ form, last }: Writing, now: Element, fields: readonly FieldValue[]): boolean {
  const values = new Map(fields.map((one) => [nameOfField(one), one.values[0]]));
  const written = last.filter((one) => isFilled([one]));
  const gone = written.filter((one) => {
    const text = values.get(nameOfField(one)) ?? "";
    return text === "" || !((form === now && written.length === 1) || isStill(one.values[0] ?? "", text));
  });
  if (form === now && !isFilled(fields)) return true;
  return 2 * gone.length <= written.length && (form === now || gone.every(({ kind }) => kind === "file"));
}

/** One key more or less is no other text. */
function isStill(before: string, now: string): boolean {
  return now.includes(before) || (2 * now.length > before.length && before.includes(now));
}
