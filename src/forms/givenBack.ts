// [Note: a form that comes back] Somebody goes back to a form, or loads it anew: the browser has often put back what they wrote, and the page is
// another one, that knows nothing of its draft. What they write then would be a second draft beside the first, with all that is in it. While the vault
// is locked nobody knows whether there is a first: what the form had in it is kept with what is written (`Begun`), and it is seen when the vault is open. Pure.
import type { Application } from "./application.ts";
import { isStill } from "./sameText.ts";
import { type FieldValue, type FormIdentity, nameOfField, sameValues } from "./snapshot.ts";

/** Of so many signs a key more or less makes no other text. */
const longText = 40;

/**
 * The draft of an earlier page that a form has in it, with all of its words and the same choices; of several the one with the most words, or else the
 * latest. Where anything of it is missing there is none: a draft too many costs less than a word. Nor is there one with files: a browser puts none
 * back, so that the form is without them, and what is sent would be kept as having had them.
 * @param drafts none of what this page writes already: it knows its own apart
 */
export function givenBack<Draft extends { readonly application: Application }>(drafts: readonly Draft[], { formKey }: FormIdentity, fields: readonly FieldValue[]): Draft | null {
  const now = textsOf(fields);
  const chosen = choicesOf(fields);
  const all = drafts.flatMap((draft) => {
    const { application } = draft;
    if (application.state !== "draft" || application.identity.formKey !== formKey || application.attachments.length > 0) return [];
    const texts = textsOf(application.fields);
    const isSame = [...choicesOf(application.fields)].every(([name, values]) => sameValues(values, chosen.get(name) ?? []));
    return isSame && isIn(texts, now) ? [{ draft, length: [...texts.values()].join("").length }] : [];
  });
  const [most] = all.toSorted((one, other) => other.length - one.length || other.draft.application.changedAt - one.draft.application.changedAt);
  return most?.draft ?? null;
}

type Texts = ReadonlyMap<string, string>;

function isIn(before: Texts, now: Texts): boolean {
  return before.size > 0 && [...before].every(([name, text]) => {
    const there = now.get(name) ?? "";
    return there.startsWith(text) || (text.length >= longText && isStill(text, there));
  });
}

/** What somebody wrote, by the fields' names. */
function textsOf(fields: readonly FieldValue[]): Texts {
  return new Map(fields.flatMap((one) => (one.kind === "text" || one.kind === "rich") && (one.values[0] ?? "").trim() !== "" ? [[nameOfField(one), one.values[0] ?? ""]] : []));
}

/** What somebody chose, ticked or attached, by the fields' names. */
function choicesOf(fields: readonly FieldValue[]): ReadonlyMap<string, readonly string[]> {
  return new Map(fields.flatMap((one) => (one.kind === "text" || one.kind === "rich" ? [] : [[nameOfField(one), one.values]])));
}
