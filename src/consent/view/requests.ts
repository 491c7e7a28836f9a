// The list of requests, searched and narrowed.
import { findableNames } from "../record/organisationName.ts";
import type { Organisation } from "../record/record.ts";
import { finder, Searchable } from "./finding.ts";
import type { TrackedRequest } from "./overview.ts";

export const requestStates = ["overdue", "open", "closed"] as const;

export interface RequestFilter {
  readonly text: string;
  readonly only: (typeof requestStates)[number] | null;
}

export const allRequests: RequestFilter = { text: "", only: null };

/**
 * @param kindOf what such a request is called
 * @returns those in which all words of the text are found: kind, organisation by whatever name, code, reference, the portal's number
 */
export function selectRequests(tracked: readonly TrackedRequest[], { text, only }: RequestFilter, organisations: ReadonlyMap<string, Organisation>, kindOf: (request: TrackedRequest["request"]) => string): readonly TrackedRequest[] {
  const found = finder(text);
  return tracked.filter((one) => (only === null || isSo(one, only)) && (found === null || found(wordsOf(one, organisations, kindOf))));
}

function isSo({ situation }: TrackedRequest, only: NonNullable<RequestFilter["only"]>): boolean {
  if (only === "overdue") return situation.overdue;
  return (situation.phase === "closed") === (only === "closed");
}

function wordsOf({ request }: TrackedRequest, organisations: ReadonlyMap<string, Organisation>, kindOf: (request: TrackedRequest["request"]) => string): Searchable {
  const to = organisations.get(request.organisationId);
  const numbers = request.events.flatMap((one) => (one.type === "sent" && one.number !== null ? [one.number] : []));
  return Searchable.of([kindOf(request), request.reference, ...numbers, ...(to ? findableNames(to) : [])]);
}
