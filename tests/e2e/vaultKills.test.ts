// The browser killed (SIGKILL, the whole of it) at random moments while the vault is being written (documents, replacements,
// purges, rotations, records, backups made and read in): nothing that was confirmed is lost, nothing that was deleted is
// back unless a backup brought it, nothing is half there, and no plaintext is on the disk.
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { denyNotifications, seesDue } from "./harness/dueSigns.ts";
import { forms, searchProfile, tearLog } from "./harness/levelDb.ts";
import { killWhole } from "./harness/killWhole.ts";
import { call, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

const kills = Number(process.env["KILLS"] ?? 20);
const passphrase = "იისფერი ღრუბელი ქვის ხიდთან";
/** Stands in every document's content and name. */
const marker = "ZebraKutaisi-საიდუმლო-7741";

/** What the page tells before and after each step. */
interface Step {
  readonly kind: "add" | "revise" | "purge" | "rotate" | "record" | "backup" | "import";
  readonly name?: string;
  readonly seed?: number;
}

/** Documents by name → seeds of their revisions, as confirmed; records by id → value. */
class Model {
  readonly documents = new Map<string, number[]>();
  readonly purged = new Set<string>();
  /** What was there when the page's present backup was begun. */
  backup: ReadonlyMap<string, readonly number[]> = new Map();
  imports = 0;
  record = 0;
  pending: Step | null = null;

  begin(step: Step): void {
    this.pending = step;
    if (step.kind === "backup") this.backup = new Map([...this.documents].map(([name, seeds]) => [name, [...seeds]]));
  }

  confirm(step: Step): void {
    this.pending = null;
    const { name = "", seed = 0 } = step;
    if (step.kind === "add") this.documents.set(name, [seed]);
    if (step.kind === "revise") this.documents.get(name)?.push(seed);
    if (step.kind === "purge") {
      this.documents.delete(name);
      this.purged.add(name);
    }
    if (step.kind === "record") this.record = seed;
    if (step.kind !== "import") return;
    this.imports += 1;
    for (const [missing, seeds] of this.backup) if (!this.documents.has(missing)) this.documents.set(missing, [...seeds]);
  }
}

/** What there is, from the page's own reading of everything. */
interface Seen {
  readonly documents: readonly { readonly name: string; readonly seeds: readonly number[] }[];
  readonly record: number;
  readonly notices: readonly { readonly kind: string }[];
  readonly streams: number;
  readonly expectedStreams: number;
  readonly journal: number;
}

/** Puts the work into the page: contents follow from their seed, and are known again by their first bytes. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const scope = globalThis as unknown as VaultScope & { contentOf(seed: number): Blob; backup(): Promise<Blob>; steps(seed: number, code: string): Promise<void>; look(code: string): Promise<unknown>; told(phase: string, step: unknown): Promise<void> };
    scope.contentOf = (seed) => {
      const bytes = new Uint8Array(1000 + ((seed * 7919) % 260_000));
      let state = seed;
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
      return new Blob([`${text} ${seed};`, bytes]);
    };
    scope.backup = async () => {
      const { backup } = (await scope.vault("backup", "begin")) as { backup: string };
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (;;) {
        const piece = (await scope.vault("backup", "read", backup)) as Uint8Array<ArrayBuffer> | null;
        if (!piece) return new Blob(pieces);
        pieces.push(piece);
      }
    };
    scope.steps = async (start, code) => {
      let seed = start;
      let backup: Blob | null = null;
      const names: Record<string, { id: string; version: string }> = {};
      const know = async (): Promise<void> => {
        const { documents } = (await scope.vault("documents", "search", { limit: 1000 })) as { documents: { name: string; documentId: string; version: string }[] };
        for (const one of documents) names[one.name] = { id: one.documentId, version: one.version };
      };
      await know();
      for (;;) {
        seed += 1;
        const known = Object.keys(names);
        const [name = ""] = known.length > 0 ? [known[Math.floor(Math.random() * known.length)]] : [];
        const dice = Math.random();
        // A dozen documents are enough: each is read whole after every kill.
        const more = known.length < 12 ? "add" : "purge";
        const kind = known.length < 3 || dice < 0.25 ? more : dice < 0.45 ? "revise" : dice < 0.65 ? "purge" : dice < 0.73 ? "rotate" : dice < 0.8 ? "record" : backup ? "import" : "backup";
        const step = { kind, name: kind === "add" ? `${text} ${seed}` : name, seed };
        await scope.told("start", step);
        if (kind === "add") {
          const { document } = (await scope.vault("documents", "add", scope.contentOf(seed), { name: step.name })) as { document: { documentId: string; version: string } };
          names[step.name] = { id: document.documentId, version: document.version };
        } else if (kind === "revise") {
          const one = names[name] ?? { id: "", version: "" };
          const { version } = (await scope.vault("documents", "addRevision", one.id, scope.contentOf(seed), one.version)) as { version: string };
          names[name] = { id: one.id, version };
        } else if (kind === "purge") {
          await scope.vault("documents", "purge", [names[name]?.id]);
          delete names[name];
        } else if (kind === "backup") backup = await scope.backup();
        else if (kind === "import") {
          await scope.vault("backup", "restore", backup, { kind: "recovery", code: new TextEncoder().encode(code) });
          await know();
        } else if (kind === "rotate") await scope.vault("slots", "rotate");
        else {
          // With so much beside it that every other time the log is made shorter (a snapshot).
          await scope.vault("records", "commit", [
            { collection: "drafts", id: "counter", value: seed },
            { collection: "drafts", id: "ballast", value: String(seed).repeat(120_000) },
          ]);
        }
        await scope.told("done", step);
      }
    };
    scope.look = async (code) => {
      await scope.vault("lock", "unlock", { kind: "recovery", code: new TextEncoder().encode(code) });
      while (!scope.vaultEvents.some((event) => (event as { kind: string }).kind === "text-ready")) await new Promise((resolve) => setTimeout(resolve, 10));
      // The sweep comes right after; a call that waits its turn comes behind it.
      await scope.vault("records", "put", "drafts", "turn", 1);
      const { notices } = (await scope.vault("lock", "state")) as { notices: unknown[] };
      const { documents } = (await scope.vault("documents", "search", { limit: 1000 })) as { documents: { name: string; documentId: string; revisions: { revision: number }[] }[] };
      const seen = [];
      let expectedStreams = 0;
      for (const { name, documentId, revisions } of documents) {
        const seeds = [];
        for (const { revision } of revisions) {
          expectedStreams += 1;
          if (!(await scope.vault("documents", "verify", documentId, revision))) throw new Error(`wrong content: ${name}`);
          const head = new TextDecoder().decode((await scope.vault("documents", "read", documentId, revision, 0, 100)) as Uint8Array);
          seeds.push(Number(head.slice(text.length + 1).split(";")[0]));
        }
        seen.push({ name, seeds });
      }
      const record = (await scope.vault("records", "get", "drafts", "counter")) as { value: number } | null;
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open("vault");
        request.addEventListener("success", () => resolve(request.result));
      });
      const all = <T>(store: string, get: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => {
          const request = get(database.transaction(store).objectStore(store));
          request.addEventListener("success", () => resolve(request.result));
        });
      const keys = await all("chunk", (store) => store.getAllKeys());
      const streams = new Set(keys.map((key) => [...new Uint8Array(key as ArrayBuffer, 0, 16)].join()));
      const header = JSON.parse(new TextDecoder().decode(new Uint8Array(await all<ArrayBuffer>("header", (store) => store.get("header"))).slice(9, -32))) as { main: unknown; text: unknown };
      const journal = await all("journal", (store) => store.count());
      database.close();
      if (header.main) expectedStreams += 1;
      if (header.text) expectedStreams += 1;
      return { documents: seen, record: record?.value ?? 0, notices, streams: streams.size, expectedStreams, journal };
    };
  }, marker);
}

function check(model: Model, seen: Seen, round: number): void {
  const what = `round ${round}, pending ${JSON.stringify(model.pending)}`;
  const { pending } = model;
  const names = new Set([...model.documents.keys(), ...seen.documents.map(({ name }) => name)]);
  for (const name of names) {
    const confirmed = model.documents.get(name);
    const found = seen.documents.find((one) => one.name === name)?.seeds;
    const mine = pending?.name === name ? pending : null;
    const imported = pending?.kind === "import" ? model.backup.get(name) : undefined;
    if (!confirmed && imported && found) expect(found, `${what}: ${name} came out of the backup`).toEqual(imported);
    else if (!found) expect(mine?.kind, `${what}: ${name} is lost`).toBe("purge");
    else if (!confirmed) expect(mine?.kind, `${what}: ${name} is back`).toBe("add");
    else {
      const extra = found.slice(confirmed.length);
      expect(found.slice(0, confirmed.length), what).toEqual(confirmed);
      expect(extra, what).toEqual(extra.length === 0 ? [] : [mine?.kind === "revise" ? mine.seed : "nothing more"]);
    }
    if (found) model.documents.set(name, [...found]);
    else model.documents.delete(name);
  }
  expect([model.record, pending?.kind === "record" ? pending.seed : model.record], what).toContain(seen.record);
  model.record = seen.record;
  model.pending = null;
  expect(seen.notices, what).toEqual([]);
  // Nothing piles up that opening would have to read. How long it takes, the bench measures: here somebody else has the processor.
  expect({ streams: seen.streams, journal: seen.journal }, what).toEqual({ streams: seen.expectedStreams, journal: 0 });
}

/** One profile, whose browser is killed so often. */
async function killedOften(times: number): Promise<{ readonly model: Model; readonly searched: ReturnType<typeof searchProfile> }> {
  const profile = mkdtempSync(join(tmpdir(), "mq-profile-"));
  const model = new Model();
  let code = "";
  try {
    for (let round = 0; round <= times; round += 1) {
      const started = await startBrowser({ profile });
      try {
        const page = await vaultPage(started.browser);
        await page.exposeFunction("told", (phase: string, step: Step) => {
          if (phase === "start") model.begin(step);
          else model.confirm(step);
        });
        await prepare(page);
        if (round === 0) {
          code = await page.evaluate(async (secret) => ((await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode(secret))) as { recoveryCode: string }).recoveryCode, passphrase);
        } else {
          const seen = (await page.evaluate((one) => (globalThis as unknown as { look(code: string): Promise<unknown> }).look(one), code).catch((error: unknown) => {
            throw new Error(`round ${round}, pending ${JSON.stringify(model.pending)}, ${model.documents.size} documents`, { cause: error });
          })) as Seen;
          check(model, seen, round);
        }
        if (round === times) break;
        page.evaluate((start, secret) => (globalThis as unknown as { steps(seed: number, code: string): Promise<void> }).steps(start, secret), (round + 1) * 1000, code).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, randomInt(30, 900)));
        await killWhole(started.browser.process()?.pid ?? 0);
      } finally {
        await started.close();
      }
    }
    const searched = searchProfile(profile, { ...forms("content and name", marker), ...forms("passphrase", passphrase), ...forms("recovery code", code), ...forms("recovery code, plain", code.replaceAll("-", "")) });
    expect(searched.found).toEqual([]);
    expect(searched.files).toBeGreaterThan(20);
    return { model, searched };
  } finally {
    if (!process.env['KEEP']) rmSync(profile, { recursive: true, force: true });
    else console.log(profile);
  }
}

