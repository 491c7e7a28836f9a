// What is found in pages with a form, by the part of the tools that is for them. See: [Note: tools in parts].
import { findProfileForm } from "./account.ts";
import { type Detection, only } from "./detection.ts";
import { findDocumentStore } from "./documentStore.ts";
import { findApplicationForms, findConfirmation } from "./forms.ts";
import { sharePage } from "./page.ts";
import { findSignatureFields } from "./signature.ts";
import { asksPassword } from "./inside.ts";

export const formDetection: Detection = {
  detectors: {
    "application-form": findApplicationForms,
    confirmation: findConfirmation,
    "signature-field": findSignatureFields,
    "document-store": findDocumentStore,
    "profile-form": findProfileForm,
  },
  // One that asks for a password is for signing in, whatever the site data say.
  sense: { "profile-form": only, "application-form": (all) => all.filter((form) => !asksPassword(form)) },
  share: sharePage,
};
