// Which draft a form's words go to. [Note: another form at the same address] A page that draws itself has one form after the other,
// often under one address: the next step, the same form empty again after a look at something else, or one and the same element for
// another application. What would be written over must not be, and no words of one application may come into another's draft: a
// form goes on with a draft where it still has what the person wrote there, and no two things speak against it. The worst that
// comes of a doubt is a draft too many.
import type { Base, FieldFile } from "../../forms/line.ts";
import { isStill } from "../../forms/sameText.ts";
import { type FieldValue, type FormIdentity, nameOfField } from "../../forms/snapshot.ts";
import { randomName } from "../../platform/randomName.ts";

/** A form as it stands in the page now. */
export interface SeenForm {
  readonly form: Element;
  readonly identity: FormIdentity;
  /** What the page says that it is for, as far as it says so: where it is, what it is called. Each counts by itself. */
  readonly about: readonly string[];
  /** What the page keeps in it out of sight: compared, and kept nowhere. */
  readonly hidden: string;
  readonly fields: readonly FieldValue[];
  /** As the person left the texts that they wrote in it, by the fields' names: what the page made of them since stands in `fields`. */
  readonly left: ReadonlyMap<string, string>;
}

export interface Writing extends Omit<SeenForm, "fields" | "left"> {
  form: Element;
  /** As it was when they began, and so is `about`: a page may change its address before it changes what is in it. */
  readonly identity: FormIdentity;
  hidden: string;
  draftId: string;
  base: Base | null;
  /** Chosen anew; null: as they were. */
  files: readonly FieldFile[] | null;
  /** What was kept of it last, */
  last: readonly FieldValue[];
  /** and the names of the texts in it that the person wrote. */
  readonly own: Set<string>;
  /** The page has taken some of them away since. */
  less: boolean;
}

export interface Writings {
  /** The draft that this form is, or goes on with; else a new one. */
  of(seen: SeenForm): Writing;
  /** What stands in this form is a draft that the vault has. */
  take(seen: SeenForm, base: Base): Writing;
  /** A draft was kept: as this one, from now on. */
  kept(asked: string, draftId: string, base: Base | null): void;
  /** They were sent: what comes next is another one. */
  forget(): void;
}

/** Of so many signs nobody writes another one in a moment. */
const longText = 40;
const mostUnrest = 3;

export function makeWritings(): Writings {
  /** The one at hand first. */
  let all: Writing[] = [];
  /** How often the page has put something else into a form, and nothing but that: where it does so all the time (a sum, a copy of what is typed), it says nothing. */
  const unrest = new WeakMap<Element, number>();

  const first = (one: Writing): Writing => {
    all = [one, ...all.filter(({ draftId }) => draftId !== one.draftId)];
    return one;
  };
  const begin = ({ form, identity, about, hidden }: SeenForm, draftId: string): Writing => ({ form, identity, about, hidden, draftId, base: null, files: null, last: [], own: new Set(), less: false });

  /** How many of the person's texts the page has taken away from a draft with which a form goes on; null: it is another one's. */
  function goneFrom(one: Writing, { form, identity, about, hidden, fields, left }: SeenForm): number | null {
    // Where somebody writes just now more may be different than in a form that is met again, or drawn anew.
    const atHand = one === all[0] && one.form === form;
    if (!atHand && identity.formKey !== one.identity.formKey) return null;
    const now = textsOf(fields);
    const before = textsOf(one.last);
    const isOwn = (name: string): boolean => one.own.has(name) || left.has(name);
    const own = [...new Map([...before, ...(atHand ? left : [])])].filter(([name, text]) => text !== "" && isOwn(name));
    // Taken away by the page. A few signs that it puts something else for are a name looked up, or a date.
    const gone = own.filter(([name, text]) => !isStill(text, now.get(name) ?? "") && !(atHand && now.get(name) && text.length < longText));
    if (gone.some(([, text]) => !atHand || text.length >= longText)) return null;
    const known = own.filter(([name]) => before.get(name)).length;
    if (2 * gone.length > known && (known > 1 || gone.some(([name]) => !now.has(name)))) return null;
    const moved = hidden !== one.hidden || [...before].some(([name, text]) => text !== "" && !isOwn(name) && now.has(name) && now.get(name) !== text);
    const signs = about.filter((word, at) => word !== one.about[at]).length + Math.min(1, gone.length);
    const times = unrest.get(form) ?? 0;
    if (moved && signs === 0) unrest.set(form, times + 1);
    return signs + Number(moved && times < mostUnrest) < 2 ? gone.length : null;
  }
  return {
    of: (seen) => {
      let gone: number | null = 0;
      const known = all.find((one) => (gone = goneFrom(one, seen)) !== null);
      const one = first(known ?? begin(seen, randomName()));
      one.less = (gone ?? 0) > 0;
      one.form = seen.form;
      one.hidden = seen.hidden;
      for (const name of seen.left.keys()) one.own.add(name);
      return one;
    },
    take: (seen, base) => first({ ...begin(seen, base.draftId), base, last: seen.fields, own: new Set(textsOf(seen.fields).keys()) }),
    kept: (asked, draftId, base) => {
      for (const one of all) if (one.draftId === asked) Object.assign(one, { draftId, base: base ?? one.base });
    },
    forget: () => void (all = []),
  };
}

/** What stands in the fields that take a text, by their names. */
function textsOf(fields: readonly FieldValue[]): ReadonlyMap<string, string> {
  return new Map(fields.flatMap((one) => (one.kind === "text" || one.kind === "rich" ? [[nameOfField(one), one.values[0] ?? ""]] : [])));
}
