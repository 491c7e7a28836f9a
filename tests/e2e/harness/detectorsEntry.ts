import { findFirstPassword, findPasswordForm, findProfileForm, findRegistration } from "../../../src/portal/detect/account.ts";
import { findAnswers } from "../../../src/portal/detect/answers.ts";
import { findApplicationForms, findConfirmation } from "../../../src/portal/detect/forms.ts";
import { findNotices, findServiceTerms, findTerms } from "../../../src/portal/detect/terms.ts";
import { findPersonalPage, findRegisters } from "../../../src/portal/detect/registers.ts";
import { findSignatureFields } from "../../../src/portal/detect/signature.ts";
import { findServicePage } from "../../../src/portal/detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "../../../src/portal/detect/services.ts";

export { describeService } from "../../../src/portal/detect/services.ts";
export { detectors as byWords, headWords, lookFor } from "../../../src/portal/findAnchors.ts";
export { pageFacts } from "../../../src/portal/detect/page.ts";
export { generations } from "../../../src/portal/sites/myGovGe.ts";
/** Without any site data. */
export const words = { "service-link": (document: Document) => onlyServices(findServiceLinks(document)), "service-page": findServicePage } as const;
/** The same for pages around applications. */
export const formWords = { "application-form": findApplicationForms, "signature-field": findSignatureFields, confirmation: findConfirmation, answer: findAnswers, terms: findTerms, "service-terms": findServiceTerms, notice: findNotices } as const;
export { registrationNumber } from "../../../src/portal/detect/forms.ts";
/** The same for a person's own pages, and those around an account. */
export const ownWords = { "personal-page": findPersonalPage, "personal-table": findRegisters, "password-form": findPasswordForm, "first-password": findFirstPassword, registration: findRegistration, "profile-form": findProfileForm } as const;
export { readRegister } from "../../../src/portal/detect/registers.ts";
export { identify, readForm } from "../../../src/portal/forms/readForm.ts";
export { readSeen } from "../../../src/portal/forms/readSeen.ts";
export { findSignIn, knowsSomebody } from "../../../src/portal/detect/signIn.ts";
