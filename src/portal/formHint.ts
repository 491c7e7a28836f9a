import { firstWithin } from "./detect/unshadowed.ts";
/** Fields that only forms to be filled in have: a search, or signing in, has none. Asked of each page before the tools for them are there. */
const fields = "form :is(textarea, select, input:is([type=file], [type=email], [type=tel], [type=date])), [role=form]";

/** Whether the tools for forms are not left to wait: what is typed at once is to be kept, too. */
export function mayHoldForm(document: Document): boolean {
  return firstWithin(document, fields) !== null;
}
