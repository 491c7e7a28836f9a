// Who supervises personal data in Georgia, and when. The authority has changed four times, so a letter looks it up by the
// day it is written, and an old complaint still finds the body it went to.
import type { LocalText } from "../law/ruleSet.ts";

export interface Addressee {
  readonly id: string;
  readonly kind: "supervisor" | "court" | "higherBody" | "otherBody";
  readonly name: LocalText;
  readonly website: string | null;
  readonly address: LocalText | null;
  readonly email: string | null;
  /** ISO dates; `from` included, `until` not. Null: no bound. */
  readonly from: string | null;
  readonly until: string | null;
  /** How exactly the two dates are known. */
  readonly precision: "day" | "year";
  /** ISO date; null: nobody has confirmed it. */
  readonly verifiedOn: string | null;
  readonly note: LocalText | null;
}

const unknown = { address: null, email: null } as const;

export const addressees: readonly Addressee[] = [
  { ...unknown, id: "inspector", kind: "supervisor", name: { ka: "პერსონალურ მონაცემთა დაცვის ინსპექტორი", en: "Personal Data Protection Inspector" }, website: null, from: "2013-01-01", until: "2019-01-01", precision: "year", verifiedOn: "2026-11-24", note: null },
  { ...unknown, id: "state-inspector", kind: "supervisor", name: { ka: "სახელმწიფო ინსპექტორის სამსახური", en: "State Inspector's Service" }, website: null, from: "2019-01-01", until: "2022-03-01", precision: "year", verifiedOn: "2026-11-24", note: null },
  { ...unknown, id: "pdps", kind: "supervisor", name: { ka: "პერსონალურ მონაცემთა დაცვის სამსახური", en: "Personal Data Protection Service" }, website: "https://pdps.ge", from: "2022-03-01", until: "2026-03-02", precision: "day", verifiedOn: "2026-11-24", note: null },
  {
    ...unknown,
    id: "state-audit-office",
    kind: "supervisor",
    name: { ka: "სახელმწიფო აუდიტის სამსახური", en: "State Audit Office of Georgia" },
    website: "https://sao.ge",
    from: "2026-03-02",
    until: null,
    precision: "day",
    verifiedOn: "2026-11-24",
    note: { ka: "2026 წლის 2 მარტიდან პერსონალურ მონაცემთა დაცვის სამსახურის უფლებამოსილება სახელმწიფო აუდიტის სამსახურს გადაეცა.", en: "On 2 March 2026 the powers of the Personal Data Protection Service passed to the State Audit Office." },
  },
  { ...unknown, id: "court", kind: "court", name: { ka: "სასამართლო (მოპასუხის ადგილსამყოფლის მიხედვით)", en: "Court (of the respondent's place)" }, website: null, from: null, until: null, precision: "day", verifiedOn: null, note: { ka: "რომელი სასამართლოა უფლებამოსილი, გადაამოწმეთ იურისტთან ან სასამართლოს კანცელარიაში.", en: "Check with a lawyer or at the court's registry which court is competent." } },
  { ...unknown, id: "higher-body", kind: "higherBody", name: { ka: "ზემდგომი ადმინისტრაციული ორგანო", en: "Superior administrative body" }, website: null, from: null, until: null, precision: "day", verifiedOn: "2026-11-26", note: { ka: "მხოლოდ ადმინისტრაციული ორგანოს გადაწყვეტილებაზე. საჩივარი შეაქვთ იმავე ორგანოში, რომელმაც გადაწყვიტა, ან მის ზემდგომ ორგანოში; რომელია ზემდგომი, ამ ორგანოში იკითხეთ.", en: "Only for what an administrative body decided. The complaint is filed with the very body that decided or with the one above it; ask that body which one is above." } },
  { ...unknown, id: "other-body", kind: "otherBody", name: { ka: "სხვა სახელმწიფო ან ადგილობრივი თვითმმართველობის ორგანო", en: "Another state or local self-government body" }, website: null, from: null, until: null, precision: "day", verifiedOn: null, note: null },
];
