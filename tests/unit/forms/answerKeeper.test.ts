// What the page is told of an answer that is kept, and when it is told nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FromFrame, PageFile, ToFrame } from "../../../src/forms/line.ts";
import type { Answer } from "../../../src/forms/answer.ts";
import { AnswerKeeper } from "../../../src/frame/keeper/answerKeeper.ts";
import { markAnswer } from "../../../src/ui/applications/answerMarks.ts";
import type { InboxEntry, Json } from "../../../src/vault/api.ts";
import { World } from "../vault/world.ts";

const answer = { url: "https://www.my.gov.ge/answers/1", number: "MQ-2026-000123", title: "პასუხი", text: "გაცნობებთ" };
const other = { ...answer, url: "https://www.my.gov.ge/answers/2", text: "სხვა პასუხი" };
const file = (name: string, at: number): PageFile => ({ name, url: `https://www.my.gov.ge/files/${at}` });

/** A vault, and a page that gives the files whose addresses stand in `given`; the others it never answers for. @param removed hashes of what somebody has thrown away */
function world(given: ReadonlySet<string>, removed: ReadonlySet<string> = new Set()) {
  const { port1: line, port2: page } = new MessageChannel();
  const records = new Map<string, Json>();
  const stored: string[] = [];
  page.addEventListener("message", ({ data }: MessageEvent<FromFrame>) => {
    if (data.kind !== "file/get") return;
    const body = given.has(data.url) ? new Blob([data.url]).stream() : null;
    if (body) page.postMessage({ kind: "file/got", asked: data.asked, file: { name: "x", type: "application/pdf", size: null, body } } satisfies ToFrame, [body]);
  });
  page.start();
  line.start();
  const keep = async (entry: InboxEntry): Promise<"stored"> => {
    if (entry.kind === "record") records.set(entry.id, entry.value);
    else if (!(entry.file instanceof Blob)) {
      for await (const _ of entry.file.stream) continue;
      stored.push(entry.facts.name);
    }
    return "stored";
  };
  const documents = { absent: async (hashes: readonly string[]) => hashes.filter((one) => removed.has(one)) };
  const vault = { lock: { state: async () => ({ kind: "unlocked" }) }, records: { get: async (_: string, id: string) => (records.has(id) ? { value: records.get(id) } : null) }, inbox: { keep }, documents };
  const keeper = new AnswerKeeper(vault as unknown as ConstructorParameters<typeof AnswerKeeper>[0], line);
  const close = (): void => line.close();
  return { keeper, records, stored, close };
}

