// The place of a form that takes the signed file, and how it gets there.
import { toBase64 } from "../../codec/base64.ts";
import type { FieldFile } from "../../forms/line.ts";
import { findSignatureFields } from "../detect/signature.ts";
import { holdsDeep } from "../detect/inside.ts";
import { documentOf, isA } from "../detect/unshadowed.ts";
import { bySiteData } from "../sites/bySiteData.ts";
import { controlsOf } from "./controls.ts";
import { putFile } from "./fillForm.ts";
import { announceChange } from "./ownEvents.ts";

/**
 * @param holding the signed file, where it may be in its place already
 * @returns the field that the page marks for it; else a file field that is free or takes several; null: there is none
 */
export function placeIn(form: Element, holding: File | null = null): HTMLInputElement | null {
  const inForm = (one: Element): one is HTMLInputElement => isA(one, "HTMLInputElement") && !one.disabled && (holdsDeep(form, one) || one.form === form);
  // Site data first; a form that it does not know is judged by its words.
  const marked = [...(bySiteData(documentOf(form), "signature-field")?.elements ?? []), ...findSignatureFields(documentOf(form))].find(inForm);
  if (marked) return marked;
  const files = controlsOf(form).map(({ control, kind }) => (kind === "file" ? control : null)).filter((one) => one !== null && inForm(one));
  return files.find((one): one is HTMLInputElement => isA(one, "HTMLInputElement") && (one.multiple || one.files?.length === 0 || (holding !== null && holdsSigned(one, holding)))) ?? null;
}

/** @returns what now stands in the form, for the vault; null: the field did not take it */
export async function putSigned(place: HTMLInputElement, file: File): Promise<FieldFile | null> {
  const key = (place.name || place.id).slice(0, 300);
  if (place.type === "file") {
    // One signed file: an earlier attempt's goes.
    if (!place.multiple) place.value = "";
    return putFile(place, file) ? { key, signed: true, file } : null;
  }
  place.value = toBase64(new Uint8Array(await file.arrayBuffer()));
  announceChange(place);
  return place.value === "" ? null : { key, signed: true, file };
}

/** Whether the signed file is (still) in its place: a page may draw its form anew. */
export function holdsSigned(place: HTMLInputElement | null, file: File): boolean {
  if (!place?.isConnected) return false;
  return place.type === "file" ? [...(place.files ?? [])].some(({ name, size }) => name === file.name && size === file.size) : place.value !== "";
}

/** Takes a signed file that does not fit its form any more out of it. */
export function takeBack(place: HTMLInputElement | null, file: File): void {
  if (!place) return;
  if (place.type !== "file") place.value = "";
  else {
    const rest = new DataTransfer();
    for (const one of place.files ?? []) if (one.name !== file.name || one.size !== file.size) rest.items.add(one);
    place.files = rest.files;
  }
  announceChange(place);
}
