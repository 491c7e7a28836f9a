import { isOwn, type RequestKind } from "../law/requestKind.ts";
import type { FollowUp } from "../request/followUp.ts";
import type { DataRequest } from "../request/request.ts";
import type { LetterKind } from "./templates.ts";

interface Following {
  readonly kind: RequestKind;
}

/** Whether it is about public information: a request for it, or what appeals the answer to one and is a request by itself. */
export function aboutInformation({ kind }: Following, follows: Following | null): boolean {
  return kind === "publicInformation" || ((kind === "complaint" || kind === "claim") && follows?.kind === "publicInformation");
}

/**
 * Which template a letter has, which depends on where a complaint goes (`complainTo`). Refused public information is appealed by another law than one's own data.
 * @param follows the earlier request that this one follows
 */
export function letterKind(request: Pick<DataRequest, "kind" | "asker" | "complainTo">, followUp: FollowUp | null, follows: Following | null = null): LetterKind {
  const information = aboutInformation(request, follows);
  // Another body has its own law: neither the law on personal data nor the code sends anybody to it.
  if (followUp === "complaint" && request.complainTo?.kind === "otherBody") return "bodyComplaint";
  if (followUp === "complaint" && information) return "administrativeComplaint";
  if (followUp === "claim" && information) return "administrativeClaim";
  if (followUp !== null) return followUp;
  if (request.kind === "claim" && information) return "administrativeClaim";
  if (request.kind === "complaint" && information) return request.complainTo?.kind === "otherBody" ? "bodyComplaint" : "administrativeComplaint";
  // What an administrative body decided is complained of to it or the one above, under the General Administrative Code.
  if (request.kind === "complaint" && request.complainTo?.kind === "higherBody") return "decisionComplaint";
  // Another body has its own law, and the complaint may be about something else than personal data.
  if (request.kind === "complaint" && (request.complainTo?.kind ?? "supervisor") !== "supervisor") return "bodyComplaint";
  const ordinary = request.kind !== "complaint" && request.kind !== "claim" && request.kind !== "publicInformation";
  return ordinary && !isOwn(request.asker) ? "thirdParty" : request.kind;
}

export const isComplaint = (kind: LetterKind): boolean => kind === "complaint" || kind === "bodyComplaint" || kind === "decisionComplaint" || kind === "administrativeComplaint";
export const isClaim = (kind: LetterKind): boolean => kind === "claim" || kind === "administrativeClaim";
