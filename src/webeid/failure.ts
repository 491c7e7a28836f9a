import type { WebEidAction, WebEidErrorCode, WebEidFailure } from "./protocol.ts";
import { protocolVersion, requiresUpdate } from "./version.ts";

/** @param message for the site's developer: lower case, a fact, nothing personal. */
export function failure(action: WebEidAction, code: WebEidErrorCode, message: string): WebEidFailure {
  return { action: `web-eid:${action}-failure`, error: { code, message } };
}

/** What `status` answers a library with a larger major number; the library copies the extra fields onto its error. */
export function versionMismatch(action: WebEidAction, libraryVersion: string): WebEidFailure {
  return {
    action: `web-eid:${action}-failure`,
    error: {
      code: "ERR_WEBEID_VERSION_MISMATCH",
      message: `library ${libraryVersion} needs a newer extension`,
      extension: protocolVersion,
      nativeApp: protocolVersion,
      requiresUpdate: { extension: true, nativeApp: true },
    },
  };
}

/**
 * A failure as a page with this library is to see it: where the versions do not fit, that is the more useful reason,
 * except for what the person did (as the Web eID extension does: versions are compared for `status` and on failures).
 */
export function explainFailure(failed: WebEidFailure, action: WebEidAction, libraryVersion: string): WebEidFailure {
  const byPerson = failed.error.code === "ERR_WEBEID_USER_CANCELLED" || failed.error.code === "ERR_WEBEID_USER_TIMEOUT";
  return byPerson || !requiresUpdate(libraryVersion) ? failed : versionMismatch(action, libraryVersion);
}
