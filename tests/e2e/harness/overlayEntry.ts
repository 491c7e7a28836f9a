export { makeHandle } from "../../../src/portal/features/handle.ts";
export { makePill } from "../../../src/portal/features/pills.ts";
export { openOverlay } from "../../../src/portal/overlay.ts";
