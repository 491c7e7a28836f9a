// Which versions of the bridge channel each side speaks. The bridge app and the extension are updated apart from each
// other, so either may be older.

export interface VersionRange {
  readonly oldest: number;
  readonly newest: number;
}

/**
 * What this build speaks. A change that an older side would misunderstand makes `newest` one greater.
 * 1: sealed with AES-256-GCM, never published. 2: with ChaCha20-Poly1305.
 */
export const channelVersions: VersionRange = { oldest: 2, newest: 2 };

/** @returns the newest version that both speak; or which side is too old for the other. */
export function agreeVersion(app: VersionRange, extension: VersionRange): number | "app-outdated" | "extension-outdated" {
  if (app.newest < extension.oldest) return "app-outdated";
  if (extension.newest < app.oldest) return "extension-outdated";
  return Math.min(app.newest, extension.newest);
}
