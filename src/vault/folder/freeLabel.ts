/**
 * A name by which a computer can be told from the others: most begin as “Chrome, Windows”.
 * @param others names that are taken. @returns the first free one: “Chrome, Windows”, “Chrome, Windows 2”, …
 */
export function freeLabel(label: string, others: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? label : `${label} ${number}`;
    if (!others.includes(candidate)) return candidate;
  }
}
