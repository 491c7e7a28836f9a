// The address's fragment as the home page uses it: parts between slashes.

/**
 * @param hash with or without its "#"
 * @returns its parts, decoded; none when it is damaged, so that the page shows its beginning
 */
export function partsOfFragment(hash: string): readonly string[] {
  try {
    return hash.replace(/^#/, "").split("/").map(decodeURIComponent);
  } catch {
    return [];
  }
}
