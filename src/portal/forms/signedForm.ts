// One form on its way to a signature: read for the prompt, and compared again before anything is put into it or sent.
// [Note: what was looked at is what is sent] The page's own scripts may change a form at any time. What the person saw in the
// prompt is kept here as text; the form is read anew when the signed file comes, and once more when the file is in its
// place, and where one word or one byte of a file differs nothing is sent.
import { longestForm, type SeenFile, type SeenForm } from "../../forms/signLine.ts";
import { isA } from "../detect/unshadowed.ts";
import { controlsOf } from "./controls.ts";
import { hashFile } from "./hashFile.ts";
import { identify } from "./readForm.ts";
import { readSeen } from "./readSeen.ts";
import { placeIn } from "./signedPlace.ts";

type Progress = (done: number, total: number) => void;

/**
 * @param except the signed file, where it is in the form already
 * @returns null: a file can't be read, or there are more words than anybody reads
 */
export async function readForSignature(form: Element, except: File | null, progress: Progress | null): Promise<SeenForm | "files" | "long"> {
  const place = placeIn(form);
  const items = readSeen(form, place);
  const chosen = filesOf(form).filter(({ name, size }) => !except || name !== except.name || size !== except.size);
  const { title, url } = identify(document, form);
  const files = await hashAll(chosen, progress);
  if (!files) return "files";
  const seen: SeenForm = { title, url, items, files, place: place !== null };
  return JSON.stringify(items).length <= longestForm ? seen : "long";
}

/** Whether the form still is what was looked at. */
export function sameForm(one: SeenForm, other: SeenForm): boolean {
  const words = ({ title, url, items, files }: SeenForm): string => JSON.stringify([title, url, items, files]);
  return words(one) === words(other);
}

function filesOf(form: Element): readonly File[] {
  return controlsOf(form).flatMap(({ control, kind }) => (kind === "file" && isA(control, "HTMLInputElement") ? [...(control.files ?? [])] : []));
}

async function hashAll(files: readonly File[], progress: Progress | null): Promise<readonly SeenFile[] | null> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  const seen: SeenFile[] = [];
  for (const file of files) {
    try {
      seen.push({ name: file.name, size: file.size, sha256: await hashFile(file, (done) => progress?.(before + done, total)) });
    } catch {
      return null;
    }
    before += file.size;
  }
  return seen;
}
