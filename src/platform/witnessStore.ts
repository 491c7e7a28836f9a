// A short text in localStorage, which is another database of the browser's than IndexedDB.
const key = "vault-witness";

export function readWitnessText(): string | null {
  return localStorage.getItem(key);
}

export function writeWitnessText(text: string): void {
  localStorage.setItem(key, text);
}
