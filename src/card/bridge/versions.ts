// Which versions of the bridge channel each side speaks. The bridge app and the extension are updated apart from each
// other, so either may be older.

export interface VersionRange {
  readonly oldest: number;
  readonly newest: number;
}

/** What this build speaks. A change that an older side would misunderstand makes `newest` one greater. */
export const channelVersions: VersionRange = { oldest: 1, newest: 1 };

/** @returns the newest version that both speak; or which side is too old for the other. */
export function agreeVersion(app: VersionRange, extension: VersionRange): number | "app-outdated" | "extension-outdated" {
  if (app.newest < extension.oldest) return "app-outdated";
  if (extension.newest < app.oldest) return "extension-outdated";
  return Math.min(app.newest, extension.newest);
}
