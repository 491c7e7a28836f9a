// Drafts into the vault, whether it is open or locked, and never one over another.
// [Note: words before files] The tab may die at any moment, and a big file takes its time: what is typed goes into the vault at
// once, with those files that are there already. The others are stored beside it, one after the other, and each is added to
// its draft in turn with what was typed meanwhile.
import type { Mutex } from "../../async/mutex.ts";
import { type Application, type Attachment, type Begun, contentOf, type Origin, parseApplication, toJson } from "../../forms/application.ts";
import { sortApplications } from "../../forms/applications.ts";
import { givenBack } from "../../forms/givenBack.ts";
import type { Base, FieldFile, FromFrame, Kept, ToFrame } from "../../forms/line.ts";
import { randomName } from "../../platform/randomName.ts";
import type { VaultApi } from "../../vault/api.ts";
import { codeOf, VaultError } from "../../vault/error.ts";
import { again } from "../../vault/again.ts";
import { DraftFiles } from "./draftFiles.ts";
import { sha256Hex } from "../../codec/sha256.ts";

type KeepWish = Extract<ToFrame, { kind: "keep" }>;
type Vault = Pick<VaultApi, "lock" | "records" | "inbox" | "documents">;
type Content = Pick<Application, "state" | "identity" | "fields" | "attachments">;

/** What is known of a draft that this page is writing. */
interface Known {
  readonly draftId: string;
  /** Of the record as written last; null: not in the vault yet; "sealed": it waits to be merged. */
  readonly version: string | null;
  readonly sealed: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly attachments: readonly Attachment[];
  readonly from: Origin | null;
  readonly begun: Begun | null;
  /** What was written last beside its files; null: nothing yet. */
  readonly last: Omit<Content, "attachments"> | null;
  /** The files that it is to have, while not all of them are stored. */
  readonly files: readonly FieldFile[] | null;
}

/** A draft under whatever names the page knows it by. */
interface Draft {
  known: Known;
}

export class DraftKeeper {
  readonly #vault: Vault;
  readonly #say: (message: FromFrame) => void;
  readonly #turn: Mutex;
  readonly #files: DraftFiles;
  /** By the id that the page uses: what came of it may have another one. */
  readonly #drafts = new Map<string, Draft>();
  /** Files that came with words which could not be kept: they come with the next ones. */
  readonly #owed = new Map<string, readonly FieldFile[]>();
  #storing: Promise<void> = Promise.resolve();

  /** @param turn held by whoever calls; files that were stored meanwhile wait for it. */
  constructor(vault: Vault, say: (message: FromFrame) => void, turn: Mutex) {
    this.#vault = vault;
    this.#say = say;
    this.#turn = turn;
    this.#files = new DraftFiles(vault, say);
  }

  /** Done when the words are in the vault; that is said at once if no file is still to come, or if the draft has another name now. */
  async keep(wish: KeepWish, now: number): Promise<void> {
    const files = wish.files ?? this.#owed.get(wish.draftId) ?? null;
    this.#owed.delete(wish.draftId);
    let kept: Kept;
    try {
      kept = await again(() => this.#words({ ...wish, files }, now));
    } catch (error) {
      kept = failureOf(error);
    }
    if (files && !("forked" in kept)) this.#owed.set(wish.draftId, files);
    const draft = this.#drafts.get(wish.draftId);
    if (draft && "forked" in kept && files && !this.#files.has(files)) {
      this.#storing = this.#storing.then(() => this.#takeIn(draft, files));
      if (draft.known.draftId === wish.draftId) return;
    }
    this.#tell(wish.draftId, draft?.known ?? null, kept);
  }

  /** The words of a draft, with those of its files that are there already. */
  async #words(wish: KeepWish, now: number): Promise<Kept> {
    const draft = this.#drafts.get(wish.draftId);
    const known = draft?.known ?? (await this.#meet(wish, now));
    const { kind } = await this.#vault.lock.state();
    if (kind === "none") return { how: "none" };
    const files = wish.files ?? known.files;
    const attachments = files ? this.#files.attached(files, known.attachments) : known.attachments;
    const content: Content = { state: wish.sending ? "sending" : "draft", identity: wish.identity, fields: wish.fields, attachments };
    const result = await this.#write({ ...known, files }, content, kind === "unlocked", now);
    const written = draft ?? { known };
    written.known = wish.files && this.#files.has(wish.files) ? { ...result.known, files: null } : result.known;
    this.#drafts.set(wish.draftId, written).set(result.known.draftId, written);
    if (!draft && !wish.base) await this.#takePlace(result.known);
    return result.kept;
  }

  /** What this one has in it, and takes the place of, goes, with what that took the place of; not what another tab has written meanwhile. */
  async #takePlace({ draftId, from, version }: Known): Promise<void> {
    if (version === null || !from?.replaces) return;
    const { replaced } = sortApplications(await this.#vault.records.list("drafts").catch(() => []));
    for (const one of replaced.get(draftId) ?? []) await this.#vault.records.remove("drafts", one.id, one.version).catch(() => undefined);
  }

  #tell(asked: string, known: Known | null, kept: Kept): void {
    const draftId = known?.draftId ?? asked;
    const base: Base | null = known?.version ? { draftId, version: known.version } : null;
    this.#say({ kind: "kept", asked, draftId, base, kept });
  }

