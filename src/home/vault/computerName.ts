import { browserName } from "../../platform/browserName.ts";
import { operatingSystem } from "../../platform/operatingSystem.ts";

const systems = { windows: "Windows", macos: "macOS", linux: "Linux", chromeos: "ChromeOS" } as const;
const browsers = { chrome: "Chrome", edge: "Edge" } as const;

export const systemName = (): string => systems[operatingSystem()];
export const browserTitle = (): string => browsers[browserName()];

/** What a computer is called until its owner gives it another name. */
export const computerName = (): string => `${browserTitle()}, ${systemName()}`;
