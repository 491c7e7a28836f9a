// Where a complaint can go (line 116): to the body that supervises personal data, to the body above a public institution, or
// to another state or local body, which the person names. The court is another step.
import type { RequestKind } from "../law/requestKind.ts";
import type { Organisation } from "../record/record.ts";

export interface ComplaintTarget {
  readonly kind: "supervisor" | "higherBody" | "otherBody";
  /** As the person wrote it; empty for the supervisor, whose name is known by the day. */
  readonly name: string;
}

interface About {
  readonly request: { readonly kind: RequestKind };
  readonly organisation: Pick<Organisation, "sector">;
}

/** Those that are open to a complaint about this organisation, the usual one first. */
export function complaintTargets({ request, organisation }: About): readonly ComplaintTarget["kind"][] {
  // Who gives public information is a public institution, and the supervisor of personal data has no say in it.
  if (request.kind === "publicInformation") return ["higherBody", "otherBody"];
  return organisation.sector === "private" ? ["supervisor", "otherBody"] : ["supervisor", "higherBody", "otherBody"];
}

/** The one that was chosen, or the usual one. */
export function complaintTarget(about: About & { readonly complainTo: ComplaintTarget | null }): ComplaintTarget {
  return about.complainTo ?? { kind: complaintTargets(about)[0] ?? "supervisor", name: "" };
}