  /** Stores what a draft's fields were given, and says how that ended: unless other files were chosen meanwhile, or the draft was removed. */
  async #takeIn(draft: Draft, files: readonly FieldFile[]): Promise<void> {
    let failure: Kept | null = null;
    let kept: Kept | null = null;
    for (const one of files) {
      if (draft.known.files !== files) return;
      const asked = draft.known.draftId;
      try {
        const attachment = await again(() => this.#files.store(one, asked));
        kept = await this.#turn.run(() => again(() => this.#add(draft, one, attachment)));
        if (!kept) return;
        if (draft.known.draftId !== asked) this.#tell(asked, draft.known, kept);
      } catch (error) {
        // One that can't be read keeps no other from being stored.
        failure ??= failureOf(error);
      }
    }
    if (draft.known.files !== files) return;
    draft.known = { ...draft.known, files: null };
    const { draftId } = draft.known;
    this.#tell(draftId, draft.known, failure ?? (kept && "forked" in kept ? { ...kept, forked: false } : { how: "failed" }));
  }

  /** @returns null: it has no place any more. */
  async #add(draft: Draft, one: FieldFile, attachment: Attachment): Promise<Kept | null> {
    const { known } = draft;
    // Files chosen anew meanwhile may have it among them.
    const attachments = known.files && this.#files.attached(known.files, known.attachments);
    if (!known.last || !attachments?.includes(attachment)) return null;
    const { kind } = await this.#vault.lock.state();
    if (kind === "none") throw new VaultError("VAULT_NONE", "the vault was erased");
    const open = kind === "unlocked";
    if (open && (await this.#isRemoved(known))) {
      // By the person: that is not undone by a file.
      draft.known = { ...known, files: null };
      await this.#files.drop(one, attachment);
      return null;
    }
    const result = await this.#write(known, { ...known.last, attachments }, open, known.changedAt);
    draft.known = result.known;
    this.#drafts.set(result.known.draftId, draft);
    return result.kept;
  }

