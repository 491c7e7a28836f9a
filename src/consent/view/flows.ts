// Who passes the person's data to whom: the same list makes the picture and the table that stands beside it.
import type { Role } from "../record/vocabulary.ts";
import { organisationName } from "../record/organisationName.ts";
import { inWords } from "../record/ownWords.ts";
import type { Ledger } from "./ledger.ts";
import { byName } from "./nameOrder.ts";

export interface Flow {
  readonly organisationId: string;
  readonly from: string;
  readonly to: string;
  readonly roles: readonly Role[];
  readonly purposes: readonly string[];
  /** Special categories are among what may be passed on. */
  readonly special: boolean;
}

/** One flow for each pair, by organisation and recipient. */
export function flowsOf(ledger: Ledger, language: "ka" | "en" = "ka"): readonly Flow[] {
  const found = new Map<string, Flow>();
  for (const holding of ledger.holdings) {
    const organisation = ledger.organisations.get(holding.organisationId);
    if (!organisation) continue;
    const special = holding.data.some((one) => one.special !== null);
    for (const recipient of holding.recipients) {
      const key = JSON.stringify([organisation.id, inWords(recipient.name, language)]);
      const known = found.get(key);
      const purposes = recipient.purpose === null ? [] : [inWords(recipient.purpose, language)];
      found.set(key, {
        organisationId: organisation.id,
        from: organisationName(organisation, language),
        to: inWords(recipient.name, language),
        roles: unique([...(known?.roles ?? []), recipient.role]),
        purposes: unique([...(known?.purposes ?? []), ...purposes]),
        special: special || (known?.special ?? false),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => byName(a.from, b.from) || byName(a.to, b.to));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
