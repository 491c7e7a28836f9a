// Drafts into the vault, whether it is open or locked, and never one over another.
import { toHex } from "../../card/bytes.ts";
import { type Application, type Attachment, contentOf, type Origin, parseApplication, toJson } from "../../forms/application.ts";
import type { Base, FieldFile, FromFrame, Kept, ToFrame } from "../../forms/line.ts";
import { randomName } from "../../platform/randomName.ts";
import { hashBlob } from "../../signing/hash/streamHash.ts";
import type { VaultApi } from "../../vault/api.ts";
import { VaultError } from "../../vault/error.ts";
import { sha256Hex } from "./termsKeeper.ts";

type KeepWish = Extract<ToFrame, { kind: "keep" }>;

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
}

export class DraftKeeper {
  readonly #vault: Pick<VaultApi, "lock" | "records" | "inbox">;
  readonly #say: (message: FromFrame) => void;
  /** By the id that the page uses: what came of it may have another one. */
  readonly #known = new Map<string, Known>();
  readonly #files = new Map<string, Attachment>();

  constructor(vault: Pick<VaultApi, "lock" | "records" | "inbox">, say: (message: FromFrame) => void) {
    this.#vault = vault;
    this.#say = say;
  }

  async keep(wish: KeepWish, now: number): Promise<void> {
    let known = this.#known.get(wish.draftId) ?? null;
    let kept: Kept;
    try {
      known ??= await this.#meet(wish, now);
      const { kind } = await this.#vault.lock.state();
      if (kind === "none") kept = { how: "none" };
      else {
        const result = await this.#write(known, wish, kind === "unlocked", now);
        known = result.known;
        kept = result.kept;
        this.#known.set(wish.draftId, known);
        this.#known.set(known.draftId, known);
      }
    } catch (error) {
      const code = error instanceof VaultError ? error.code : null;
      kept = { how: code === "QUOTA_FULL" ? "full" : code === "VAULT_NONE" ? "none" : "failed" };
    }
    const draftId = known?.draftId ?? wish.draftId;
    const base: Base | null = known?.version ? { draftId, version: known.version } : null;
    this.#say({ kind: "kept", asked: wish.draftId, draftId, base, kept });
  }

  /** The portal gave the form back: it is a draft again. */
  async unsend(draftId: string, now: number): Promise<void> {
    if ((await this.#vault.lock.state()).kind !== "unlocked") return;
    const record = await this.#vault.records.get("drafts", draftId);
    const application = record && parseApplication(record.value);
    if (!record || application?.type !== "application") return;
    const version = await this.#vault.records.put("drafts", draftId, toJson({ ...application, state: "draft", changedAt: now }), record.version);
    // The page may go on writing it: its next words take the place of this.
    for (const [id, known] of this.#known) if (known.draftId === draftId) this.#known.set(id, { ...known, version, changedAt: now });
  }

  async noteSent({ applicationId, number, url, last }: Extract<ToFrame, { kind: "sent" }>, now: number): Promise<void> {
    const value = toJson({ type: "receipt", applicationId, number, at: now, url, title: last.identity.title });
    await this.#vault.inbox.keep({ kind: "record", collection: "drafts", id: `receipt-${applicationId}`, value });
    await this.#complete(applicationId, last, now);
  }

  /** The page that sent it may have gone before the vault had the last words. What is sealed already is left as it is. */
  async #complete(id: string, { identity, fields }: Extract<ToFrame, { kind: "sent" }>["last"], now: number): Promise<void> {
    if (fields === null || (await this.#vault.lock.state()).kind !== "unlocked") return;
    const record = await this.#vault.records.get("drafts", id);
    const known = record && parseApplication(record.value);
    const before: Application = known?.type === "application" ? known : { type: "application", state: "sending", identity, fields, attachments: [], createdAt: now, changedAt: now, sha256: null, from: null };
    if (known && before.state === "sending" && before.sha256 !== null) return;
    const whole: Application = { ...before, state: "sending", fields };
    await this.#vault.records.put("drafts", id, toJson({ ...whole, sha256: await sha256Hex(contentOf(whole)) }), record?.version ?? null);
  }

  /** A draft that this frame hears of for the first time: a new one, or one that was restored into the page. */
  async #meet({ draftId, base }: KeepWish, now: number): Promise<Known> {
    const fresh = { draftId, version: null, sealed: false, createdAt: now, changedAt: now, attachments: [], from: null };
    if (!base) return fresh;
    // What another tab has made of it meanwhile can't be seen now: it will go on under a new name.
    if ((await this.#vault.lock.state()).kind !== "unlocked") return { ...fresh, version: base.version ?? "" };
    const record = await this.#vault.records.get("drafts", base.draftId);
    const application = record && parseApplication(record.value);
    if (!record || application?.type !== "application") return fresh;
    const { createdAt, changedAt, attachments, from } = application;
    return { draftId, version: base.version ?? record.version, sealed: false, createdAt, changedAt, attachments, from };
  }

  async #write(known: Known, wish: KeepWish, open: boolean, now: number): Promise<{ readonly known: Known; readonly kept: Kept }> {
    const attachments = wish.files === null ? known.attachments : await this.#attach(wish.files, known);
    const application: Application = { type: "application", state: wish.sending ? "sending" : "draft", identity: wish.identity, fields: wish.fields, attachments, createdAt: known.createdAt, changedAt: now, sha256: null, from: known.from };
    const sha256 = wish.sending ? await sha256Hex(contentOf(application)) : null;
    const value = { ...application, sha256 };
    const next = { ...known, attachments, changedAt: now };
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
        if (!(error instanceof VaultError) || error.code !== "CONFLICT") throw error;
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

  async #attach(files: readonly FieldFile[], { draftId }: Known): Promise<readonly Attachment[]> {
    const attachments: Attachment[] = [];
    for (const { key, signed, file } of files) {
      const place = JSON.stringify([key, file.name, file.size, file.lastModified]);
      const attachment = this.#files.get(place) ?? (await this.#store(key, signed, file, draftId));
      this.#files.set(place, attachment);
      attachments.push(attachment);
    }
    return attachments;
  }

  async #store(key: string, signed: boolean, file: File, draftId: string): Promise<Attachment> {
    const { digest } = await hashBlob(file, { bits: 256 });
    const attachmentId = randomName();
    const facts = { name: file.name, type: file.type, source: "draft", extra: { attachment: attachmentId, application: draftId } };
    await this.#vault.inbox.keep({ kind: "file", file, facts }, { onProgress: ({ done, total }) => this.#say({ kind: "progress", done, total }) });
    return { key, name: file.name, size: file.size, attachmentId, sha256: toHex(digest).toLowerCase(), signed };
  }
}
