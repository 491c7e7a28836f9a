// Which of the chosen files are signatures, and which of the others is what a detached one signs.
import type { ReasonCode, VerificationReport } from "../../signing/verify/report.ts";

export interface Pair {
  readonly file: File;
  readonly content: File | null;
}

const detached = /\.(p7s|p7m|p7b|sig)$/i;

function isNamedBy(signature: File, { name }: File): boolean {
  const stem = signature.name.replace(detached, "");
  return name === stem || name.replace(/\.[^.]+$/, "") === stem;
}

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
    const content = others.find((other) => isNamedBy(file, other)) ?? lonely;
    if (content) used.add(content);
    return { file, content };
  });
  return [...pairs, ...others.filter((file) => !used.has(file)).map((file): Pair => ({ file, content: null }))];
}

/** A file that was checked, or is being. */
export interface Checked extends Pair {
  readonly id: number;
  /** null: being checked. */
  readonly report: VerificationReport | null;
}

const says = (report: VerificationReport | null, code: ReasonCode): boolean =>
  report !== null && [...report.reasons, ...report.signatures.flatMap((one) => one.reasons)].some((one) => one.code === code);

/** Whether the document must be chosen, or may have been the wrong one. */
export function chosenBeside(report: VerificationReport | null): boolean {
  return says(report, "CONTENT_NEEDED") || says(report, "CONTENT_DIFFERS");
}

/**
 * A signature that waits for its document, and a file without a signature of its own that can only be that one: they were
 * chosen one after the other. null: none waits, or it can't be told which belong together.
 */
export function belated(items: readonly Checked[]): { readonly signature: number; readonly document: Checked } | null {
  const waiting = items.filter(({ content, report }) => !content && says(report, "CONTENT_NEEDED"));
  const plain = items.filter(({ content, report }) => !content && says(report, "NO_SIGNATURE") && report?.verdict === "unknown");
  for (const { id, file } of waiting) {
    const named = plain.find((one) => isNamedBy(file, one.file));
    if (named) return { signature: id, document: named };
  }
  const [signature, document] = [waiting[0], plain[0]];
  return waiting.length === 1 && plain.length === 1 && signature && document ? { signature: signature.id, document } : null;
}
