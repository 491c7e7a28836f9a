// The hidden frame over the real vault (in Node), with files that take as long as the test likes, and a tab that dies whenever
// it likes: no word waits for a file.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Application, contentOf, parseApplication } from "../../../src/forms/application.ts";
import type { FieldFile, FromFrame, ToFrame } from "../../../src/forms/line.ts";
import type { VaultApi } from "../../../src/vault/api.ts";
import { VaultError } from "../../../src/vault/error.ts";
import { withPassphrase, World } from "../vault/world.ts";

/** Something slow that a file waits for, in the order in which it came. */
interface Wait {
  readonly name: string;
  readonly at: "hash" | "store";
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

const tab = vi.hoisted(() => ({ vault: null as unknown, waits: [] as unknown[] }));
const waits = tab.waits as Wait[];
const wait = (name: string, at: Wait["at"]): Promise<void> => new Promise((go, fail) => waits.push({ name, at, go, fail }));
vi.mock("../../../src/vault/client.ts", () => ({ openVault: () => tab.vault }));
vi.mock("../../../src/platform/sessionStore.ts", () => ({ sessionGet: async () => undefined, sessionSet: async () => undefined }));
vi.mock("../../../src/signing/hash/streamHash.ts", () => ({
  fileSha256: async (file: File) => {
    await wait(file.name, "hash");
    return createHash("sha256").update(await file.text()).digest("hex");
  },
}));
const { runKeeper } = await import("../../../src/frame/keeper/keeper.ts");

const identity = { formKey: "https://www.my.gov.ge/services/x/apply#", url: "https://www.my.gov.ge/services/x/apply", title: "x" };
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const fileOf = (name: string): FieldFile => ({ key: "papers", signed: false, file: new File([`what is in ${name}`], name, { lastModified: 1 }) });

type Hear = (event: { readonly data: ToFrame }) => void;

/** A tab with the form in it: what the feature in the page sends, and what it hears. */
class Tab {
  readonly world: World;
  readonly heard: FromFrame[] = [];
  /** Names of files that went in whole. */
  readonly stored = new Set<string>();
  draftId = "d".repeat(32);
  saves = 0;
  #calls = 0;
  #alive = true;
  #send: Hear = () => undefined;