// Two side by side: what a round takes is the start of a browser and the moment until it is killed, for the most part.
it(`${kills} kills: what was confirmed is there, what was deleted is not, nothing readable is on the disk`, { timeout: 60_000 + kills * 15_000 }, async () => {
  const both = await Promise.all([Math.ceil(kills / 2), Math.floor(kills / 2)].map(killedOften));
  const sum = (of: (one: (typeof both)[number]) => number): number => both.reduce((all, one) => all + of(one), 0);
  expect(sum(({ model }) => model.documents.size + model.purged.size)).toBeGreaterThan(3);
  console.log(`${kills} kills, ${sum(({ model }) => model.documents.size)} documents left, ${sum(({ model }) => model.purged.size)} purged, ${sum(({ model }) => model.imports)} backups read in; searched ${sum(({ searched }) => searched.files)} files, ${sum(({ searched }) => searched.tables)} tables, ${sum(({ searched }) => searched.blocks)} blocks`);
});

it("killed in the middle of a record of the database's log, and again before that log is full: the vault is there", async () => {
  const profile = mkdtempSync(join(tmpdir(), "mq-torn-"));
  let code = "";
  /** One life of the browser, which ends by a kill. */
  const live = async (act: (page: Page) => Promise<void>): Promise<void> => {
    const started = await startBrowser({ profile });
    try {
      const page = await vaultPage(started.browser);
      await act(page);
      await killWhole(started.browser.process()?.pid ?? 0);
    } finally {
      await started.close();
    }
  };
  const unlock = async (page: Page): Promise<void> => {
    await page.evaluate(async (one) => (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "recovery", code: new TextEncoder().encode(one) }), code);
  };
  try {
    await live(async (page) => {
      code = await page.evaluate(async (secret) => {
        const { vault } = globalThis as unknown as VaultScope;
        const { recoveryCode } = (await vault("lock", "create", new TextEncoder().encode(secret))) as { recoveryCode: string };
        await vault("records", "put", "drafts", "a", 1);
        // The browser is killed while it writes this one.
        await vault("documents", "add", new Blob([new Uint8Array(600_000).fill(7)]), { name: "half" });
        return recoveryCode;
      }, passphrase);
    });
    tearLog(profile);
    await live(async (page) => {
      await unlock(page);
      await call(page, "records", "put", "drafts", "b", 2);
      await call(page, "reminders", "set", "1".repeat(32), 20_000);
    });
    denyNotifications(profile);
    await live(async (page) => {
      expect(await call(page, "lock", "state")).toMatchObject({ kind: "locked" });
      // A killed browser has forgotten its badge, and this person wants no notifications: the day that has come is seen all the same.
      expect(await call(page, "reminders", "list")).toEqual([{ reminderId: "1".repeat(32), day: 20_000 }]);
      await seesDue(page, 1);
      await unlock(page);
      expect(await call(page, "documents", "search", {})).toMatchObject({ total: 0 });
      expect(((await call(page, "records", "list", "drafts")) as { value: number }[]).map(({ value }) => value)).toEqual([1, 2]);
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
