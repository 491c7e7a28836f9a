// Papers that prove what happened, on their way from the person into the vault and to the event.
import type { Paper, RequestEvent } from "../../consent/request/event.ts";
import { fileSha256 } from "../../signing/hash/streamHash.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import type { KeptAnswer } from "./portalTrail.ts";

/** A file that is not in the vault yet, or what is there already. */
export type ChosenPaper = File | Paper;

/** What goes with an event, as it is being filled in. */
export interface Attached {
  readonly papers: readonly ChosenPaper[];
  readonly note: string;
  /** Names of files that were chosen before the page was loaded anew: a page can't open them again by itself. */
  readonly lost?: readonly string[];
}

/** What an event had when a form about its papers was opened. */
export type Opened = Pick<RequestEvent, "id" | "papers" | "note">;

/** What is being put to an event, and what it began with; undefined: a draft of before drafts had that. */
export interface Attaching extends Attached {
  readonly opened?: Opened | undefined;
}

/** What a form about an event's papers began with, however often the page was loaded since. */
export const openedOf = ({ id, papers, note }: RequestEvent, typed: Attaching | null): Opened => typed?.opened ?? { id, papers, note };

export const nothingAttached: Attached = { papers: [], note: "" };

/** So that a paper chosen twice is one. */
export const keyOf = (paper: ChosenPaper): string => (paper instanceof File ? `${paper.name} ${paper.size} ${paper.lastModified}` : `${paper.kind} ${paper.id}`);

export function withPapers(before: readonly ChosenPaper[], more: readonly ChosenPaper[]): readonly ChosenPaper[] {
  return [...new Map([...before, ...more].map((one) => [keyOf(one), one])).values()];
}

/** As a draft keeps it: what lies in the vault, and the names of files that do not. */
export function withoutFiles({ papers, note, lost = [] }: Attached): Attached {
  const names = [...lost, ...papers.flatMap((one) => (one instanceof File ? [one.name] : []))];
  return { papers: papers.filter((one) => !(one instanceof File)), note, ...(names.length > 0 ? { lost: names } : {}) };
}

/** With more papers: a file that is chosen again is missed no more. */
export function withMore({ papers, note, lost = [] }: Attached, more: readonly ChosenPaper[]): Attached {
  const missed = lost.filter((name) => !more.some((one) => one.name === name));
  return { papers: withPapers(papers, more), note, ...(missed.length > 0 ? { lost: missed } : {}) };
}

/**
 * What goes with an event after a form for that was saved: what was added or taken out there, on what is on record now.
 * @param opened the event as the form began with it
 * @returns null: the event was taken back meanwhile
 */
export function attachedTo(events: readonly RequestEvent[], opened: Opened, papers: readonly Paper[], note: string): readonly RequestEvent[] | null {
  if (!events.some(({ id }) => id === opened.id)) return null;
  const before = new Set(opened.papers.map(keyOf));
  const after = new Set(papers.map(keyOf));
  const added = papers.filter((one) => !before.has(keyOf(one)));
  const isOut = (one: Paper): boolean => before.has(keyOf(one)) && !after.has(keyOf(one));
  const words = note.trim() || null;
  return events.map((one) => {
    if (one.id !== opened.id) return one;
    const all = [...one.papers.filter((paper) => !isOut(paper)), ...added];
    return { ...one, papers: [...new Map(all.map((paper) => [keyOf(paper), paper])).values()], note: words === opened.note ? one.note : words };
  });
}

/** @throws where it has no content: a paper without its hash would make the whole request unreadable */
export function paperOf({ documentId, name, revisions }: DocumentView): Paper {
  const newest = revisions.at(-1);
  if (!newest) throw new Error("the document has no revision");
  return { kind: "document", id: documentId, name: name || "?", sha256: newest.sha256 };
}

export const paperOfAnswer = ({ id, answer }: KeptAnswer): Paper => ({ kind: "answer", id, name: answer.title || answer.url, sha256: answer.sha256 });

interface Belonging {
  /** Null: it came without a request. */
  readonly requestId: string | null;
  readonly organisation: string;
}

/**
 * Puts the files among them into the vault, each once: one whose content lies there already is that document.
 * @throws VaultError: the papers before it are in the vault, and are found again when it is tried again
 */
export async function keepPapers(papers: readonly ChosenPaper[], { requestId, organisation }: Belonging): Promise<readonly Paper[]> {
  const kept: Paper[] = [];
  for (const one of papers) kept.push(one instanceof File ? await keepFile(one, requestId, organisation) : one);
  return kept;
}

async function keepFile(file: File, requestId: string | null, organisation: string): Promise<Paper> {
  const { documents } = vaultOfPage();
  const there = await documents.findBySha256(await fileSha256(file));
  if (there && there.binnedAt === null) return paperOf(there);
  const { document } = await documents.add(file, { name: file.name, type: file.type, source: "answer", organisation, ...(requestId === null ? {} : { extra: { requestId } }) });
  return paperOf(document);
}
