// The statutes whose time limits the engine knows. What is said from memory has `verifiedOn: null`.
import { askers, type Asker, type RequestKind } from "../law/requestKind.ts";
import type { LegalSource, LocalText, RuleSet, TimeLimit } from "../law/ruleSet.ts";

const own: readonly Asker[] = ["self", "representative"];

const dataLaw: LocalText = { ka: "საქართველოს კანონი „პერსონალურ მონაცემთა დაცვის შესახებ“ (№3144, 14.06.2023)", en: "Law of Georgia on Personal Data Protection (No. 3144, 14.06.2023)" };
const oldDataLaw: LocalText = { ka: "საქართველოს კანონი „პერსონალურ მონაცემთა დაცვის შესახებ“ (№5669, 28.12.2011)", en: "Law of Georgia on Personal Data Protection (No. 5669, 28.12.2011)" };
const administrativeCode: LocalText = { ka: "საქართველოს ზოგადი ადმინისტრაციული კოდექსი, თავი III", en: "General Administrative Code of Georgia, chapter III" };

/** Of a rule that stands in another chapter. */
const wholeCode: LocalText = { ka: "საქართველოს ზოგადი ადმინისტრაციული კოდექსი", en: "General Administrative Code of Georgia" };

const source = (title: LocalText, article: string, url: string, verifiedOn: string | null): LegalSource => ({ title, article, url, verifiedOn });
const law = (article: string, verifiedOn: string | null = "2026-11-24"): LegalSource => source(dataLaw, article, "https://matsne.gov.ge/ka/document/view/5827307", verifiedOn);
const oldLaw = (article: string, verified = true): LegalSource => source(oldDataLaw, article, "https://matsne.gov.ge/ka/document/view/1561437", verified ? "2026-11-24" : null);
const code = (article: string, verified = true): LegalSource => source(administrativeCode, article, "https://matsne.gov.ge/ka/document/view/16270", verified ? "2026-11-24" : null);

type Limit = Omit<TimeLimit, "from" | "moves" | "askers"> & Partial<Pick<TimeLimit, "from" | "moves" | "askers">>;
const limit = (one: Limit): TimeLimit => ({ from: "receipt", moves: one.unit !== "workingDays", askers: own, ...one });

const perArticle: readonly (readonly [string, readonly RequestKind[]])[] = [
  ["13", ["whereWho", "recipients", "existence"]],
  ["14", ["access"]],
  ["15", ["rectify"]],
  ["16", ["erase", "stop", "objection", "protect"]],
  ["18", ["portability"]],
  ["20", ["withdraw"]],
];

export const law3144: RuleSet = {
  id: "law-3144",
  basis: "statute",
  title: dataLaw,
  from: "2024-03-01",
  until: null,
  limits: [
    ...perArticle.flatMap(([article, kinds]) => [
      limit({ stage: "fulfilment", count: 10, unit: "workingDays", kinds, source: law(article) }),
      // Once, by at most ten working days more: twenty from receipt in all.
      limit({ stage: "extended", count: 20, unit: "workingDays", kinds, source: law(article) }),
    ]),
    limit({ stage: "firstAnswer", count: 3, unit: "workingDays", kinds: ["block"], source: law("17", null) }),
    limit({ stage: "fulfilment", count: 10, unit: "workingDays", kinds: ["block"], source: law("17") }),
    limit({ stage: "fulfilment", count: 7, unit: "workingDays", kinds: ["stopMarketing"], source: law("12", "2026-11-26") }),
    limit({ stage: "fulfilment", count: 2, unit: "months", kinds: ["complaint"], source: law("22", null) }),
    limit({ stage: "extended", count: 3, unit: "months", kinds: ["complaint"], source: law("22", null) }),
  ],
  deferral: { askers: own, noticeBy: "fulfilment", times: 1, source: law("14") },
};

export const law5669: RuleSet = {
  id: "law-5669",
  basis: "statute",
  title: oldDataLaw,
  // Adopted on 28.12.2011; the day it came into force is said from memory.
  from: "2012-05-01",
  until: "2024-03-01",
  limits: [
    limit({ stage: "fulfilment", count: 10, unit: "days", kinds: ["whereWho", "recipients", "access", "existence"], source: oldLaw("21 (3)") }),
    // As the supervisory authority of that time explained it on its site; it does not name stopping.
    limit({ stage: "fulfilment", count: 15, unit: "days", kinds: ["rectify", "erase", "block"], source: source(oldDataLaw, "22", "https://personaldata.ge/ka/rogor-movitxovot-monacemebis-gasworeba", "2026-11-26") }),
    limit({ stage: "fulfilment", count: 15, unit: "days", kinds: ["stop"], source: oldLaw("22", false) }),
    limit({ stage: "fulfilment", count: 5, unit: "workingDays", kinds: ["withdraw"], source: oldLaw("25", false) }),
    limit({ stage: "fulfilment", count: 10, unit: "workingDays", kinds: ["stopMarketing"], source: oldLaw("8", false) }),
  ],
  deferral: null,
};

export const publicInformationRules: RuleSet = {
  id: "public-information",
  basis: "statute",
  title: administrativeCode,
  from: null,
  until: null,
  limits: [
    // The code says "10 days"; whether working days are meant, nobody could verify. Both readings are kept: the earlier
    // one reminds, the complaint is offered from the later one.
    limit({ stage: "fulfilment", count: 10, unit: "days", kinds: ["publicInformation"], askers, source: code("40") }),
    limit({ stage: "fulfilment", count: 10, unit: "workingDays", kinds: ["publicInformation"], askers, source: code("40", false) }),
    limit({ stage: "explanation", count: 3, unit: "days", from: "refusal", kinds: ["publicInformation"], askers, source: code("41") }),
  ],
  deferral: null,
};

/** For a complaint to the body that decided or to the one above it: another law's than for one to the supervisor of personal data. */
export const administrativeComplaintRules: RuleSet = {
  id: "administrative-complaint",
  basis: "statute",
  title: wholeCode,
  from: null,
  until: null,
  limits: [
    limit({
      stage: "fulfilment", count: 1, unit: "months", kinds: ["complaint"], askers,
      source: source(wholeCode, "183", "https://rustaveli.org.ge/geo/siakhleebi/administratsiuli-sachivrebis-gankhilvis-vadebis-shesakheb-fondi-damatebit-avrtselebs-informatsias", "2026-11-26"),
    }),
  ],
  deferral: null,
};

/** Within so many months of the day on which the decision became known such a complaint is filed (an agency's own page on its chapter XIII). */
export const administrativeComplaintFiling = { months: 1, url: "https://sda.gov.ge/?page_id=7400&lang=en", verifiedOn: "2026-11-26" } as const;

/**
 * As an agency explains it: what a body does or leaves undone is complained of within so many months of getting to know it (Article 180), while for
 * a decision that is overdue no time can be set (177). Which of the two public information that is not given falls under, nobody has confirmed.
 */
export const administrativeSilenceFiling = { months: 1, article: "180", url: "https://napr.gov.ge/p/341", verifiedOn: "2026-11-27" } as const;

export const statutes: readonly RuleSet[] = [law3144, law5669, publicInformationRules];
