import { findFirstPassword, findPasswordForm, findProfileForm, findRegistration } from "./detect/account.ts";
import { findAnswers } from "./detect/answers.ts";
import { findDocumentStore } from "./detect/documentStore.ts";
import { findApplicationForms, findConfirmation, registrationNumber } from "./detect/forms.ts";
import { findPersonalPage, findRegisters } from "./detect/registers.ts";
import { findSignatureFields } from "./detect/signature.ts";
import { findServicePage } from "./detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "./detect/services.ts";
import { findNotices, findServiceTerms, findTerms } from "./detect/terms.ts";
import { generations } from "./sites/myGovGe.ts";
import type { AnchorId } from "./sites/site.ts";

type Detector = (document: Document) => readonly Element[];

/** How an anchor is found without site data. */
const detectors: Readonly<Partial<Record<AnchorId, Detector>>> = {
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

/** What was found, and by what: the name of a generation of site data, or "words". */
export interface Found {
  /** In document order; empty when the page has none. */
  readonly elements: readonly Element[];
  readonly by: string | null;
}

/** The elements a feature looks for: by the newest generation of site data that matches, else by the page's words. */
export function lookFor(document: Document, id: AnchorId): Found {
  const known = memory?.get(id);
  if (known) return known;
  const found = search(document, id);
  memory?.set(id, found);
  return found;
}

// Features look at the same page in the same moment: while nothing changes in it, what one of them found is what the next
// one would find (pageWatch.ts begins and ends it).
let memory: Map<AnchorId, Found> | null = null;

export function rememberAnchors(on: boolean): void {
  memory = on ? new Map() : null;
}

function search(document: Document, id: AnchorId): Found {
  for (const { name, anchors } of generations) {
    const rule = anchors[id];
    const elements = rule ? sensible(id, [...document.querySelectorAll(rule.selector)]) : [];
    if (elements.length > 0) return { elements, by: name };
  }
  const elements = sensible(id, detectors[id]?.(document) ?? []);
  return { elements, by: elements.length > 0 ? "words" : null };
}

function sensible(id: AnchorId, elements: readonly Element[]): readonly Element[] {
  return elements.length === 0 ? elements : (sense[id]?.(elements) ?? elements);
}

export function findAnchors(document: Document, id: AnchorId): readonly Element[] {
  return lookFor(document, id).elements;
}
