// What is kept too long, and a request to erase it that is there: until it is answered, the record says that it is kept.
import type { Holding } from "../record/record.ts";
import { isOpen, type TrackedRequest } from "./overview.ts";

export interface Erasure {
  readonly requestId: string;
  /** ISO date; null: not sent yet. */
  readonly sentOn: string | null;
}

/** @returns the last request sent that asks to erase all of this and is open, else one that is begun; null: there is none */
export function erasureOf({ id, organisationId }: Pick<Holding, "id" | "organisationId">, tracked: readonly TrackedRequest[]): Erasure | null {
  const meant = tracked.filter(({ request, situation }) => {
    const { kind, asker, holdingId, asked } = request;
    return kind === "erase" && asker === "self" && request.organisationId === organisationId && (holdingId === null || holdingId === id) && asked.data.length === 0 && isOpen({ request, situation });
  });
  const all = meant.map(({ request }): Erasure => ({ requestId: request.id, sentOn: request.events.findLast(({ type }) => type === "sent")?.on ?? null }));
  return all.toSorted((a, b) => ((a.sentOn ?? "") < (b.sentOn ?? "") ? 1 : -1))[0] ?? null;
}
