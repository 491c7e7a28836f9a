// Which road leads to which reader, on which system, in which browser, and on what condition. The home page, the README's
// table and the test that holds README to it read this one table; the words are in the catalogues (`road_if_…`).
import type { ReaderState, RoadName } from "../reader.ts";

/** bInterfaceClass: 0xFF, or 0x0B (nearly all readers on sale), which the browser keeps from extensions. */
export type ReaderClass = "vendor" | "smartcard";
export const readerClasses: readonly ReaderClass[] = ["vendor", "smartcard"];

export type System = "linux" | "windows" | "macos" | "chromeos";
export const systems: readonly System[] = ["linux", "windows", "macos", "chromeos"];

export type BrowserName = "chrome" | "edge";

/** Roads that a person can take from the extension; navigator.smartCard is used inside the bridge app. */
export type OwnRoad = Exclude<RoadName, "smartcard">;
export const ownRoads: readonly OwnRoad[] = ["webusb", "bridge", "connector"];

export const conditions = [
  "pcscd", // Linux: pcscd stopped, the device file may be opened
  "winusb", // Windows: WinUSB in place of the reader's driver
  "ifdreader", // macOS: the system's daemon lets the reader go
  "unheld", // ChromeOS: the Connector does not hold the reader
  "bridge", // the bridge app, in developer mode with two flags
  "managed", // the bridge app, from an administrator or in developer mode
  "connector", // the Connector is installed and allows us
  "untried", // nobody has tried it in this browser
] as const;
export type Condition = (typeof conditions)[number];

export const obstacles = [
  "protected", // the browser's rule on class 0x0B
  "chromeos", // the Connector is made for ChromeOS only
  "direct", // the bridge leaves to the extension what the extension may claim itself
] as const;
export type Obstacle = (typeof obstacles)[number];

/** What a road wants on a system, all of it; or why it is closed there. */
export type Way = { readonly needs: readonly Condition[] } | { readonly closed: Obstacle };

const freed = { linux: ["pcscd"], windows: ["winusb"], macos: ["ifdreader"], chromeos: ["unheld"] } as const satisfies Record<System, readonly Condition[]>;

/** @returns what it takes to reach a reader of this class by this road */
export function way(reader: ReaderClass, road: OwnRoad, system: System, browser: BrowserName = "chrome"): Way {
  switch (road) {
    case "webusb":
      return reader === "smartcard" ? { closed: "protected" } : { needs: freed[system] };
    case "bridge": {
      if (reader === "vendor" && system !== "chromeos") return { closed: "direct" };
      // On ChromeOS the app takes the browser's own smart cards (navigator.smartCard) where the Connector has the reader.
      const needs: readonly Condition[] = system === "chromeos" ? ["managed"] : ["bridge", ...freed[system]];
      return { needs: browser === "edge" ? [...needs, "untried"] : needs };
    }
    case "connector":
      return system === "chromeos" ? { needs: ["connector"] } : { closed: "chromeos" };
  }
}

/** The class of a reader, as far as the roads to it tell: what the browser does not refuse is taken for the common kind. */
export function classOf(reader: ReaderState): ReaderClass {
  const direct = reader.road === "webusb" ? reader.refusal : reader.roads?.find(({ road }) => road === "webusb")?.refusal;
  return direct === undefined || direct === "READER_PROTECTED" ? "smartcard" : "vendor";
}
