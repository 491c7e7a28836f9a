// Drafts over the real vault (in Node): whatever two tabs and the lock do, what was typed last in each tab is there.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Mutex } from "../../../src/async/mutex.ts";
import { parseApplication } from "../../../src/forms/application.ts";
import { sortApplications } from "../../../src/forms/applications.ts";
import type { Base, FromFrame, Kept } from "../../../src/forms/line.ts";
import type { FieldValue } from "../../../src/forms/snapshot.ts";
import { DraftKeeper } from "../../../src/frame/keeper/draftKeeper.ts";
import type { VaultApi } from "../../../src/vault/api.ts";
import { VaultError } from "../../../src/vault/error.ts";
import { withPassphrase, World } from "../vault/world.ts";

const identity = { formKey: "https://www.my.gov.ge/services/x/apply#", url: "https://www.my.gov.ge/services/x/apply", title: "x" };

/** When the vault is locked in the middle of the next writing: before it, or after it and before the word of it. */
interface Locking {
  next: "before" | "after" | null;
}

/** The vault as a client has it, over every life of its worker. */
function clientOf(world: World, locking: Locking): Pick<VaultApi, "lock" | "records" | "inbox" | "documents"> {
  const group = <K extends "lock" | "records" | "inbox" | "documents">(name: K): VaultApi[K] =>
    new Proxy({} as VaultApi[K], {
      get: (_, method) => async (...args: unknown[]): Promise<unknown> => {
        const calls = world.service[name] as unknown as Readonly<Record<string | symbol, (...all: unknown[]) => unknown>>;
        const when = `${name} ${String(method)}` === "records put" || `${name} ${String(method)}` === "inbox keep" ? locking.next : null;
        if (when) locking.next = null;
        if (when !== "before") {
          const result = await calls[method]?.(...args);
          if (!when) return result;
        }
        world.start();
        throw new VaultError("VAULT_GONE", "the vault worker ended");
      },
    });
  return { lock: group("lock"), records: group("records"), inbox: group("inbox"), documents: group("documents") };
}

/** One tab with the form in it: as the feature in the page does it. */
class Tab {
  draftId: string;
  base: Base | null = null;
  forked = 0;
  text = "";
  readonly told: Kept[] = [];
  readonly locking: Locking = { next: null };
  readonly #keeper: DraftKeeper;
  readonly #identity: typeof identity;
  constructor(world: World, draftId: string, own = identity) {
    this.draftId = draftId;
    this.#identity = own;
    this.#keeper = new DraftKeeper(clientOf(world, this.locking), (message) => this.#hear(message), new Mutex());
  }
  #hear(message: FromFrame): void {
    if (message.kind !== "kept" || message.asked !== this.draftId) return;
    this.told.push(message.kept);
    if ("forked" in message.kept && message.kept.forked) this.forked += 1;
    this.draftId = message.draftId;
    this.base = message.base ?? this.base;
  }
  async type(text: string, now: number, sending = false, choices: readonly FieldValue[] = []): Promise<void> {
    this.text = text;
    const fields = [{ key: "a", nth: 0, kind: "text", label: "", values: [text] } as const, ...choices];
    await this.#keeper.keep({ kind: "keep", draftId: this.draftId, base: this.base, identity: this.#identity, fields, files: null, sending }, now);
  }
}

const texts = async (world: World): Promise<readonly string[]> => (await world.service.records.list("drafts")).map(({ value }) => parseApplication(value)).flatMap((one) => (one?.type === "application" ? (one.fields[0]?.values ?? []) : []));
const relock = (world: World): void => world.start();

