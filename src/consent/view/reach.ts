import { startInTbilisi } from "../calendar/day.ts";
import type { Holding, Reach } from "../record/record.ts";
import { answeredBy } from "./answered.ts";
import type { TrackedRequest } from "./overview.ts";

/**
 * How far the source of a record reaches, with what came of asking it: a controller that let the day pass in silence has not answered,
 * and one that answered after that has. Worked out each time, as silence is (`timeline` in `request/situation.ts`).
 * @param tracked the requests to the organisation that holds it
 */
export function reachOf({ id, reach }: Pick<Holding, "id" | "reach">, tracked: readonly TrackedRequest[]): Reach {
  const said = answeredBy(tracked.filter(({ request }) => request.holdingId === null || request.holdingId === id));
  if (said === null) return reach;
  const { kind, askedOn } = said;
  return { ...reach, answered: kind === "answered", askedAt: askedOn === null ? reach.askedAt : new Date(startInTbilisi(askedOn)).toISOString() };
}
