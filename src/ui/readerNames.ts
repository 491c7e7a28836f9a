import type { ReaderState } from "../card/reader.ts";
import type { Texts } from "../i18n/useTexts.ts";

type Named = Pick<ReaderState, "name" | "slot">;

/** Of a reader with several slots: its own name, without the number that tells its slots apart. */
export function deviceName({ name, slot }: Named): string {
  const [, device, number] = /^(.+) \((\d{1,2})\)$/.exec(name) ?? [];
  return device !== undefined && Number(number) === slot + 1 ? device : name;
}

/** A reader's name; one with several slots is one reader, and each slot is called so. */
export function readerName(reader: Named, { t }: Pick<Texts, "t">): string {
  const device = deviceName(reader);
  return device === reader.name ? device : t("reader_slot", { NAME: device, NUMBER: reader.slot + 1 });
}