describe("drafts", () => {
  it("two tabs that go on with the same draft: both texts stay, and the second is told", async () => {
    const world = await World.make();
    await world.created();
    const first = new Tab(world, "0".repeat(32));
    await first.type("საერთო", 1);
    const second = new Tab(world, first.draftId);
    second.base = first.base;
    await second.type("მეორე", 2);
    await first.type("პირველი", 3);
    expect([first.forked, second.forked]).toEqual([1, 0]);
    expect([...(await texts(world))].sort()).toEqual(["მეორე", "პირველი"]);
    await first.type("პირველი და კიდევ", 4);
    expect([...(await texts(world))].sort()).toEqual(["მეორე", "პირველი და კიდევ"]);
  });

  it("a form that comes back with what was written in it goes on with its draft: one draft, also where it is sent at once", async () => {
    const world = await World.make();
    await world.created();
    await new Tab(world, "a".repeat(32)).type("რაც დაიწერა", 1);
    const drafts = async () => sortApplications(await world.service.records.list("drafts"));
    const back = new Tab(world, "b".repeat(32));
    await back.type("რაც დაიწერა და", 2);
    expect(back.draftId).toBe("b".repeat(32));
    await back.type("რაც დაიწერა და მერე", 3);
    expect((await drafts()).drafts.map(({ application }) => [application.fields[0]?.values[0], application.createdAt])).toEqual([["რაც დაიწერა და მერე", 1]]);
    expect(await world.service.records.list("drafts")).toHaveLength(1);
    await new Tab(world, "c".repeat(32)).type("რაც დაიწერა და მერე", 4, true);
    expect(await drafts()).toMatchObject({ drafts: [], sent: [{ applicationId: "c".repeat(32) }] });
    // What was sent is nobody's draft: written once more, it is another application.
    await new Tab(world, "d".repeat(32)).type("რაც დაიწერა და მერე", 5);
    expect(await drafts()).toMatchObject({ drafts: [{ draftId: "d".repeat(32) }], sent: [{ applicationId: "c".repeat(32) }] });
  });

  it("a form with another choice is another one, and so is one without the draft's files: neither is lost, and nothing is kept as sent with a file that it was without", async () => {
    const world = await World.make();
    await world.created();
    const choice = (value: string) => ({ key: "kind", nth: 0, kind: "radio", label: "", values: [value] }) as const;
    await new Tab(world, "a".repeat(32)).type("ნინო ბერიძე", 1, false, [choice("ქორწინება")]);
    await new Tab(world, "b".repeat(32)).type("ნინო ბერიძე", 2, false, [choice("დაბადება")]);
    expect(await world.service.records.list("drafts")).toHaveLength(2);
    await new Tab(world, "c".repeat(32)).type("ნინო ბერიძე და", 3, false, [choice("დაბადება")]);
    expect(new Set((await world.service.records.list("drafts")).map(({ id }) => id[0]))).toEqual(new Set(["a", "c"]));
    const attachment = { key: "papers", name: "a.pdf", size: 1, attachmentId: "1", sha256: "0", signed: false };
    const record = await world.service.records.get("drafts", "c".repeat(32));
    await world.service.records.put("drafts", "c".repeat(32), { ...(record?.value as object), attachments: [attachment] }, record?.version);
    await new Tab(world, "d".repeat(32)).type("ნინო ბერიძე და", 4, true, [choice("დაბადება")]);
    const { drafts, sent } = sortApplications(await world.service.records.list("drafts"));
    expect(new Map(drafts.map(({ draftId, application }) => [draftId[0], application.attachments.length]))).toEqual(new Map([["a", 0], ["c", 1]]));
    expect(sent.map(({ application }) => application.attachments)).toEqual([[]]);
  });

  it("a form without one word of it is another one, and so is another form; a tab that still writes it loses nothing", async () => {
    const world = await World.make();
    await world.created();
    const first = new Tab(world, "a".repeat(32));
    await first.type("ნინო ბერიძე", 1);
    await new Tab(world, "b".repeat(32)).type("ნინო ბერ", 2);
    await new Tab(world, "c".repeat(32), { ...identity, formKey: "https://www.my.gov.ge/services/y/apply#" }).type("ნინო ბერიძე", 3);
    expect([...(await texts(world))].sort()).toEqual(["ნინო ბერ", "ნინო ბერიძე", "ნინო ბერიძე"]);
    await new Tab(world, "d".repeat(32)).type("ნინო ბერიძე, თბილისი", 4);
    await first.type("ნინო ბერიძე, ქუთაისი", 5);
    expect([...(await texts(world))].sort()).toEqual(["ნინო ბერ", "ნინო ბერიძე", "ნინო ბერიძე, თბილისი", "ნინო ბერიძე, ქუთაისი"]);
  });

  it("a form that comes back while the vault is locked goes on with its draft, of the open vault and of the locked one: one draft when it is open, also where it was sent", async () => {
    const world = await World.make();
    await world.created();
    const drafts = async () => sortApplications(await world.service.records.list("drafts"));
    const choice = { key: "kind", nth: 0, kind: "radio", label: "", values: ["დაბადება"] } as const;
    await new Tab(world, "a".repeat(32)).type("რაც დაიწერა", 1, false, [choice]);
    await new Tab(world, "b".repeat(32)).type("სულ სხვა", 2, false, [choice]);
    relock(world);
    world.wall += 1;
    const back = new Tab(world, "c".repeat(32));
    await back.type("რაც დაიწერა და", 3, false, [choice]);
    await back.type("რაც დაიწერა და მერე", 4, false, [choice]);
    world.wall += 1;
    const once = new Tab(world, "d".repeat(32));
    await once.type("რაც დაიწერა და მერე, ბოლოს", 5, false, [choice]);
    // What it had in it when it came back counts, as it does in an open vault: it may be written anew since.
    await once.type("დავიწყე თავიდან", 6, false, [choice]);
    world.wall += 1;
    await world.service.lock.unlock(withPassphrase());
    const words = async (): Promise<readonly unknown[]> => (await drafts()).drafts.map(({ application }) => application.fields[0]?.values[0]);
    expect(await words()).toEqual(["დავიწყე თავიდან", "სულ სხვა"]);
    await once.type("დავიწყე თავიდან და გავაგრძელე", 7, false, [choice]);
    expect([await words(), once.forked]).toEqual([["დავიწყე თავიდან და გავაგრძელე", "სულ სხვა"], 0]);
    // The open vault's rule takes away what it hid, too.
    await new Tab(world, "e".repeat(32)).type("დავიწყე თავიდან და გავაგრძელე!", 8, false, [choice]);
    expect([await words(), (await world.service.records.list("drafts")).length]).toEqual([["დავიწყე თავიდან და გავაგრძელე!", "სულ სხვა"], 2]);
    relock(world);
    world.wall += 1;
    await new Tab(world, "f".repeat(32)).type("დავიწყე თავიდან და გავაგრძელე!", 9, true, [choice]);
    await world.service.lock.unlock(withPassphrase());
    expect([await words(), (await drafts()).sent.map(({ applicationId }) => applicationId[0])]).toEqual([["სულ სხვა"], ["f"]]);
  });

  it("while the vault is locked, too, a form with another choice, without a word of it, without the draft's files, or beside the draft in one page is another one; so is one whose draft went on elsewhere", async () => {
    const world = await World.make();
    await world.created();
    const count = async (): Promise<number> => sortApplications(await world.service.records.list("drafts")).drafts.length;
    const choice = (value: string) => ({ key: "kind", nth: 0, kind: "radio", label: "", values: [value] }) as const;
    const first = new Tab(world, "a".repeat(32));
    await first.type("ნინო ბერიძე", 1, false, [choice("დაბადება")]);
    const attachment = { key: "papers", name: "a.pdf", size: 1, attachmentId: "1", sha256: "0", signed: false };
    const filed = new Tab(world, "b".repeat(32));
    await filed.type("გიორგი", 2, false, [choice("დაბადება")]);
    const record = await world.service.records.get("drafts", filed.draftId);
    await world.service.records.put("drafts", filed.draftId, { ...(record?.value as object), attachments: [attachment] }, record?.version);
    relock(world);
    world.wall += 1;
    await new Tab(world, "c".repeat(32)).type("ნინო ბერიძე", 3, false, [choice("ქორწინება")]);
    await new Tab(world, "d".repeat(32)).type("ბერიძე ნინო", 4, false, [choice("დაბადება")]);
    await new Tab(world, "e".repeat(32)).type("გიორგი და", 5, false, [choice("დაბადება")]);
    // The page that writes the draft has another form with the same words in it.
    first.draftId = "f".repeat(32);
    first.base = null;
    await first.type("ნინო ბერიძე და", 6, false, [choice("დაბადება")]);
    world.wall += 1;
    await world.service.lock.unlock(withPassphrase());
    expect(await count()).toBe(6);
    // This one would go on with "d", which is written on in the open vault before anybody looks.
    const elsewhere = await world.service.records.get("drafts", "d".repeat(32));
    relock(world);
    world.wall += 1;
    await new Tab(world, "1".repeat(32)).type("ბერიძე ნინო და", 7, false, [choice("დაბადება")]);
    world.wall += 1;
    await world.service.lock.unlock(withPassphrase());
    expect(await count()).toBe(6);
    await world.service.records.put("drafts", "d".repeat(32), { ...(elsewhere?.value as object), changedAt: 8 }, elsewhere?.version);
    expect(await count()).toBe(7);
  });

  it("a draft that goes on while the vault is locked takes its own place when it is open again", async () => {
    const world = await World.make();
    await world.created();
    const tab = new Tab(world, "1".repeat(32));
    await tab.type("ღიად", 1);
    relock(world);
    await tab.type("ჩაკეტილად", 2);
    await tab.type("ჩაკეტილად და კიდევ", 3);
    await world.service.lock.unlock(withPassphrase());
    const { drafts } = sortApplications(await world.service.records.list("drafts"));
    expect(drafts.map(({ application }) => application.fields[0]?.values)).toEqual([["ჩაკეტილად და კიდევ"]]);
    await tab.type("ისევ ღიად", 4);
    expect(sortApplications(await world.service.records.list("drafts")).drafts.map(({ application }) => application.fields[0]?.values)).toEqual([["ისევ ღიად"]]);
    expect(tab.forked).toBe(0);
  });

  it.each(["before", "after"] as const)("locked in the middle of keeping it, %s it is written: the words are sealed, and there when the vault is open again", async (when) => {
    const world = await World.make();
    await world.created();
    const tab = new Tab(world, "2".repeat(32));
    await tab.type("ღიად", 1);
    tab.locking.next = when;
    world.wall += 1;
    await tab.type("ღიად და ბოლო სიტყვა", 2);
    expect(tab.told.map(({ how }) => how)).toEqual(["stored", "sealed"]);
    await world.service.lock.unlock(withPassphrase());
    expect(await texts(world)).toContain("ღიად და ბოლო სიტყვა");
  });

  it("whatever two tabs and the lock do, the last words of each tab are in the vault", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("first", "second", "lock", "unlock", "send", "lock before", "lock after"), { minLength: 3, maxLength: 12 }), async (steps) => {
        const world = await World.make();
        await world.created();
        const first = new Tab(world, "a".repeat(32));
        await first.type("0", 0);
        const second = new Tab(world, first.draftId);
        second.base = first.base;
        // What the second tab was given and goes on with is the second's to change.
        first.text = "";
        let open = true;
        let now = 0;
        for (const step of steps) {
          now += 1;
          world.wall += 1;
          if (step === "lock before" || step === "lock after") {
            first.locking.next = step === "lock before" ? "before" : "after";
            await first.type(`first ${now}`, now);
            open = false;
          } else if (step === "lock" && open) {
            relock(world);
            open = false;
          } else if (step === "unlock" && !open) {
            await world.service.lock.unlock(withPassphrase());
            open = true;
          } else if (step === "first" || step === "second") await (step === "first" ? first : second).type(`${step} ${now}`, now);
          else if (step === "send") await first.type(`first ${now}`, now, true);
        }
        if (!open) await world.service.lock.unlock(withPassphrase());
        const all = await texts(world);
        for (const tab of [first, second]) if (tab.text !== "") expect(all).toContain(tab.text);
      }),
      { numRuns: process.env["SLOW"] ? 100 : 15 },
    );
  });
});
