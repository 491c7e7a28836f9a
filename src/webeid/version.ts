// Versions as the Web eID parts compare them: Semantic Versioning 2.0.0, and only the major number counts.

/**
 * What `status` reports for the extension and for the native app. Sites compare the major number of both with that of
 * their library, so this is the Web eID release whose behaviour we match, not our own version (which starts at 0 and
 * would read as "needs an update"). There is no native app: its place is taken by this extension, hence one number.
 */
export const protocolVersion = "2.5.0";

// semver.org, "Is there a suggested regular expression to check a SemVer string?", with the length bounded.
const semVer =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

/** @returns the major number of a strict SemVer string, or null when it is none (or is longer than 64 characters). */
export function majorOf(version: string): number | null {
  if (version.length > 64) return null;
  const major = semVer.exec(version)?.[1];
  return major === undefined ? null : Number(major);
}

/** Whether this extension is too old for a page's library. An older library is always served. */
export function requiresUpdate(libraryVersion: string): boolean {
  const library = majorOf(libraryVersion);
  const own = majorOf(protocolVersion);
  return library !== null && own !== null && own < library;
}