  private constructor(world: World) {
    this.world = world;
  }
  static async open(): Promise<Tab> {
    const world = await World.make();
    await world.created();
    const made = new Tab(world);
    tab.vault = made.#client();
    runKeeper({
      addEventListener: (_: string, hear: Hear) => (made.#send = hear),
      start: () => undefined,
      postMessage: (message: FromFrame) => made.#hear(message),
    } as unknown as MessagePort);
    return made;
  }
  #client(): unknown {
    const group = (name: "lock" | "records" | "inbox" | "documents"): unknown =>
      new Proxy({}, { get: (_, method) => (...args: unknown[]): Promise<unknown> => this.#call(name, method as string, args) });
    return { lock: group("lock"), records: group("records"), inbox: group("inbox"), documents: group("documents"), onEvent: () => () => undefined };
  }
  async #call(name: "lock" | "records" | "inbox" | "documents", method: string, args: readonly unknown[]): Promise<unknown> {
    const [entry] = args as [Partial<Parameters<VaultApi["inbox"]["keep"]>[0]>?];
    const file = name === "inbox" && method === "keep" && entry?.kind === "file" ? (entry.file as File) : null;
    if (file) await wait(file.name, "store");
    // A dead tab asks for nothing any more, and hears no answer.
    if (!this.#alive) return new Promise(() => undefined);
    this.#calls += 1;
    try {
      const calls = this.world.service[name] as unknown as Readonly<Record<string, (...all: unknown[]) => unknown>>;
      const result = await calls[method]?.(...args);
      if (file) this.stored.add(file.name);
      return this.#alive ? result : await new Promise(() => undefined);
    } finally {
      this.#calls -= 1;
    }
  }
  #hear(message: FromFrame): void {
    this.heard.push(message);
    if (message.kind === "kept" && message.asked === this.draftId) ({ draftId: this.draftId } = message);
  }
  send(data: ToFrame): void {
    this.#send({ data });
  }
  /** One more word, and with it what the page saves. */
  save(files: readonly FieldFile[] | null = null, sending = false): void {
    this.saves += 1;
    this.world.wall += 1;
    const fields = [{ key: "a", nth: 0, kind: "text", label: "", values: [String(this.saves)] }] as const;
    this.send({ kind: "keep", draftId: this.draftId, base: null, identity, fields, files, sending });
  }
  /** Until all that does not wait for a file is done. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      // What is sent is hashed between two calls, beside this thread: on a busy machine that takes longer than some turns of it.
      await crypto.subtle.digest("SHA-256", new Uint8Array(1_024));
      if (this.#calls > 0) quiet = -1;
    }
  }
  /** What files wait for is done, until none waits. */
  async finish(): Promise<void> {
    for (await this.rest(); waits.length > 0; await this.rest()) waits.shift()?.go();
  }
  crash(): void {
    this.#alive = false;
  }
  kept(): readonly unknown[] {
    return this.heard.flatMap((one) => (one.kind === "kept" ? [one.kept] : []));
  }
}

/** The application in the vault that was written last; of two with the same words that which goes on under a new name, since the vault was locked. */
async function newest(world: World): Promise<Application | null> {
  const all = (await world.service.records.list("drafts")).flatMap(({ value }) => parseApplication(value) ?? []).filter((one) => one.type === "application");
  return all.sort((one, other) => Number(other.fields[0]?.values[0]) - Number(one.fields[0]?.values[0]) || Number(one.from === null) - Number(other.from === null))[0] ?? null;
}
const namesOf = (application: Application | null): readonly string[] => application?.attachments.map(({ name }) => name) ?? [];

describe("words and files of a draft", () => {
  beforeEach(() => void waits.splice(0));

  it("words do not wait for a file; each file is added as it comes, in the order of the form, and the end is said once", async () => {
    const page = await Tab.open();
    page.save([fileOf("one.pdf"), fileOf("two.pdf")]);
    page.save();
    await page.rest();
    const before = await newest(page.world);
    expect([before?.fields[0]?.values, namesOf(before), page.kept()]).toEqual([["2"], [], [{ how: "stored", forked: false }]]);
    waits.shift()?.go();
    await page.rest();
    waits.shift()?.go();
    await page.rest();
    expect(namesOf(await newest(page.world))).toEqual(["one.pdf"]);
    page.save();
    await page.finish();
    const after = await newest(page.world);
    expect(after?.fields[0]?.values).toEqual(["3"]);
    expect(after?.attachments.map(({ name, sha256: hash }) => [name, hash])).toEqual(["one.pdf", "two.pdf"].map((name) => [name, sha256(`what is in ${name}`)]));
    expect(page.kept()).toHaveLength(3);
    expect((await page.world.service.documents.search({})).total).toBe(2);
  });

  it("one that fails is told as such and keeps neither the words nor the other file out", async () => {
    for (const [error, how] of [[new VaultError("QUOTA_FULL", "full"), "full"], [new Error("unreadable"), "failed"]] as const) {
      const page = await Tab.open();
      page.save([fileOf("one.pdf"), fileOf("two.pdf")]);
      await page.rest();
      waits.shift()?.fail(error);
      await page.finish();
      expect([page.kept(), namesOf(await newest(page.world))]).toEqual([[{ how }], ["two.pdf"]]);
    }
  });

  it("a draft that was removed meanwhile stays removed, and its file goes where its others went", async () => {
    const page = await Tab.open();
    page.save([fileOf("one.pdf"), fileOf("two.pdf")]);
    await page.rest();
    const [record] = await page.world.service.records.list("drafts");
    if (!record) throw new Error("nothing was kept");
    await page.world.service.records.remove("drafts", record.id, record.version);
    await page.finish();
    expect(await page.world.service.records.list("drafts")).toEqual([]);
    expect((await page.world.service.documents.search({})).total).toBe(0);
    expect(page.kept()).toEqual([]);
  });

  it("what is sent while a file goes in is there at once, stays sent, and its hash covers the file in the end", async () => {
    const page = await Tab.open();
    page.save([fileOf("one.pdf")]);
    page.save(null, true);
    await page.rest();
    expect(await newest(page.world)).toMatchObject({ state: "sending", attachments: [], fields: [{ values: ["2"] }] });
    page.send({ kind: "sent", applicationId: page.draftId, number: "7", url: identity.url, last: { identity, fields: [] } });
    await page.finish();
    const sent = await newest(page.world);
    expect(sent).toMatchObject({ state: "sending", attachments: [{ name: "one.pdf" }], fields: [{ values: ["2"] }] });
    expect(sent && sent.sha256 === sha256(contentOf(sent))).toBe(true);
    expect(await page.world.service.records.list("drafts")).toHaveLength(2);
  });

  it("whenever the tab dies, the vault has each word that is older than one save, and each file that had gone in", { timeout: 60_000 }, async () => {
    const pool = ["one.pdf", "two.pdf", "three.pdf"].map(fileOf);
    const what = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("type", "send") },
      { weight: 4, arbitrary: fc.constantFrom("go", "go", "fail") },
      { weight: 2, arbitrary: fc.subarray([0, 1, 2]) },
      { weight: 1, arbitrary: fc.constant("lock") },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(what, fc.boolean()), { minLength: 2, maxLength: 14 }), async (steps) => {
        waits.splice(0);
        const page = await Tab.open();
        let [open, rested, chosen] = [true, 0, [] as readonly FieldFile[]];
        let quiet = true;
        for (const [step, rest] of steps) {
          if (step === "type" || step === "send") page.save(null, step === "send");
          else if (step === "go") waits.shift()?.go();
          else if (step === "fail") waits.shift()?.fail(new Error("unreadable"));
          else if (step === "lock") {
            await page.rest();
            if (open) page.world.start();
            else await page.world.service.lock.unlock(withPassphrase());
            open = !open;
          } else page.save((chosen = step.map((at) => pool[at]).filter((one) => one !== undefined)));
          quiet = rest || step === "lock";
          if (!rest) continue;
          await page.rest();
          rested = page.saves;
        }
        page.crash();
        if (!open) await page.world.service.lock.unlock(withPassphrase());
        const last = await newest(page.world);
        expect(Number(last?.fields[0]?.values[0] ?? 0)).toBeGreaterThanOrEqual(rested);
        if (quiet && rested === page.saves) expect(namesOf(last)).toEqual(chosen.filter(({ file }) => page.stored.has(file.name)).map(({ file }) => file.name));
      }),
      { numRuns: process.env["SLOW"] ? 500 : 20 },
    );
  });
});
