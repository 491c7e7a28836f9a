import { textOf } from "./text.ts";

const storeWords = /(დოკუმენტთა საცავი|დოკუმენტების საცავი|ჩემი დოკუმენტები|ატვირთული დოკუმენტები|my documents|document store)/i;

/** The portal's own document store: a heading that says so, and a way to upload. */
export function findDocumentStore(document: Document): readonly Element[] {
  const place = document.querySelector("main, [role=main]") ?? document.body;
  const heading = place?.querySelector("h1, [role=heading][aria-level='1']");
  return place && heading && storeWords.test(textOf(heading)) && place.querySelector("input[type=file]") ? [place] : [];
}
