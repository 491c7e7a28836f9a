// By organisation and by category: what each holds at a glance, those first with which something has to be done.
import { findableNames } from "../record/organisationName.ts";
import type { Organisation } from "../record/record.ts";
import type { SpecialCategory } from "../record/vocabulary.ts";
import type { Category } from "../../codec/categories.ts";
import { grouped, type Ledger } from "./ledger.ts";
import { finder, Searchable } from "./finding.ts";
import { byOrganisationName } from "./nameOrder.ts";
import { isOpen, type TrackedRequest } from "./overview.ts";
import type { Row } from "./rows.ts";

export interface OrganisationSummary {
  readonly id: string;
  readonly organisation: Organisation;
  /** How many databases or services it holds data in. */
  readonly holdings: number;
  readonly special: readonly SpecialCategory[];
  /** Holdings that should have ended, or end within 30 days. */
  readonly ending: number;
  /** Those of them that should have ended. */
  readonly over: number;
  readonly openRequests: number;
  readonly overdue: number;
}

/** Every organisation on record: overdue first, then what is over, then what runs out, then by name. */
export function organisationsOf(ledger: Pick<Ledger, "organisations">, rows: readonly Row[], tracked: readonly TrackedRequest[], language: "ka" | "en" = "ka"): readonly OrganisationSummary[] {
  const rowsBy = grouped(rows, ({ organisation }) => organisation.id);
  const requestsBy = grouped(tracked, ({ request }) => request.organisationId);
  const summaries = byOrganisationName(ledger.organisations.values(), (one) => one, language).map((organisation): OrganisationSummary => {
    const own = rowsBy(organisation.id);
    const asked = requestsBy(organisation.id);
    return {
      id: organisation.id,
      organisation,
      holdings: own.length,
      special: [...new Set(own.flatMap(({ special }) => special))],
      ending: own.filter(({ ends }) => ends === "over" || ends === "soon").length,
      over: own.filter(({ ends }) => ends === "over").length,
      openRequests: asked.filter(isOpen).length,
      overdue: asked.filter(({ situation }) => situation.overdue).length,
    };
  });
  return summaries.toSorted((a, b) => b.overdue - a.overdue || Number(b.over > 0) - Number(a.over > 0) || Number(b.ending > 0) - Number(a.ending > 0));
}

/** Those whose name, earlier or English name or code has all words of the text. */
export function findOrganisations(summaries: readonly OrganisationSummary[], text: string): readonly OrganisationSummary[] {
  const found = finder(text);
  if (found === null) return summaries;
  return summaries.filter(({ organisation }) => found(Searchable.of(findableNames(organisation))));
}

/** How many of these organisations each category has, in the portal's order; null: those without one. Empty ones are left out. */
export function categoryCounts(summaries: readonly Pick<OrganisationSummary, "organisation">[], order: readonly Category[]): readonly (readonly [Category | null, number])[] {
  const counts = new Map<Category | null, number>();
  for (const { organisation } of summaries) counts.set(organisation.category, (counts.get(organisation.category) ?? 0) + 1);
  return [...order, null].flatMap((one) => (counts.has(one) ? [[one, counts.get(one) ?? 0] as const] : []));
}
