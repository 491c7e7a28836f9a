declare global {
  // Where somebody typed before the tools were there (announcePage.ts). In the content scripts' isolated world, which the page can't see.
  var moqalaqeTyped: Set<Element> | undefined;
}

/** Fields that only forms to be filled in have: a search, or signing in, has none. Asked of each page before the tools for them are there. */
const fields = "form :is(textarea, select, input[type=file], input[type=email], input[type=tel], input[type=date]), [role=form]";

/** Whether the tools for forms are not left to wait: what is typed at once is to be kept, too. */
export function mayHoldForm(document: Document): boolean {
  return document.querySelector(fields) !== null;
}
