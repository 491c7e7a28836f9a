// The home page's sections, each fetched when it is shown; but the one with thousands of records is there from the start (its
// list is small, and its other views come later: data/laterViews.ts).
import { lazily } from "../ui/lazily.tsx";

export const CardSection = lazily(async () => (await import("./CardSection.tsx")).CardSection);
export const SignSection = lazily(async () => (await import("./sign/SignSection.tsx")).SignSection);
export const VaultSection = lazily(async () => (await import("./vault/VaultSection.tsx")).VaultSection);
export const VerifySection = lazily(async () => (await import("./verify/VerifySection.tsx")).VerifySection);
export const BridgeSection = lazily(async () => (await import("./BridgeSection.tsx")).BridgeSection);
export const SettingsSection = lazily(async () => (await import("./SettingsSection.tsx")).SettingsSection);
export const HelpSection = lazily(async () => (await import("./HelpSection.tsx")).HelpSection);
/** Comes with the section that shows it. */
export const SheetPage = lazily(async () => (await import("./vault/SheetPage.tsx")).SheetPage);
export const Welcome = lazily(async () => (await import("./Welcome.tsx")).Welcome);

const lazy = { welcome: Welcome, card: CardSection, sign: SignSection, documents: VaultSection, data: null, verify: VerifySection, bridge: BridgeSection, settings: SettingsSection, help: HelpSection } as const;
export const sections = ["card", "sign", "documents", "data", "verify", "bridge", "settings", "help"] as const;
export type Section = keyof typeof lazy;

export function sectionOf(hash: string): Section {
  // What follows a slash is the section's own business.
  const [name] = hash.slice(1).split("/");
  return name === "welcome" ? "welcome" : (sections.find((one) => one === name) ?? "card");
}

/** The code of what the page is opened for comes while its texts do. */
export function fetchSection(section: Section): void {
  lazy[section]?.ahead();
}
