/** Line 89: owner, manager, a purely technical contractor (no manager: no access to the content), third party. */
export const roles = ["owner", "manager", "contractor", "thirdParty"] as const;
export type Role = (typeof roles)[number];

/** Line 89: a database is an ordered set in electronic form, in card files, or in both. */
export const databaseForms = ["electronic", "files", "both"] as const;
export type DatabaseForm = (typeof databaseForms)[number];

/**
 * Line 89: from where the data came. Directories, address books and registers are publicly available sources; social networks
 * and internet resources are not, unless the person has said that the data are there for free use (`published`).
 */
export const dataSources = ["self", "organisation", "publicSource", "published", "internet"] as const;
export type DataSource = (typeof dataSources)[number];

/** Line 89: what processing is made of, in the second document's order. */
export const processingActs = [
  "collection", "registration", "accumulation", "storage", "adaptation", "modification", "updating", "use", "dissemination", "sale", "transfer", "depersonalisation", "destruction",
] as const;
export type ProcessingAct = (typeof processingActs)[number];

/** How data stop being about a person: destroyed, or with all that points to the person taken out. */
export const endings = ["destroyed", "depersonalised"] as const;
export type Ending = (typeof endings)[number];

/** Lines 96 to 98. */
export const consentForms = ["paper", "electronic", "tick"] as const;
export type ConsentForm = (typeof consentForms)[number];

/** Event states of ISO/IEC TS 27560 as DPV names them; the first two are the valid ones. */
export const consentStates = ["given", "renewed", "unknown", "requested", "deferred", "refused", "withdrawn", "expired", "terminated", "invalidated"] as const;
export type ConsentState = (typeof consentStates)[number];

/** Line 101, as the law and the second document list them, and those that the law adds. */
export const specialCategories = ["origin", "politics", "religion", "philosophy", "party", "union", "health", "sexualLife", "biometric", "genetic", "conviction"] as const;
export type SpecialCategory = (typeof specialCategories)[number];

export const legalBases = ["consent", "contract", "law", "publicTask", "vitalInterest", "legitimateInterest", "unknown"] as const;
export type LegalBasis = (typeof legalBases)[number];

/** How we know: said by the portal or in a document, entered by the person, or brought from elsewhere. */
export const confidences = ["portal", "document", "own", "imported"] as const;
export type Confidence = (typeof confidences)[number];

export const evidenceKinds = ["portalPage", "service", "letter", "policy", "own", "import"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const sectors = ["public", "private", "unknown"] as const;
export type Sector = (typeof sectors)[number];
