import { versionMismatch } from "./failure.ts";
import type { StatusReply, WebEidFailure } from "./protocol.ts";
import { protocolVersion, requiresUpdate } from "./version.ts";

/** The answer to `status`, by the version of the page's library alone: it says nothing of readers or cards. */
export function statusOutcome(libraryVersion: string): StatusReply | WebEidFailure {
  if (requiresUpdate(libraryVersion)) return versionMismatch("status", libraryVersion);
  return {
    action: "web-eid:status-success",
    library: libraryVersion,
    extension: protocolVersion,
    nativeApp: protocolVersion,
  };
}
