// What is done with drafts and answers beside a full disk or a locked vault: nothing is lost, and the person is told.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { type Answer, answerJson, parseAnswer } from "../../../src/forms/answer.ts";
import { type Application, toJson } from "../../../src/forms/application.ts";
import { type Applications, type Draft, isAnswerTo, sortApplications } from "../../../src/forms/applications.ts";
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import { AnswerCard } from "../../../src/ui/applications/AnswerCard.tsx";
import { type KeptAnswer, markAnswer, type MarkTrouble, tieAnswer } from "../../../src/ui/applications/answerMarks.ts";
import { draftInVault, sentInVault } from "../../../src/ui/applications/draftRemoval.ts";
import { KeptRemoval, nothingRemoved, type Removal } from "../../../src/ui/applications/keptRemoval.ts";
import { fullDisk } from "./fullDisk.ts";
import { World } from "./world.ts";

vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));

const application: Application = { type: "application", state: "draft", identity: { url: "https://portal.example/form", formKey: "f", title: "განცხადება" }, fields: [{ key: "why", nth: 0, kind: "text", label: "რატომ", values: ["გთხოვთ"] }], attachments: [], createdAt: 1, changedAt: 1, sha256: null, from: null };
const answer: Answer = { type: "answer", url: "https://portal.example/a", number: null, title: "პასუხი", text: "უარი", sha256: "ab".repeat(32), savedAt: 1, files: [], missing: [], marks: {} };

let world: World;
beforeEach(async () => {
  world = await World.make();
  await world.created();
});
afterEach(() => void vi.restoreAllMocks());

describe("a draft that is thrown away", () => {
  /** One in the vault, and the person's hands on it, whatever life the vault is in. */
  async function begun() {
    await world.service.records.put("drafts", "d", toJson(application), null);
    const drafts = async () => sortApplications(await world.service.records.list("drafts")).drafts;
    const [draft] = await drafts();
    if (!draft) throw new Error("one draft");
    let state: Removal<Draft> = nothingRemoved;
    const vault = {
      get records() {
        return world.service.records;
      },
      get documents() {
        return world.service.documents;
      },
    };
    const kept = new KeptRemoval<Draft>(vault, (next) => void (state = next));
    const removal = { remove: (one: Draft, all: Applications | null) => kept.remove(one, async () => draftInVault(one, all)), undo: () => kept.undo() };
    return { draft, drafts, removal, state: () => state };
  }

  it("can be brought back until that succeeds: a full disk takes neither it nor the button", async () => {
    const { draft, drafts, removal, state } = await begun();
    await removal.remove(draft, null);
    expect(state()).toEqual({ removed: draft, trouble: null });
    const free = fullDisk();
    await removal.undo();
    expect(state()).toEqual({ removed: draft, trouble: "QUOTA_FULL" });
    free();
    await removal.undo();
    expect(state()).toEqual(nothingRemoved);
    expect((await drafts()).map((one) => one.application)).toEqual([application]);
  });

  it("goes with those whose place it took: no earlier writing of it comes to light, and brought back it is one draft", async () => {
    const { draft, drafts, removal } = await begun();
    await world.service.records.put("drafts", "e", toJson({ ...application, createdAt: 2, changedAt: 2, from: { applicationId: "d", replaces: draft.version } }), null);
    await world.service.records.put("drafts", "f", toJson({ ...application, createdAt: 3, changedAt: 3, begun: { fields: application.fields, apart: [] } }), null);
    const [last] = await drafts();
    if (!last) throw new Error("one draft");
    await removal.remove(last, sortApplications(await world.service.records.list("drafts")));
    expect([last.draftId, await world.service.records.list("drafts")]).toEqual(["f", []]);
    await removal.undo();
    expect((await drafts()).map(({ draftId }) => draftId)).toEqual(["f"]);
  });

  it("can be brought back after the vault was locked and opened again", async () => {
    const { draft, drafts, removal, state } = await begun();
    await removal.remove(draft, null);
    world.start();
    await removal.undo();
    expect(state()).toEqual({ removed: draft, trouble: "VAULT_LOCKED" });
    await world.reopened();
    await removal.undo();
    expect(state()).toEqual(nothingRemoved);
    expect(await drafts()).toHaveLength(1);
  });

  it("and can't be, or was written to in another window, stays: that is said, and what was thrown away before can still be brought back", async () => {
    const { draft, drafts, removal, state } = await begun();
    const free = fullDisk();
    await removal.remove(draft, null);
    free();
    expect(state()).toEqual({ removed: null, trouble: "QUOTA_FULL" });
    await world.service.records.put("drafts", "e", toJson(application), null);
    const other = (await drafts()).find(({ draftId }) => draftId === "e");
    if (!other) throw new Error("another draft");
    await removal.remove(other, null);
    await world.service.records.put("drafts", "d", toJson({ ...application, changedAt: 2 }), draft.version);
    await removal.remove(draft, null);
    expect(state()).toEqual({ removed: other, trouble: "CONFLICT" });
    expect((await drafts()).map(({ draftId }) => draftId)).toEqual(["d"]);
  });
});

