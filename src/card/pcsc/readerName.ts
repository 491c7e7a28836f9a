// Readers' names as PC/SC services make them: "Maker Product [Interface] (serial number) 00 01", the last two numbers
// hexadecimal, for reader and slot (pcsc-lite).

const numbers = / [0-9A-F]{2} ([0-9A-F]{2})$/i;

/** Which slot a name means; 0 where it names none. */
export function slotOf(name: string): number {
  return Number.parseInt(numbers.exec(name)?.[1] ?? "0", 16);
}

/** The name as a person sees it, and as a diagnosis may carry it: without the serial number. */
export function displayName(name: string): string {
  const plain = name.replace(numbers, "").replaceAll(/ *(\[[^\]]*\]|\([^)]*\))/g, "").trim();
  const slot = slotOf(name);
  return slot > 0 ? `${plain || name} (${slot + 1})` : plain || name;
}
