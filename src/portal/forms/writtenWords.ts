// What somebody wrote in a page's form, told from what the page makes of it by itself. See: [Note: another form at the same address].
import { isStill } from "../../forms/sameText.ts";
import { type FieldValue, nameOfField } from "../../forms/snapshot.ts";
import { wordsIn } from "../detect/unshadowed.ts";
import { controlsOf } from "./controls.ts";
import type { FormAtWork } from "./formAtWork.ts";
import { type FormName, hiddenIn, readField } from "./readForm.ts";
import type { SeenForm } from "./writings.ts";

export interface WrittenWords {
  /** Somebody has written in this control, or chosen something. */
  note(control: Element): void;
  /** Whether the page has made another text of what they left there. */
  isChanged(control: Element): boolean;
  look(form: Element, name: FormName): SeenForm;
  /** From here on what they wrote is what the page has made of it, in the form that was looked at last. */
  takeAsTheyAre(): void;
  /** They had it filled in for them: all that stands there is as they want it. @returns the form */
  filled(form: Element): Element;
}

/** @param work is told what was looked at */
export function writtenWords(work: Pick<FormAtWork, "note">): WrittenWords {
  const left = new WeakMap<Element, string>();
  let looked: Element[] = [];
  const note = (control: Element): void => void left.set(control, textIn(control));
  return {
    note,
    isChanged: (control) => !isStill(left.get(control) ?? "", textIn(control)),
    look: (form, { identity, about }) => {
      const fields: FieldValue[] = [];
      const own = new Map<string, string>();
      looked = [];
      for (const found of controlsOf(form)) {
        const field = readField(form, found);
        fields.push(field);
        const was = left.get(found.control);
        if (was === undefined || (found.kind !== "text" && found.kind !== "rich")) continue;
        own.set(nameOfField(field), was);
        looked.push(found.control);
      }
      work.note(form, fields.map(({ key }) => key));
      return { form, identity, about, hidden: hiddenIn(form), fields, left: own };
    },
    takeAsTheyAre: () => looked.forEach(note),
    filled: (form) => {
      for (const { control } of controlsOf(form)) if (left.has(control)) note(control);
      return form;
    },
  };
}

function textIn(control: Element): string {
  return "value" in control ? String(control.value) : wordsIn(control);
}
