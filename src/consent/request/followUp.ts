import type { KeptLetter, RequestEvent } from "./event.ts";

/** Letters that follow a request, besides the request's own. */
export const followUps = ["reminder", "incomplete", "feeObjection", "details", "complaint", "claim"] as const;
export type FollowUp = (typeof followUps)[number];

/** Which letter an event sent; null: the request's own, or none. */
export function followUpOf(event: Pick<RequestEvent, "type">): FollowUp | null {
  return byEvent[event.type] ?? null;
}

const byEvent: Readonly<Partial<Record<RequestEvent["type"], FollowUp>>> = { reminded: "reminder", contested: "incomplete", objected: "feeObjection", gaveMore: "details", complained: "complaint", sued: "claim" };

/** The request's own letter as it was signed with the card last, if it was. */
export function signedFile({ events }: { readonly events: readonly RequestEvent[] }): KeptLetter | null {
  return events.flatMap((one) => (one.type === "signed" && one.letter ? [one.letter] : [])).at(-1) ?? null;
}
