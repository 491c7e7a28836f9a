import type { EventType, RequestEvent } from "./event.ts";

/** The first event of these kinds since the letter was sent last; undefined: none has come, or it was never sent. */
export function firstSinceSent(events: readonly RequestEvent[], types: readonly EventType[]): RequestEvent | undefined {
  const sent = events.findLastIndex(({ type }) => type === "sent");
  return sent < 0 ? undefined : events.slice(sent).find(({ type }) => types.includes(type));
}
