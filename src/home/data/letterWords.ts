// The words of a letter that came by post or mail: of its file, of a document of the vault, or pasted; and the file that pasted ones become.
import { georgianDate, type Day } from "../../consent/calendar/day.ts";
import { openPdf } from "../../ui/documents/pdfRenderer.ts";
import { wholeFile } from "../vault/wholeFile.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import type { ChosenPaper } from "./papers.ts";
import { policyFile, type PolicyFile } from "./policyFile.ts";

/** More is no letter. */
const mostBytes = 20 << 20;

/** @returns why there are none, where there are none @throws the signal's reason when aborted */
export async function wordsOf(paper: ChosenPaper, signal: AbortSignal): Promise<PolicyFile> {
  const file = paper instanceof File ? paper : await documentOf(paper.id, paper.sha256);
  if (file === null) return { unread: "gone" };
  return file === "large" ? { unread: "large" } : policyFile(file, openPdf, signal, (text) => text);
}

/** The very content that the paper is of; null: the vault has it no more. */
async function documentOf(id: string, sha256: string): Promise<File | "large" | null> {
  const { documents } = vaultOfPage();
  const view = (await documents.get(id)) ?? (await documents.findBySha256(sha256));
  const revision = view?.revisions.find((one) => one.sha256 === sha256) ?? view?.revisions.at(-1);
  if (!view || !revision || view.binnedAt !== null) return null;
  return revision.size > mostBytes ? "large" : wholeFile(view, revision);
}

/** Pasted words, as a paper that proves what came. @param name what it is called before its day */
export function pastedFile(text: string, name: string, cameOn: Day): File {
  return new File([text], `${name} ${georgianDate(cameOn)}.txt`, { type: "text/plain" });
}