describe("an answer that is kept", () => {
  beforeEach(() => void vi.stubGlobal("addEventListener", () => undefined));
  afterEach(() => void vi.unstubAllGlobals());

  it("is kept whole; to be stopped after that, nothing is said to have been stopped", async () => {
    const { keeper, records, close } = world(new Set([file("a", 1).url]));
    // Nothing was begun here: the page had taken the frame before away.
    expect(keeper.stop()).toBe(false);
    expect(await keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 1)).toBe("stored");
    expect(keeper.stop()).toBe(true);
    expect([...records.values()]).toMatchObject([{ type: "answer", url: answer.url, files: [{ name: "a" }], missing: [] }]);
    close();
  });

  it("stopped before anything of it is there, nothing is kept; with what was kept of it before it stays kept", async () => {
    const { keeper, records, close } = world(new Set());
    const first = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 1);
    await vi.waitFor(() => expect(keeper.stop()).toBe(true));
    expect(await first).toBe("stopped");
    expect(records.size).toBe(0);
    expect(await keeper.keep({ kind: "answer/keep", answer, files: [] }, 1)).toBe("stored");
    const again = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 2);
    keeper.stop();
    expect(await again).toBe("part");
    expect([...records.values()]).toMatchObject([{ savedAt: 1, missing: ["a"] }]);
    close();
  });

  it("the word of one is not said where another is shown by now", async () => {
    const { keeper, records, close } = world(new Set([file("a", 1).url]));
    const kept = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 1);
    keeper.show(other);
    expect(await kept).toBeNull();
    expect(records.size).toBe(1);
    expect(await keeper.keep({ kind: "answer/keep", answer: other, files: [] }, 1)).toBe("stored");
    close();
  });

  it("two files of one name stay two, also when the portal does not give them again", async () => {
    const files = [file("a", 1), file("a", 2)];
    const given = new Set(files.map(({ url }) => url));
    const { keeper, records, close } = world(given);
    await keeper.keep({ kind: "answer/keep", answer, files }, 1);
    // Under addresses that the page does not know any more, and with the person's word to stop.
    const again = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 3), file("a", 4)] }, 2);
    keeper.stop();
    expect(await again).toBe("stored");
    const [kept] = [...records.values()] as { files: { sha256: string }[] }[];
    expect(new Set(kept?.files.map(({ sha256 }) => sha256)).size).toBe(2);
    close();
  });

  it("with a file that was thrown away since is known to have less; kept again, that file alone is fetched and stored once more", async () => {
    const [files, removed] = [[file("a", 1), file("b", 2)], new Set<string>()];
    const { keeper, records, stored, close } = world(new Set(files.map(({ url }) => url)), removed);
    const again = { kind: "answer/keep", answer, files } as const;
    await keeper.keep(again, 1);
    const hashes = (): readonly string[] => [...records.values()].flatMap((one) => (one as { files: { sha256: string }[] }).files.map(({ sha256 }) => sha256));
    expect(await keeper.lookUp({ kind: "answer/seen", answer })).toBe("stored");
    expect(await keeper.keep(again, 2)).toBe("stored");
    expect(stored).toEqual(["a", "b"]);
    const [, thrown = ""] = hashes();
    removed.add(thrown);
    expect(await keeper.lookUp({ kind: "answer/seen", answer })).toBe("less");
    expect(await keeper.keep(again, 3)).toBe("stored");
    expect(stored).toEqual(["a", "b", "b"]);
    expect(hashes()).toHaveLength(2);
    close();
  });

  it("with a file that was thrown away and that the portal does not give any more is kept without it, and says so", async () => {
    const [given, removed] = [new Set([file("a", 1).url]), new Set<string>()];
    const { keeper, records, close } = world(given, removed);
    await keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 1);
    removed.add((records.values().next().value as unknown as { files: { sha256: string }[] }).files[0]?.sha256 ?? "");
    given.clear();
    const kept = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 2);
    await vi.waitFor(() => expect(keeper.stop()).toBe(true));
    expect(await kept).toBe("part");
    expect([...records.values()]).toMatchObject([{ files: [], missing: ["a"] }]);
    close();
  });

  it("what the person says of it while its files are on their way stands", async () => {
    const given = new Set<string>();
    const asked = vi.spyOn(given, "has");
    const { keeper, records, close } = world(given);
    await keeper.keep({ kind: "answer/keep", answer, files: [] }, 1);
    const again = keeper.keep({ kind: "answer/keep", answer, files: [file("a", 1)] }, 2);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    for (const [id, value] of records) records.set(id, { ...(value as object), marks: { reasoned: false }, applicationId: "mine" });
    keeper.stop();
    expect(await again).toBe("part");
    expect([...records.values()]).toMatchObject([{ savedAt: 1, missing: ["a"], marks: { reasoned: false }, applicationId: "mine" }]);
    close();
  });

  it("kept once more while the vault is locked, it loses nothing of what the person said of it", async () => {
    const safe = await World.make();
    await safe.created();
    const { port1: line } = new MessageChannel();
    const wish = { kind: "answer/keep", answer, files: [] } as const;
    expect(await new AnswerKeeper(safe.service, line).keep(wish, 1)).toBe("stored");
    const kept = async () => (await safe.service.records.list("answers")).map(({ id, version, value }) => ({ answerId: id, version, answer: value as unknown as Answer, gone: new Set<string>() }));
    const [first] = await kept();
    if (!first) throw new Error("nothing is kept");
    expect(await markAnswer(safe.service.records, first, "reasoned", false)).toBeNull();
    safe.wall += 86_400_000;
    await safe.service.lock.lock();
    safe.start();
    expect(await new AnswerKeeper(safe.service, line).keep(wish, 2)).toBe("sealed");
    await safe.reopened();
    expect((await kept()).map((one) => one.answer)).toMatchObject([{ savedAt: 1, marks: { reasoned: false } }]);
    line.close();
  });

  it("kept in part and then whole while the vault is locked, it names no file as missing that did come, and what the person said of it stays", async () => {
    const safe = await World.make();
    await safe.created();
    const { port1: line, port2: page } = new MessageChannel();
    const given = new Set([file("a", 1).url]);
    page.addEventListener("message", ({ data }: MessageEvent<FromFrame>) => {
      if (data.kind !== "file/get") return;
      const body = new Blob([data.url]).stream();
      const got = given.has(data.url) ? { name: "x", type: "application/pdf", size: null, body } : null;
      page.postMessage({ kind: "file/got", asked: data.asked, file: got } satisfies ToFrame, got ? [body] : []);
    });
    page.start();
    line.start();
    const wish = { kind: "answer/keep", answer, files: [file("a", 1), file("b", 2)] } as const;
    const kept = async () => (await safe.service.records.list("answers")).map(({ id, version, value }) => ({ answerId: id, version, answer: value as unknown as Answer, gone: new Set<string>() }));
    safe.start();
    expect(await new AnswerKeeper(safe.service, line).keep(wish, 1)).toBe("part");
    // The browser was closed in between.
    safe.start();
    given.add(file("b", 2).url);
    expect(await new AnswerKeeper(safe.service, line).keep(wish, 2)).toBe("sealed");
    await safe.reopened();
    const whole = { savedAt: 1, files: [{ name: "a" }, { name: "b" }], missing: [] };
    expect((await kept()).map((one) => one.answer)).toMatchObject([whole]);
    const [first] = await kept();
    if (!first) throw new Error("nothing is kept");
    expect(await markAnswer(safe.service.records, first, "reasoned", false)).toBeNull();
    // Once more, with less: nothing that is there goes.
    safe.start();
    given.delete(file("a", 1).url);
    expect(await new AnswerKeeper(safe.service, line).keep(wish, 3)).toBe("part");
    await safe.reopened();
    expect((await kept()).map((one) => one.answer)).toMatchObject([{ ...whole, marks: { reasoned: false } }]);
    line.close();
  });
});
