import { findFirstPassword, findPasswordForm, findProfileForm, findRegistration } from "./detect/account.ts";
import { findAnswers } from "./detect/answers.ts";
import { findDocumentStore } from "./detect/documentStore.ts";
import { findApplicationForms, findConfirmation, registrationNumber } from "./detect/forms.ts";
import { forgetPage, pageFacts, rememberPage } from "./detect/page.ts";
import { findPersonalPage, findRegisters } from "./detect/registers.ts";
import { findSignatureFields } from "./detect/signature.ts";
import { findServicePage } from "./detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "./detect/services.ts";
import { findNotices, findServiceTerms, findTerms } from "./detect/terms.ts";
import { bySiteData, type Found } from "./sites/bySiteData.ts";
import type { AnchorId } from "./sites/site.ts";

export type Detector = (document: Document) => readonly Element[];

/** How an anchor is found without site data. */
export const detectors: Readonly<Partial<Record<AnchorId, Detector>>> = {
  "service-link": findServiceLinks,
  "service-page": findServicePage,
  "application-form": findApplicationForms,
  confirmation: findConfirmation,
  terms: findTerms,
  "service-terms": findServiceTerms,
  notice: findNotices,
  answer: findAnswers,
  "signature-field": findSignatureFields,
  "document-store": findDocumentStore,
  "personal-page": findPersonalPage,
  "personal-table": findRegisters,
  "password-form": findPasswordForm,
  "first-password": findFirstPassword,
  registration: findRegistration,
  "profile-form": findProfileForm,
};

/** Site data and words alike can hit a stray: what is found must also make sense together. Two of what there is one of is none. */
const sense: Readonly<Partial<Record<AnchorId, (elements: readonly Element[]) => readonly Element[]>>> = {
  "service-link": onlyServices,
  // An answer says to which application.
  answer: (elements) => elements.filter((one) => registrationNumber(one) !== null),
  "service-page": only,
  "personal-page": only,
  "password-form": only,
  "first-password": only,
  registration: only,
  "profile-form": only,
};

function only(elements: readonly Element[]): readonly Element[] {
  return elements.length === 1 ? elements : [];
}

/** Without one of these in the page there is nothing to find, neither by site data nor by words: most pages have no form. */
const form = "form, [role=form]";
const needs: Readonly<Partial<Record<AnchorId, string>>> = {
  "application-form": form,
  "signature-field": form,
  "password-form": form,
  "profile-form": form,
  "document-store": "input[type=file]",
  // Tables, or lists whose entries have named facts.
  "personal-table": "table, [role=table], [role=grid], li dt, [role=listitem] dt",
};

/**
 * What the headings of a page have to say, in small letters, before its words are looked at more closely: one look at one
 * short text in place of patterns that the browser would first have to make machine code of. No detector finds anything in a
 * page without one of its words here (tests/e2e/drift.test.ts).
 */
export const headWords: Readonly<Partial<Record<AnchorId, readonly string[]>>> = {
  answer: ["პასუხ", "answer", "reply"],
  terms: ["წეს", "პირობ", "terms"],
  "service-terms": ["წეს", "პირობ", "terms"],
  notice: ["შეტყობინებ", "notifications", "notices"],
  "personal-page": ["გვერდი", "კაბინეტი", "page"],
  registration: ["რეგისტრ", "registration", "register"],
};

/** The elements a feature looks for: by the newest generation of site data that matches, else by the page's words. */
export function lookFor(document: Document, id: AnchorId): Found {
  const known = remembering ? memory.get(id) : undefined;
  if (known) return known;
  const found = search(document, id);
  if (remembering) memory.set(id, found);
  return found;
}

// Features look at the same page in the same moment: while nothing changes in it, what one of them found is what the next one
// would find (pageWatch.ts begins and ends it).
const memory = new Map<AnchorId, Found>();
const there = new Map<string, boolean>();
let remembering = false;

export function rememberAnchors(on: boolean): void {
  remembering = on;
  rememberPage(on);
}

/** Something in the page has changed, or nobody looks any more. */
export function forgetAnchors(): void {
  memory.clear();
  there.clear();
  forgetPage();
}

/** Whether the page has an element of a selector. */
function has(document: Document, selector: string): boolean {
  const known = remembering ? there.get(selector) : undefined;
  if (known !== undefined) return known;
  const found = document.querySelector(selector) !== null;
  if (remembering) there.set(selector, found);
  return found;
}

function search(document: Document, id: AnchorId): Found {
  const need = needs[id];
  if (need !== undefined && !has(document, need)) return { elements: [], by: null };
  const bySite = bySiteData(document, id, (hit) => sensible(id, hit));
  if (bySite) return bySite;
  const words = headWords[id];
  if (words && !words.some((one) => pageFacts(document).head.includes(one))) return { elements: [], by: null };
  const elements = sensible(id, detectors[id]?.(document) ?? []);
  return { elements, by: elements.length > 0 ? "words" : null };
}

function sensible(id: AnchorId, elements: readonly Element[]): readonly Element[] {
  return elements.length === 0 ? elements : (sense[id]?.(elements) ?? elements);
}

export function findAnchors(document: Document, id: AnchorId): readonly Element[] {
  return lookFor(document, id).elements;
}
