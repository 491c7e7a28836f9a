// Papers that prove what happened: each file goes into the vault once, and stands in the organisation's file on paper.
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Paper } from "../../../src/consent/request/event.ts";
import type { DocumentView } from "../../../src/vault/documentApi.ts";
import { VaultError } from "../../../src/vault/error.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { soundRecord } from "../../../src/consent/record/sound.ts";
import { append, without } from "../../../src/consent/request/phase.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { happened, organisationOf, requestOf } from "../consent/build.ts";

const stored: DocumentView[] = [];
let room = 10;
const documents = {
  findBySha256: (sha256: string) => Promise.resolve(stored.find(({ revisions }) => revisions.at(-1)?.sha256 === sha256) ?? null),
  add: async (file: File, facts: { readonly name: string; readonly source: string; readonly extra: object; readonly organisation: string }) => {
    if (stored.length === room) throw new VaultError("QUOTA_FULL", "no room");
    const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())).toString("hex");
    const document = { ...facts, documentId: `d${stored.length}`, binnedAt: null, revisions: [{ revision: 1, size: file.size, storedAt: 0, sha256, conflict: false }] } as unknown as DocumentView;
    stored.push(document);
    return { document, duplicateOf: null };
  },
};
vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => ({ documents }) }));
const { attachedTo, keepPapers, keyOf, openedOf, paperOf, withPapers } = await import("../../../src/home/data/papers.ts");
const { organisationForm } = await import("../../../src/home/data/organisationForm.ts");

const scan = new File(["scan"], "პასუხი.pdf", { type: "application/pdf" });
const photo = new File(["photo"], "ფოტო.jpg", { type: "image/jpeg" });
const belonging = { requestId: "r", organisation: "კლინიკა" };
const answer: Paper = { kind: "answer", id: "answer-1", name: "პასუხი", sha256: "ab".repeat(32) };

beforeEach(() => {
  stored.length = 0;
  room = 10;
});

describe("papers of what happened", () => {
  it("a file becomes a document of the vault that names its request, and what is there stays what it is", async () => {
    const kept = await keepPapers([scan, answer], belonging);
    expect(kept).toEqual([{ kind: "document", id: "d0", name: "პასუხი.pdf", sha256: stored[0]?.revisions[0]?.sha256 }, answer]);
    expect(stored[0]).toMatchObject({ source: "answer", organisation: "კლინიკა", extra: { requestId: "r" } });
  });

  it("the same content is one document, also when it is tried again after the disk was full", async () => {
    room = 1;
    await expect(keepPapers([scan, photo], belonging)).rejects.toMatchObject({ code: "QUOTA_FULL" });
    room = 10;
    const kept = await keepPapers([scan, photo, new File(["scan"], "ასლი.pdf")], belonging);
    expect(stored.map(({ name }) => name)).toEqual(["პასუხი.pdf", "ფოტო.jpg"]);
    expect(kept.map(({ id }) => id)).toEqual(["d0", "d1", "d0"]);
  });

  it("what lies in the bin is not counted on", async () => {
    await keepPapers([scan], belonging);
    const [first] = stored;
    if (first) stored[0] = { ...first, binnedAt: 1 };
    expect((await keepPapers([scan], belonging)).map(({ id }) => id)).toEqual(["d1"]);
  });

  it("chosen twice, it is one", () => {
    expect(withPapers([scan, answer], [answer, scan, photo]).map(keyOf)).toEqual([scan, answer, photo].map(keyOf));
  });

  it("a document always has its hash and a name: without, the whole request could be read no more", () => {
    const document = { documentId: "d", name: "", revisions: [] } as unknown as DocumentView;
    expect(() => paperOf(document)).toThrow("no revision");
    const revisions = [{ revision: 1, size: 1, storedAt: 0, sha256: "cd".repeat(32), conflict: false }];
    const paper = paperOf({ ...document, revisions });
    const events = [happened("refused", "2026-06-10", { papers: [paper] })];
    const request = requestOf("access", "self", [happened("sent", "2026-06-01"), ...events]);
    expect(soundRecord(request.id, request)).toMatchObject({ events: [{}, { papers: [paper] }] });
  });

  it("put to an event later, they leave there what another window put there, and come to none that was taken back", () => {
    const [mine, theirs, old]: readonly Paper[] = ["mine", "theirs", "old"].map((id) => ({ ...answer, id }));
    if (!mine || !theirs || !old) throw new Error("three");
    const opened = happened("refused", "2026-06-10", { papers: [old], note: "ფოსტით" });
    const now = { ...opened, papers: [old, theirs, mine], note: "მათი" };
    expect(attachedTo([now], opened, [mine], " ფოსტით ")).toEqual([{ ...now, papers: [theirs, mine] }]);
    expect(attachedTo([now], opened, [old], "")).toEqual([{ ...now, note: null }]);
    expect(attachedTo([happened("received", "2026-06-10")], opened, [old, mine], "")).toBeNull();
  });

  it("in a form that goes on after a reload, are held against what it began with: what another window put there meanwhile stays", () => {
    const [old, theirs, mine]: readonly Paper[] = ["old", "theirs", "mine"].map((id) => ({ ...answer, id }));
    if (!old || !theirs || !mine) throw new Error("three");
    const event = happened("refused", "2026-06-10", { papers: [old], note: null });
    const typed = { papers: [old, mine], note: "", opened: openedOf(event, null) };
    const now = { ...event, papers: [old, theirs], note: "მათი" };
    expect(attachedTo([now], openedOf(now, typed), typed.papers, typed.note)).toEqual([{ ...now, papers: [old, theirs, mine] }]);
    // A draft of before drafts had it.
    expect(openedOf(now, { papers: [old], note: "" })).toEqual({ id: now.id, papers: now.papers, note: "მათი" });
  });

  it("go with their event when it is taken back, and come back with it; on paper they stand with their hash", () => {
    const event = happened("refused", "2026-06-10", { papers: [answer], note: "ფოსტით მოვიდა" });
    const before = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];
    const added = append([...before], event);
    if ("refused" in added) throw new Error("an answer may come");
    expect(without(added.events, event)).toEqual(before);
    const again = append(before, event);
    expect("events" in again && again.events.at(-1)).toMatchObject({ papers: [answer], note: "ფოსტით მოვიდა" });
    const organisation = organisationOf();
    const request = requestOf("access", "self", added.events);
    const ledger = ledgerOf([organisation, request]);
    const today = dayOf(2026, 6, 20);
    const calendar = workCalendar();
    const texts = { language: "ka" as const, t: (key: string) => key, list: String };
    const book = { ledger, rows: [], tracked: trackRequests(ledger, { statutes, calendar }, today), standIns: new Set<string>(), unreadable: [], today, calendar };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a book as a form takes
    const form = organisationForm(book as unknown as Parameters<typeof organisationForm>[0], organisation, texts);
    const words = form.items.map((one) => ("value" in one ? one.value : "")).join("\n");
    expect(words).toContain(`10.06.2026 data_event_refused\n– ფოსტით მოვიდა\n– პასუხი, SHA-256 ${"ab".repeat(32)}`);
  });
});
