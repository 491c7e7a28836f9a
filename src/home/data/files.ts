// Files out of and into the page, and a letter on paper.

export function saveFile(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Prints this text alone: everything else on the page is hidden while the browser prints. */
export function printText(text: string, language: string): void {
  const clear = layOut(text, language);
  print();
  clear?.();
}

/** Lays a text over the page for paper. @returns what takes it away again; null: one lies there already */
export function layOut(text: string, language: string): (() => void) | null {
  const root = document.documentElement;
  if (root.classList.contains("printing-sheet")) return null;
  const sheet = document.createElement("pre");
  sheet.className = "print-sheet";
  sheet.lang = language;
  sheet.textContent = text;
  document.body.append(sheet);
  root.classList.add("printing-sheet");
  return () => {
    root.classList.remove("printing-sheet");
    sheet.remove();
  };
}
