// Whether a page may have a use for a part of the tools, asked of every page by little: the part has what finds it for sure, and
// finds nothing in a page for which this says no (tests/e2e/drift.test.ts, formAnchors.test.ts). See: [Note: tools in parts].
import { pageFacts } from "./detect/page.ts";
import { has, headSays, lookFor } from "./findAnchors.ts";
import { type PagePart, pageParts } from "../platform/pageMessages.ts";
import { anySelector } from "./sites/bySiteData.ts";
import type { AnchorId } from "./sites/site.ts";
import { anyForm, formAround, mayHoldMore, within } from "./detect/unshadowed.ts";

const anchors = {
  forms: ["application-form", "signature-field", "document-store", "profile-form"],
  signing: ["signature-field"],
  reading: ["answer", "terms", "service-terms", "notice", "personal-page", "personal-table", "password-form", "first-password", "registration"],
} as const satisfies Readonly<Record<PagePart, readonly AnchorId[]>>;

/** Two fields to type into, a file, or what a page hides for the signed file: a search, and most ways to sign in, have less. */
const typed = "input:is(:not([type]), [type=text], [type=tel], [type=email], [type=number], [type=date]), textarea, select, [contenteditable=true]";
const wanted = `input[type=file], :is(${anyForm}) input[type=hidden]:is([data-signed], [name*=sign i], [name*=xelmo i])`;
/** What may be a register of the person's: never what a form is laid out with. */
const registers = ":is(table, [role=table], [role=grid], li dt, [role=listitem] dt):not(form *)";
const oneTime = ["ერთჯერად", "one-time"];
/** One of these stands before the number under which something has arrived. */
const numbered = ["ნომერი", "№", "number", "registration no", "application no", "reference no"];

/** The part that finds an anchor; null for what every page is looked at for. */
export function partOf(anchor: AnchorId): PagePart | null {
  if (anchor === "confirmation") return "forms";
  return pageParts.find((part) => (anchors[part] as readonly AnchorId[]).includes(anchor)) ?? null;
}

/**
 * Whether a page without a form may say that one has arrived. Nobody calls the part that would know for it: where a form was sent
 * before it is called anyway.
 */
export function mayConfirm(document: Document): boolean {
  return numbered.some((word) => pageFacts(document).low.includes(word));
}

/** A form is signed where the part for forms, which comes before, has found that one asks for it. */
export function mayUse(document: Document, part: PagePart): boolean {
  if (part === "signing") return lookFor(document, "signature-field").elements.length > 0;
  return part === "forms" ? mayUseForms(document) : mayUseReading(document);
}

/** What a component or a frame has in it the part looks at itself: most pages have none. */
function mayUseForms(document: Document): boolean {
  // Asked of every page, as often as it changes: not of what there is most of.
  return mayUseHere(document) || within(document, "body :not(a,li,p,small,span,strong,td)").some(mayHoldMore);
}

function mayUseHere(document: Document): boolean {
  if (!has(document, `${anyForm}, input[type=file]`)) return false;
  if (has(document, wanted) || has(document, anySelector(anchors.forms))) return true;
  // Nothing is asked of a form itself: a control of the page that is named "elements" would answer in its place.
  const counts = new Map<unknown, number>();
  for (const control of within(document, typed)) {
    const around = formAround(control);
    // One outside of its form names it.
    const owner = "form" in control ? control.form : null;
    for (const form of new Set([around, owner])) {
      const count = (counts.get(form) ?? 0) + 1;
      if (form && count >= 2) return true;
      counts.set(form, count);
    }
  }
  return false;
}

function mayUseReading(document: Document): boolean {
  // What the page of a service says is read, and needs looking at anyway.
  if (lookFor(document, "service-page").elements.length > 0) return true;
  if (has(document, registers) || has(document, anySelector(anchors.reading))) return true;
  if (anchors.reading.some((id) => id !== "personal-table" && id !== "password-form" && id !== "first-password" && headSays(document, id))) return true;
  return within(document, "input[type=password]").length > 1 || oneTime.some((word) => pageFacts(document).low.includes(word));
}
