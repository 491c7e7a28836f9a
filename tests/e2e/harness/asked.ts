// One gesture, one request: what reaches the practice portal while somebody does something with the tools.
import type { Stage } from "./stage.ts";

/** @returns says what the portal has been asked since: ["GET /services"]; not for the picture of a tab, which the browser asks for itself */
export function askedSince(stage: Stage): () => readonly string[] {
  const { length } = stage.portal.requests;
  return () => stage.portal.requests.slice(length).filter((one) => one !== "GET /favicon.ico");
}
