// Which of the chosen files are signatures, and which of the others is what a detached one signs.

export interface Pair {
  readonly file: File;
  readonly content: File | null;
}

const detached = /\.(p7s|p7m|p7b|sig)$/i;

/**
 * `a.pdf.p7s` and `a.pdf` belong together; so do one signature and one other file, whatever they are called. Files that
 * belong to a signature are not looked at for signatures of their own.
 */
export function pairFiles(files: readonly File[]): readonly Pair[] {
  const signatures = files.filter(({ name }) => detached.test(name));
  const others = files.filter((file) => !signatures.includes(file));
  const lonely = signatures.length === 1 && others.length === 1 ? (others[0] ?? null) : null;
  const used = new Set<File>();
  const pairs = signatures.map((file): Pair => {
    const stem = file.name.replace(detached, "");
    const content = others.find(({ name }) => name === stem || name.replace(/\.[^.]+$/, "") === stem) ?? lonely;
    if (content) used.add(content);
    return { file, content };
  });
  return [...pairs, ...others.filter((file) => !used.has(file)).map((file): Pair => ({ file, content: null }))];
}
