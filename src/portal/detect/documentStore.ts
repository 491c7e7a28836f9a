import { pageFacts } from "./page.ts";
import { firstWithin } from "./unshadowed.ts";

const storeWords = /(დოკუმენტთა საცავი|დოკუმენტების საცავი|ჩემი დოკუმენტები|ატვირთული დოკუმენტები|my documents|document store)/i;

/** The portal's own document store: a heading that says so, and a way to upload. */
export function findDocumentStore(document: Document): readonly Element[] {
  const { main, heading, title } = pageFacts(document);
  return main && heading && storeWords.test(title) && firstWithin(main, "input[type=file]") ? [main] : [];
}
