// The two things the bridge app remembers, in its own localStorage: that the person allowed the extension, and the
// language they chose. Nothing of readers, cards or what was done.
const consentKey = "allowed";
const languageKey = "language";

/** Whether the person allowed this extension to use readers. */
export function hasConsent(extensionId: string): boolean {
  return localStorage.getItem(consentKey) === extensionId;
}

export function keepConsent(extensionId: string | null): void {
  if (extensionId === null) localStorage.removeItem(consentKey);
  else localStorage.setItem(consentKey, extensionId);
}

export function keptLanguage(): "ka" | "en" {
  return localStorage.getItem(languageKey) === "en" ? "en" : "ka";
}

export function keepLanguage(language: "ka" | "en"): void {
  localStorage.setItem(languageKey, language);
}
