// Our words and W3C DPV's (https://w3id.org/dpv, version 2), with the ISO/IEC TS 27560 field each stands for in docs/consent.md.
// What DPV has no word for is under `mq:`.
import type { ConsentForm, ConsentState, DataSource, Ending, LegalBasis, ProcessingAct, Role, SpecialCategory } from "./vocabulary.ts";

export const prefixes = {
  dct: "http://purl.org/dc/terms/",
  dpv: "https://w3id.org/dpv#",
  loc: "https://w3id.org/dpv/loc#",
  mq: "urn:moqalaqe:terms:",
  pd: "https://w3id.org/dpv/pd#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The IRI of a word of W3C DPV's. */
export const dpv = (word: string): string => prefixes.dpv + word;

/** The IRI of a Dublin Core term. */
export const dct = (word: string): string => prefixes.dct + word;

const name = { "@type": "@id" } as const;
const time = { "@type": "xsd:dateTime" } as const;

/**
 * The context of what we write. It says of which terms the values are names of things: else `"dpv:Consent"` would be a text
 * for every JSON-LD processor, and no word of the vocabulary.
 */
export const context = {
  ...prefixes,
  "dct:conformsTo": name,
  "dct:created": time,
  "dct:modified": time,
  "dpv:hasDataSource": name,
  "dpv:hasDataSubject": name,
  "dpv:hasIndicationMethod": name,
  "dpv:hasJurisdiction": name,
  "dpv:hasLegalBasis": name,
  "dpv:hasProcessing": name,
  "dpv:isIndicatedAtTime": time,
  "dpv:isIndicatedBy": name,
  "mq:role": name,
} as const;

export const recordProfile = "https://w3id.org/dpv/schema/dpv-27560#record";
export const receiptProfile = "https://w3id.org/dpv/schema/dpv-27560#receipt";

export const roleTerms: Readonly<Record<Role, string>> = {
  owner: "dpv:DataController",
  manager: "dpv:DataProcessor",
  contractor: "mq:TechnicalContractor",
  thirdParty: "dpv:ThirdParty",
};

export const stateTerms: Readonly<Record<ConsentState, string>> = {
  given: "dpv:ConsentGiven",
  renewed: "dpv:RenewedConsentGiven",
  unknown: "dpv:ConsentUnknown",
  requested: "dpv:ConsentRequested",
  deferred: "dpv:ConsentRequestDeferred",
  refused: "dpv:ConsentRefused",
  withdrawn: "dpv:ConsentWithdrawn",
  expired: "dpv:ConsentExpired",
  terminated: "dpv:ConsentRevoked",
  invalidated: "dpv:ConsentInvalidated",
};

/** Who shows a state; null: nobody did, or nobody said who. */
export const indicatedBy: Readonly<Record<ConsentState, string | null>> = {
  given: "dpv:DataSubject",
  renewed: "dpv:DataSubject",
  unknown: null,
  requested: "dpv:DataController",
  deferred: "dpv:DataSubject",
  refused: "dpv:DataSubject",
  withdrawn: "dpv:DataSubject",
  expired: null,
  terminated: null,
  invalidated: null,
};

export const formTerms: Readonly<Record<ConsentForm, string>> = { paper: "mq:PaperDocument", electronic: "mq:ElectronicDocument", tick: "mq:TickMark" };

export const sourceTerms: Readonly<Record<DataSource, string>> = {
  self: "dpv:DataSubjectDataSource",
  organisation: "dpv:ThirdPartyDataSource",
  publicSource: "dpv:PublicDataSource",
  published: "dpv:DataPublishedByDataSubject",
  internet: "mq:InternetDataSource",
};

export const actTerms: Readonly<Record<ProcessingAct, string>> = {
  collection: "dpv:Collect",
  registration: "dpv:Record",
  accumulation: "mq:Accumulate",
  storage: "dpv:Store",
  adaptation: "dpv:Adapt",
  modification: "dpv:Modify",
  updating: "mq:Update",
  use: "dpv:Use",
  dissemination: "dpv:Disseminate",
  sale: "mq:Sell",
  transfer: "dpv:Transfer",
  depersonalisation: "dpv:Anonymise",
  destruction: "dpv:Destruct",
};

export const endingTerms: Readonly<Record<Ending, string>> = { destroyed: "dpv:Destruct", depersonalised: "dpv:Anonymise" };

export const basisTerms: Readonly<Record<LegalBasis, string>> = {
  consent: "dpv:Consent",
  contract: "dpv:Contract",
  law: "dpv:LegalObligation",
  publicTask: "dpv:PublicInterest",
  vitalInterest: "dpv:VitalInterest",
  legitimateInterest: "dpv:LegitimateInterest",
  unknown: "mq:UnknownBasis",
};

export const specialTerms: Readonly<Record<SpecialCategory, string>> = {
  origin: "pd:EthnicOrigin",
  politics: "pd:PoliticalOpinion",
  religion: "pd:Religion",
  philosophy: "pd:PhilosophicalBelief",
  party: "pd:PoliticalAffiliation",
  union: "pd:TradeUnionMembership",
  health: "pd:Health",
  sexualLife: "pd:Sexual",
  biometric: "pd:Biometric",
  genetic: "pd:Genetic",
  conviction: "pd:CriminalConviction",
};
