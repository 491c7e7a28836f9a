// Files that this page made and that lie nowhere else: a receipt has no place on the person's disk yet, and a signature beside it
// would be a signature of nothing.
const made = new WeakSet<File>();

/** The file lies in the page's memory alone. @returns the same file */
export function madeHere(file: File): File {
  made.add(file);
  return file;
}

export const isMadeHere = (file: File): boolean => made.has(file);
