import { findFirstPassword, findPasswordForm, findProfileForm, findRegistration } from "../../../src/portal/detect/account.ts";
import { findAnswers } from "../../../src/portal/detect/answers.ts";
import { findApplicationForms, findConfirmation } from "../../../src/portal/detect/forms.ts";
import { findNotices, findServiceTerms, findTerms } from "../../../src/portal/detect/terms.ts";
import { findPersonalPage, findRegisters } from "../../../src/portal/detect/registers.ts";
import { findSignatureFields } from "../../../src/portal/detect/signature.ts";
import { formDetection } from "../../../src/portal/detect/formDetection.ts";
import { readingDetection } from "../../../src/portal/detect/readingDetection.ts";
import { mayConfirm, mayUse } from "../../../src/portal/mayUse.ts";
import { learn } from "../../../src/portal/findAnchors.ts";
import { findServicePage } from "../../../src/portal/detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "../../../src/portal/detect/services.ts";

export { describeService } from "../../../src/portal/detect/services.ts";
export { headWords, lookFor } from "../../../src/portal/findAnchors.ts";
export { mayUse } from "../../../src/portal/mayUse.ts";
learn(formDetection);
learn(readingDetection);
/** What each part of the tools finds by words. */
export const byPart = { forms: formDetection.detectors, reading: readingDetection.detectors } as const;
export const byWords = { ...byPart.forms, ...byPart.reading };
/** What a part of the tools would find that nobody calls; or a page that says what has arrived, and would be taken for one that lost its form. */
export function uncalled(document: Document): readonly string[] {
  const parts = (["forms", "reading"] as const).filter((part) => !mayUse(document, part)).flatMap((part) => Object.entries(byPart[part]).filter(([id, find]) => id !== "confirmation" && find(document).length > 0).map(([id]) => `${id} without its part`));
  return mayConfirm(document) || findConfirmation(document).length === 0 ? parts : [...parts, "a confirmation without its number"];
}
export { pageFacts } from "../../../src/portal/detect/page.ts";
/** Without any site data. */
export const words = { "service-link": (document: Document) => onlyServices(findServiceLinks(document)), "service-page": findServicePage } as const;
/** The same for pages around applications. */
export const formWords = { "application-form": findApplicationForms, "signature-field": findSignatureFields, confirmation: findConfirmation, answer: findAnswers, terms: findTerms, "service-terms": findServiceTerms, notice: findNotices } as const;
export { answerFiles } from "../../../src/portal/detect/answers.ts";
export { registrationNumber } from "../../../src/portal/detect/forms.ts";
/** The same for a person's own pages, and those around an account. */
export const ownWords = { "personal-page": findPersonalPage, "personal-table": findRegisters, "password-form": findPasswordForm, "first-password": findFirstPassword, registration: findRegistration, "profile-form": findProfileForm } as const;
export { readRegister } from "../../../src/portal/detect/registers.ts";
export { identify, readForm } from "../../../src/portal/forms/readForm.ts";
export { readSeen } from "../../../src/portal/forms/readSeen.ts";
export { findSignIn, knowsSomebody, signInWay } from "../../../src/portal/detect/signIn.ts";
