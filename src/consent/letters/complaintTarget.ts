// Where a complaint can go (line 116): to the body that supervises personal data, to the body above a public institution, or
// to another state or local body, which the person names. The court is another step.
import type { Day } from "../calendar/day.ts";
import { addresseesOn } from "../law/addressee.ts";
import type { RequestKind } from "../law/requestKind.ts";
import type { Organisation } from "../record/record.ts";
import type { ComplaintTarget } from "../request/request.ts";
import { aboutInformation } from "./letterKind.ts";

export type { ComplaintTarget } from "../request/request.ts";

interface About {
  readonly request: { readonly kind: RequestKind; readonly complainTo?: ComplaintTarget | null };
  readonly organisation: Pick<Organisation, "sector">;
  /** The earlier request that this one follows. */
  readonly follows: { readonly kind: RequestKind } | null;
}

/** Those that are open to a complaint about this organisation, the usual one first. */
export function complaintTargets({ request, organisation, follows }: About): readonly ComplaintTarget["kind"][] {
  // Who gives public information is a public institution, and the supervisor of personal data has no say in it.
  if (aboutInformation(request, follows)) return ["higherBody", "otherBody"];
  return organisation.sector === "private" ? ["supervisor", "otherBody"] : ["supervisor", "higherBody", "otherBody"];
}

/** The one that was chosen, now or with the request, or the usual one. */
export function complaintTarget(about: About & { readonly complainTo: ComplaintTarget | null }): ComplaintTarget {
  return about.complainTo ?? about.request.complainTo ?? { kind: complaintTargets(about)[0] ?? "supervisor", name: "" };
}

/** What the record keeps of it: the id of who supervised on that day, or the name. */
export function addresseeOf({ kind, name }: ComplaintTarget, day: Day): string {
  // Before 2013 nobody supervised.
  if (kind === "supervisor") return addresseesOn(day, false).find((one) => one.kind === "supervisor")?.id ?? "other-body";
  return name.trim() || (kind === "higherBody" ? "higher-body" : "other-body");
}
