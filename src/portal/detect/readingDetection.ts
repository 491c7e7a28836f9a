// What is found in pages that say something, by the part of the tools that reads. See: [Note: tools in parts].
import { findFirstPassword, findPasswordForm, findRegistration, onlyFirstPassword } from "./account.ts";
import { findAnswers } from "./answers.ts";
import { type Detection, only } from "./detection.ts";
import { registrationNumber } from "./forms.ts";
import { sharePage } from "./page.ts";
import { findPersonalPage, findRegisters } from "./registers.ts";
import { findNotices, findServiceTerms, findTerms } from "./terms.ts";

export const readingDetection: Detection = {
  detectors: {
    terms: findTerms,
    "service-terms": findServiceTerms,
    notice: findNotices,
    answer: findAnswers,
    "personal-page": findPersonalPage,
    "personal-table": findRegisters,
    "password-form": findPasswordForm,
    "first-password": findFirstPassword,
    registration: findRegistration,
  },
  sense: {
    // An answer says to which application.
    answer: (elements) => elements.filter((one) => registrationNumber(one) !== null),
    "personal-page": only,
    "password-form": only,
    "first-password": onlyFirstPassword,
    registration: only,
  },
  share: sharePage,
};