describe("what was sent and is thrown away", () => {
  it("goes with the portal's word and the draft whose place it took, its files but for those that others have; and it comes back", async () => {
    const { records, documents } = world.service;
    const attachment = (attachmentId: string) => ({ key: "f", name: "a.pdf", size: 1, attachmentId, sha256: "x", signed: false });
    const before = await records.put("drafts", "before", toJson(application), null);
    await records.put("drafts", "sent", toJson({ ...application, state: "sending", from: { applicationId: "before", replaces: before }, attachments: [attachment("own"), attachment("shared")] }), null);
    await records.put("drafts", "receipt-sent", toJson({ type: "receipt", applicationId: "sent", number: "7", at: 1, url: "u", title: "t" }), null);
    await records.put("drafts", "other", toJson({ ...application, attachments: [attachment("shared")] }), null);
    const all = async () => sortApplications(await records.list("drafts"));
    const [binned, bin] = [[] as unknown[], documents.binAttachments.bind(documents)];
    const vault = { records, documents: { binAttachments: (ids: readonly string[], away: boolean) => (binned.push([ids, away]), bin(ids, away)) } };
    const listed = await all();
    const [sent] = listed.sent;
    if (!sent) throw new Error("nothing was sent");
    const removal = new KeptRemoval<typeof sent>(vault, () => undefined);
    await removal.remove(sent, () => sentInVault(records, sent, listed));
    expect((await records.list("drafts")).map(({ id }) => id)).toEqual(["other"]);
    await removal.undo();
    expect(binned).toEqual([[["own"], true], [["own", "shared"], false]]);
    expect((await records.list("drafts")).map(({ id }) => id).toSorted()).toEqual(["other", "receipt-sent", "sent"]);
    expect((await all()).drafts).toHaveLength(1);
    expect((await all()).sent).toMatchObject([{ applicationId: "sent", receipt: { number: "7" } }]);
  });
});

describe("a mark on an answer", () => {
  const texts = { language: "ka" as const, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => format(catalogue, key, values), date: formatDate, time: formatTime };
  const card = (kept: KeptAnswer, trouble: MarkTrouble | null): string => render(h(TextsContext.Provider, { value: texts }, h(AnswerCard, { kept, trouble, onMark: () => undefined, onTie: () => undefined, onFollow: () => undefined })));

  it("that finds no room says so in its own card; pressed again, it is kept, and once more it is taken back", async () => {
    const kept = async (): Promise<KeptAnswer> => {
      const record = await world.service.records.get("answers", "a");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this very test
      return { answerId: "a", version: record?.version ?? "", answer: record?.value as unknown as Answer, gone: new Set() };
    };
    await world.service.records.put("answers", "a", answerJson(answer), null);
    const free = fullDisk();
    const trouble = await markAnswer(world.service.records, await kept(), "complete", true);
    expect(trouble).toEqual({ answerId: "a", code: "QUOTA_FULL" });
    expect(card(await kept(), trouble)).toContain(catalogue.vault_error_QUOTA_FULL.message);
    expect(card({ ...(await kept()), answerId: "b" }, trouble)).not.toContain(catalogue.vault_error_QUOTA_FULL.message);
    free();
    expect(await markAnswer(world.service.records, await kept(), "complete", true)).toBeNull();
    expect((await kept()).answer.marks).toEqual({ complete: true });
    expect(await markAnswer(world.service.records, await kept(), "complete", true)).toBeNull();
    expect((await kept()).answer.marks).toEqual({});
  });

  it("an answer without a number goes to the application that the person names, and away from it again", async () => {
    const numberless = { ...answer, number: null };
    const kept = async (): Promise<KeptAnswer> => {
      const record = await world.service.records.get("answers", "n");
      const read = parseAnswer(record?.value);
      if (!record || !read) throw new Error("nothing is kept");
      return { answerId: "n", version: record.version, answer: read, gone: new Set() };
    };
    await world.service.records.put("answers", "n", answerJson(numberless), null);
    const receipt = { type: "receipt", applicationId: "one", number: "7", at: 1, url: "u", title: "t" } as const;
    const [one, two] = [{ applicationId: "one", receipt }, { applicationId: "two", receipt: null }];
    expect([one, two].map((sent) => isAnswerTo(numberless, sent))).toEqual([false, false]);
    expect(isAnswerTo({ number: "7" }, one)).toBe(true);
    const free = fullDisk();
    expect(await tieAnswer(world.service.records, await kept(), "two")).toEqual({ answerId: "n", code: "QUOTA_FULL" });
    free();
    expect(await tieAnswer(world.service.records, await kept(), "two")).toBeNull();
    const { answer: tied } = await kept();
    expect([one, two].map((sent) => isAnswerTo(tied, sent))).toEqual([false, true]);
    // What the person said goes before a number.
    expect(isAnswerTo({ ...tied, number: "7" }, one)).toBe(false);
    expect(card(await kept(), null)).toContain(catalogue.form_answer_untie.message);
    expect(await tieAnswer(world.service.records, await kept(), null)).toBeNull();
    expect((await kept()).answer).toEqual(numberless);
  });

  it("a file that was thrown away is named as such, and those that are there as attached", async () => {
    const files = ["a.pdf", "b.pdf"].map((name) => ({ name, size: 1, sha256: name, attachmentId: name }));
    const shown = (gone: readonly string[]): string => card({ answerId: "a", version: "1", answer: { ...answer, files }, gone: new Set(gone) }, null);
    expect(shown([])).toContain(texts.t("form_attachments", { NAMES: "a.pdf, b.pdf" }));
    expect(shown(["b.pdf"])).toContain(texts.t("form_attachments", { NAMES: "a.pdf" }));
    expect(shown(["b.pdf"])).toContain(texts.t("form_answer_gone", { NAMES: "b.pdf" }));
    expect(shown(["a.pdf", "b.pdf"])).not.toContain(texts.t("form_attachments", { NAMES: "" }).trim());
  });
});
