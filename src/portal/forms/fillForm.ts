import { type FieldValue, nameOfField, sameValues } from "../../forms/snapshot.ts";
import { announceChange } from "./ownEvents.ts";
import { isA } from "../detect/unshadowed.ts";
import { controlsOf, type Found, radiosOf } from "./controls.ts";
import { valuesOf } from "./readForm.ts";

/** A page may draw fields only after others have been answered, or draw all of them anew: so often it is looked again. */
const passes = 10;
const restMs = 180;

export interface FillFile {
  readonly key: string;
  readonly files: readonly File[];
}

/**
 * Puts values into a form as if they had been typed, until the form really has them.
 * @param find the form as it is now: a page that draws itself may have replaced it
 * @returns the fields that the form does not have, or does not take
 */
export async function fillForm(find: () => Element | null, fields: readonly FieldValue[], files: readonly FillFile[], signal: AbortSignal): Promise<readonly FieldValue[]> {
  const wanted = fields.filter(({ kind }) => kind !== "file");
  const withFiles = new Set<string>();
  let missing: readonly FieldValue[] = wanted;
  let quiet = 0;
  for (let pass = 0; pass < passes && !signal.aborted; pass += 1) {
    const form = find();
    if (form) {
      const controls = new Map(controlsOf(form).map((one) => [nameOfField({ ...one, values: [] }), one]));
      for (const field of missing) {
        const found = controls.get(nameOfField(field));
        if (found) put(form, found, field.values);
      }
      for (const file of files) if (!withFiles.has(file.key) || !hasFiles(controls, file)) putFiles(controls, file, withFiles);
    }
    await new Promise((resolve) => setTimeout(resolve, restMs));
    missing = notThere(find(), wanted);
    // What is right must stay right for a moment: a page may still be drawing itself anew.
    quiet = missing.length === 0 ? quiet + 1 : 0;
    if (quiet === 2) break;
  }
  return missing;
}

function notThere(form: Element | null, wanted: readonly FieldValue[]): readonly FieldValue[] {
  if (!form) return wanted;
  const now = new Map(controlsOf(form).map((one) => [nameOfField({ ...one, values: [] }), one]));
  return wanted.filter((field) => {
    const found = now.get(nameOfField(field));
    // A field that the page no longer has, and that had nothing in it, is not missed.
    return found ? !sameValues(valuesOf(form, found), field.values) : field.values.some((one) => one !== "");
  });
}

function put(form: Element, found: Found, values: readonly string[]): void {
  const { control, kind, key } = found;
  if (sameValues(valuesOf(form, found), values)) return;
  const [value = ""] = values;
  if (kind === "radio") {
    const chosen = radiosOf(form, key).find((one) => one.value === value);
    const now = radiosOf(form, key).find((one) => one.checked);
    if (chosen) chosen.checked = true;
    else if (now) now.checked = false;
    const changed = chosen ?? now;
    if (changed) announce(changed);
    return;
  }
  if (isA(control, "HTMLSelectElement")) for (const option of control.options) option.selected = values.includes(option.value);
  else if (isA(control, "HTMLInputElement") && kind === "check") control.checked = values.length > 0;
  else if (isA(control, "HTMLInputElement") || isA(control, "HTMLTextAreaElement")) control.value = value;
  else control.innerText = value;
  announce(control);
}

function hasFiles(controls: ReadonlyMap<string, Found>, { key, files }: FillFile): boolean {
  const control = controls.get(nameOfField({ kind: "file", nth: 0, key, label: "", values: [] }))?.control;
  return isA(control, "HTMLInputElement") && (control.files?.length ?? 0) >= files.length;
}

function putFiles(controls: ReadonlyMap<string, Found>, { key, files }: FillFile, done: Set<string>): void {
  const control = controls.get(nameOfField({ kind: "file", nth: 0, key, label: "", values: [] }))?.control;
  if (!isA(control, "HTMLInputElement")) return;
  const transfer = new DataTransfer();
  for (const file of control.multiple ? files : files.slice(0, 1)) transfer.items.add(file);
  control.files = transfer.files;
  done.add(key);
  announce(control);
}

/** Puts one file into a file field, beside those that are there where the field takes several. @returns whether it is there */
export function putFile(control: HTMLInputElement, file: File): boolean {
  const transfer = new DataTransfer();
  for (const one of control.multiple ? [...(control.files ?? [])] : []) transfer.items.add(one);
  transfer.items.add(file);
  control.files = transfer.files;
  announceChange(control);
  return [...control.files].includes(file) || [...control.files].some(({ name, size }) => name === file.name && size === file.size);
}

/** As the browser does it after a person's own change. */
function announce(control: Element): void {
  control.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
