/**
 * Copies what a field shows, on a person's click. A frame in a page may not use the newer way, which asks the page around it;
 * the older one asks nobody, as copying by keyboard doesn't.
 * @returns whether it is on the clipboard; else the field's text is selected, to be copied by hand
 */
export async function copyFrom(field: HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way in a frame of another origin
    return document.execCommand("copy");
  }
}
