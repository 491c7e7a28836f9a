/** A file of the page's own site, as a click on its link would give it; null when the site does not give it. */
export async function download(name: string, url: string, signal: AbortSignal): Promise<File | null> {
  try {
    const response = await fetch(url, { credentials: "same-origin", signal });
    if (!response.ok) return null;
    const blob = await response.blob();
    return new File([blob], name, { type: blob.type });
  } catch {
    return null;
  }
}
