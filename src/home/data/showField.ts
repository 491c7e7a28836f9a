/** Brings a form's field before the person: what is folded up around it opens, and the keyboard stands in it. */
export function showField(form: EventTarget | null, name: string): void {
  const field = form instanceof HTMLFormElement ? form.elements.namedItem(name) : null;
  if (!(field instanceof HTMLElement)) return;
  const folded = field.closest("details");
  if (folded) folded.open = true;
  field.focus();
}