  /** What was sealed and still waits, for want of room, is not. The vault must be open. */
  async #isRemoved({ draftId, sealed }: Known): Promise<boolean> {
    if (await this.#vault.records.get("drafts", draftId)) return false;
    return !sealed || (await this.#vault.inbox.waiting()) === 0;
  }

  /** The portal gave the form back: it is a draft again. */
  async unsend(draftId: string, now: number): Promise<void> {
    if ((await this.#vault.lock.state()).kind !== "unlocked") return;
    const record = await this.#vault.records.get("drafts", draftId);
    const application = record && parseApplication(record.value);
    if (!record || application?.type !== "application") return;
    const version = await this.#vault.records.put("drafts", draftId, toJson({ ...application, state: "draft", changedAt: now }), record.version);
    // The page may go on writing it: its next words take the place of this.
    this.#follow(draftId, version, { ...application, state: "draft", changedAt: now });
  }

  #follow(draftId: string, version: string, { state, identity, fields, changedAt }: Application): void {
    const draft = this.#drafts.get(draftId);
    if (draft?.known.draftId === draftId) draft.known = { ...draft.known, version, changedAt, last: { state, identity, fields } };
  }

  async noteSent({ applicationId, number, url, last }: Extract<ToFrame, { kind: "sent" }>, now: number): Promise<void> {
    const value = toJson({ type: "receipt", applicationId, number, at: now, url, title: last.identity.title });
    await again(() => this.#vault.inbox.keep({ kind: "record", collection: "drafts", id: `receipt-${applicationId}`, value }));
    await again(() => this.#complete(applicationId, last, now));
  }

  /** The page that sent it may have gone before the vault had the last words. What is sealed already is left as it is. */
  async #complete(id: string, { identity, fields }: Extract<ToFrame, { kind: "sent" }>["last"], now: number): Promise<void> {
    if (fields === null || (await this.#vault.lock.state()).kind !== "unlocked") return;
    const record = await this.#vault.records.get("drafts", id);
    const known = record && parseApplication(record.value);
    const before: Application = known?.type === "application" ? known : { type: "application", state: "sending", identity, fields, attachments: [], createdAt: now, changedAt: now, sha256: null, from: null };
    if (known && before.state === "sending" && before.sha256 !== null) return;
    const whole: Application = { ...before, state: "sending", fields };
    const version = await this.#vault.records.put("drafts", id, toJson({ ...whole, sha256: await sha256Hex(contentOf(whole)) }), record?.version ?? null);
    // A file of it may still be on its way.
    this.#follow(id, version, whole);
  }

  /** A draft that this frame hears of for the first time: a new one, or one that was restored into the page, by us or by the browser. */
  async #meet({ draftId, base, identity, fields }: KeepWish, now: number): Promise<Known> {
    const fresh = { draftId, version: null, sealed: false, createdAt: now, changedAt: now, attachments: [], from: null, begun: null, last: null, files: null };
    if (!base) {
      if ((await this.#vault.lock.state()).kind !== "unlocked") return { ...fresh, begun: { fields, apart: [...this.#drafts.keys()] } };
      const { drafts } = sortApplications(await this.#vault.records.list("drafts"));
      const back = givenBack(drafts.filter((one) => !this.#drafts.has(one.draftId)), identity, fields);
      // Under its new name: the page may be gone with it before it could be told another one.
      return back ? { ...fresh, ...pastOf(back.application), from: { applicationId: back.draftId, replaces: back.version } } : fresh;
    }
    // What another tab has made of it meanwhile can't be seen now: it will go on under a new name.
    if ((await this.#vault.lock.state()).kind !== "unlocked") return { ...fresh, version: base.version ?? "" };
    const record = await this.#vault.records.get("drafts", base.draftId);
    const application = record && parseApplication(record.value);
    if (!record || application?.type !== "application") return fresh;
    return { ...fresh, ...pastOf(application), version: base.version ?? record.version };
  }

  async #write(known: Known, content: Content, open: boolean, now: number): Promise<{ readonly known: Known; readonly kept: Kept }> {
    const { state, identity, fields, attachments } = content;
    const application: Application = { type: "application", ...content, createdAt: known.createdAt, changedAt: now, sha256: null, from: known.from, ...(known.begun ? { begun: known.begun } : {}) };
    const sha256 = state === "sending" ? await sha256Hex(contentOf(application)) : null;
    const value = { ...application, sha256 };
    const next: Known = { ...known, attachments, changedAt: now, last: { state, identity, fields } };
    if (!open) {
      // What is sealed can't be compared with what is in the vault: a draft that is there already goes on under a new name.
      const moved = known.version === null ? next : { ...next, draftId: randomName(), version: null, from: { applicationId: known.draftId, replaces: known.version || null } };
      const how = await this.#vault.inbox.keep({ kind: "record", collection: "drafts", id: moved.draftId, value: toJson({ ...value, from: moved.from }) });
      return { known: { ...moved, sealed: true }, kept: { how, forked: false } };
    }
    const expect = known.sealed ? await this.#mergedVersion(known) : known.version;
    if (expect !== undefined) {
      try {
        const version = await this.#vault.records.put("drafts", known.draftId, toJson(value), expect);
        return { known: { ...next, version, sealed: false }, kept: { how: "stored", forked: false } };
      } catch (error) {
        if (codeOf(error) !== "CONFLICT") throw error;
      }
    }
    // Another tab wrote this draft in the meantime: both are kept.
    const draftId = randomName();
    const from = { applicationId: known.draftId, replaces: null };
    const version = await this.#vault.records.put("drafts", draftId, toJson({ ...value, from }), null);
    return { known: { ...next, draftId, version, sealed: false, from }, kept: { how: "stored", forked: true } };
  }

  /** The version of what was sealed and is merged now; undefined when something else is there. */
  async #mergedVersion({ draftId, changedAt }: Known): Promise<string | null | undefined> {
    const record = await this.#vault.records.get("drafts", draftId);
    if (!record) return null;
    const application = parseApplication(record.value);
    return application?.type === "application" && application.changedAt === changedAt ? record.version : undefined;
  }
}

const pastOf = ({ createdAt, changedAt, attachments, from, begun }: Application): Pick<Known, "createdAt" | "changedAt" | "attachments" | "from" | "begun"> => ({ createdAt, changedAt, attachments, from, begun: begun ?? null });

function failureOf(error: unknown): Kept {
  const code = codeOf(error, null);
  return { how: code === "QUOTA_FULL" ? "full" : code === "VAULT_NONE" ? "none" : "failed" };
}
