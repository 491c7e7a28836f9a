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
  const sheet = document.createElement("pre");
  sheet.className = "print-sheet";
  sheet.lang = language;
  sheet.textContent = text;
  document.body.append(sheet);
  document.documentElement.classList.add("printing-sheet");
  print();
  document.documentElement.classList.remove("printing-sheet");
  sheet.remove();
}
