import { isOwn } from "../law/requestKind.ts";
import type { FollowUp } from "../request/followUp.ts";
import type { DataRequest } from "../request/request.ts";
import type { LetterKind } from "./templates.ts";

/** Which template a letter has. Refused public information is appealed by another law than one's own data. */
export function letterKind(request: Pick<DataRequest, "kind" | "asker" | "complainTo">, followUp: FollowUp | null): LetterKind {
  const information = request.kind === "publicInformation";
  if (followUp === "complaint" && information) return "administrativeComplaint";
  if (followUp === "claim" && information) return "administrativeClaim";
  if (followUp !== null) return followUp;
  // Another body has its own law, and the complaint may be about something else than personal data.
  if (request.kind === "complaint" && (request.complainTo?.kind ?? "supervisor") !== "supervisor") return "bodyComplaint";
  const ordinary = request.kind !== "complaint" && request.kind !== "claim" && !information;
  return ordinary && !isOwn(request.asker) ? "thirdParty" : request.kind;
}

export const isComplaint = (kind: LetterKind): boolean => kind === "complaint" || kind === "bodyComplaint" || kind === "administrativeComplaint";
export const isClaim = (kind: LetterKind): boolean => kind === "claim" || kind === "administrativeClaim";
