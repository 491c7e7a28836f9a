// One gesture, one request: what reaches the practice portal while somebody does something with the tools.
import type { Stage } from "./stage.ts";

/** @returns what the portal was asked meanwhile: ["GET /services"] */
export async function askedDuring(stage: Stage, act: () => Promise<unknown>): Promise<readonly string[]> {
  const { length } = stage.portal.requests;
  await act();
  return stage.portal.requests.slice(length);
}
