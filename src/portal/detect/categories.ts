// The ten categories of the portal's terms of use, in their order, as a page may write them.
const words: readonly (readonly string[])[] = [
  ["პირადი ინფორმაცია", "personal information"],
  ["ოჯახი", "family"],
  ["ჯანმრთელობა", "ჯანდაცვა", "health"],
  ["სოციალური მომსახურება", "სოციალური სტატუსი", "სოციალური", "social services"],
  ["ქონება", "property"],
  ["ბიზნესი", "business"],
  ["გადასახადები", "taxes"],
  ["ჯარიმები", "fines"],
  ["განათლება", "education"],
  ["კომუნალური გადასახადები", "კომუნალური", "utility bills"],
];

/** The category that a heading or label names, 0 to 9; null when it names none. */
export function categoryOf(text: string): number | null {
  const plain = text.replaceAll(/\s+/g, " ").trim().toLowerCase();
  const found = words.findIndex((names) => names.some((name) => plain === name || plain.startsWith(`${name} (`)));
  return found < 0 ? null : found;
}
