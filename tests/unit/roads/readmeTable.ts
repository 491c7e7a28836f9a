// README's table of roads, from the data and the English catalogue.
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import { type OwnRoad, ownRoads, type ReaderClass, readerClasses, type System, systems, way } from "../../../src/card/roads/roadTable.ts";

const texts = en as Readonly<Record<string, { readonly message: string } | undefined>>;
const text = (key: string): string => texts[key]?.message ?? key;
const names: Readonly<Record<System, string>> = { linux: "Linux", windows: "Windows", macos: "macOS", chromeos: "ChromeOS" };
const classes: Readonly<Record<ReaderClass, string>> = { vendor: "0xFF (few)", smartcard: "0x0B (nearly all)" };

function cell(kind: ReaderClass, road: OwnRoad, system: System): string {
  const found = way(kind, road, system);
  if ("closed" in found) return `**no**${text(`road_closed_${found.closed}`).replace(/^no/, "")}`;
  return `yes, ${found.needs.map((one) => text(`road_if_${one}`)).join("; ")}`;
}

export function readmeTable(): string {
  const head = [["reader's class", "road", ...systems.map((one) => names[one])], ["---", "---", ...systems.map(() => "---")]];
  const rows = readerClasses.flatMap((kind) => ownRoads.map((road) => [classes[kind], text(`road_name_${road}`), ...systems.map((system) => cell(kind, road, system))]));
  return [...head, ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");
}
