// What is kept too long, and a request to erase it that is there: until it is answered, the record says that it is kept.
import type { Holding } from "../record/record.ts";
import { type Asking, lastSent } from "./lastSent.ts";
import { isOpen, type TrackedRequest } from "./overview.ts";

/** @returns the last request sent that asks to erase all of this and is open, else one that is begun; null: there is none */
export function erasureOf({ id, organisationId }: Pick<Holding, "id" | "organisationId">, tracked: readonly TrackedRequest[]): Asking | null {
  return lastSent(tracked.filter((one) => {
    const { kind, asker, holdingId, asked } = one.request;
    return kind === "erase" && asker === "self" && one.request.organisationId === organisationId && (holdingId === null || holdingId === id) && asked.data.length === 0 && isOpen(one);
  }));
}
