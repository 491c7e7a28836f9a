// What is done with drafts and answers beside a full disk or a locked vault: nothing is lost, and the person is told.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { type Answer, answerJson, parseAnswer } from "../../../src/forms/answer.ts";
import { type Application, toJson } from "../../../src/forms/application.ts";
import { isAnswerTo, sortApplications } from "../../../src/forms/applications.ts";
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import { AnswerCard } from "../../../src/ui/applications/AnswerCard.tsx";
import { type KeptAnswer, markAnswer, type MarkTrouble, tieAnswer } from "../../../src/ui/applications/answerMarks.ts";
import { DraftRemoval, nothingRemoved, type Removal } from "../../../src/ui/applications/draftRemoval.ts";
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
    let state: Removal = nothingRemoved;
    const vault = {
      get records() {
        return world.service.records;
      },
      get documents() {
        return world.service.documents;
      },
    };
    const removal = new DraftRemoval(vault, (next) => void (state = next));
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
