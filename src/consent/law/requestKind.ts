/**
 * What a person may ask for. The lines are those of the checklist (docs/checklist.md); the articles are those of the Law
 * of Georgia on Personal Data Protection, No. 3144, unless another law is named.
 */
export const requestKinds = [
  /** Line 123: where the database is, what it is called and for, who owns or manages it. Article 13. */
  "whereWho",
  /** Line 124: on what terms data are given to others, and to whom. Article 13. */
  "recipients",
  /** Line 125: the data themselves, and a copy. Article 14. */
  "access",
  /** Line 126: whether anything is stored, and what. Article 13. */
  "existence",
  /** Line 127: a reasoned objection to processing by a public body; to another, under Article 16, and 12 for direct marketing. */
  "objection",
  /** Line 128: to correct, update or complete. Article 15. */
  "rectify",
  /** Line 128: to erase or destroy. Article 16. */
  "erase",
  /** To stop processing. Article 16. */
  "stop",
  /** To stop direct marketing. */
  "stopMarketing",
  /** Consent is taken back. Article 20. */
  "withdraw",
  /** To block while something is in dispute. Article 17. */
  "block",
  /** To get the data in a form a machine can read, or to have them passed on. Article 18. */
  "portability",
  /** Lines 44 to 47: public information. General Administrative Code, chapter III. */
  "publicInformation",
  /** Lines 62 and 129: a demand that the data be protected. */
  "protect",
  /** Lines 116 and 130: a complaint to the authority that supervises personal data. Article 22. */
  "complaint",
  /** Lines 116 and 131: the outline of a claim for the court. */
  "claim",
] as const;

export type RequestKind = (typeof requestKinds)[number];

/** Kinds that an organisation answers; the other two go to an authority or a court about such a one. */
export const ordinaryKinds: readonly RequestKind[] = requestKinds.filter((kind) => kind !== "complaint" && kind !== "claim");

/** Kinds by which a person learns of their own data: of these it is known that they are free of charge (line 133). */
export const readingKinds: readonly RequestKind[] = ["whereWho", "recipients", "access", "existence", "portability"];

/**
 * Who asks: the person the data are about, somebody for them (line 123), a legal person or another third party
 * (line 105; only for data about somebody else).
 */
export const askers = ["self", "representative", "thirdParty", "legalPerson"] as const;
export type Asker = (typeof askers)[number];

/** The person's own request, by themself or through somebody: four items, no purpose, no deferral (lines 132 to 138). */
export function isOwn(asker: Asker): boolean {
  return asker === "self" || asker === "representative";
}

const aboutOthers: readonly RequestKind[] = ["access", "existence"];

/**
 * Who may ask for that. Rights over one's own data are the person's, and may be used through somebody; others can ask only for
 * data about somebody (lines 102 to 105) or for public information, and appeal what came of that.
 */
export function askersFor(kind: RequestKind): readonly Asker[] {
  if (aboutOthers.includes(kind)) return askers;
  return askers.filter((asker) => isOwn(asker) || (asker === "legalPerson" && kind === "publicInformation"));
}
