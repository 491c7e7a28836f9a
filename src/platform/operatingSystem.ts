export type OperatingSystem = "windows" | "macos" | "linux" | "chromeos";

/** As the browser names it; what it does not know counts as Linux. */
export function operatingSystem(): OperatingSystem {
  const agent = navigator.userAgent;
  if (agent.includes("Windows")) return "windows";
  if (agent.includes("Mac OS X")) return "macos";
  return agent.includes("CrOS") ? "chromeos" : "linux";
}
