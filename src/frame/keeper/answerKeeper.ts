import { type Answer, answerJson, type AnswerFile, parseAnswer, parseSeenAnswer, type SeenAnswer } from "../../forms/answer.ts";
import type { AnswerKept, FromFrame, PageFile, ToFrame } from "../../forms/line.ts";
import type { VaultApi } from "../../vault/api.ts";
import { codeOf } from "../../vault/error.ts";
import { untilFrameGoes } from "../pageFiles.ts";
import { again } from "../../vault/again.ts";
import { storeAnswerFile } from "./answerFile.ts";
import { sha256Hex } from "../../codec/sha256.ts";

type Vault = Pick<VaultApi, "lock" | "records" | "inbox" | "documents">;

/** An answer is named by its page and its words: kept twice it is one; changed by the portal it is another. */
export async function answerId({ url, text }: SeenAnswer): Promise<string> {
  return `answer-${await sha256Hex(`${url}\n${text}`)}`;
}

/** Answers of the page around the keeper's frame, into the vault with their files, and what is there of them. */
export class AnswerKeeper {
  readonly #vault: Vault;
  readonly #line: MessagePort;
  #stop: AbortController | null = null;
  /** What was kept here, or tried, has its word already, or will. */
  #began = false;
  /** The answer that the page shows now. */
  #shown = "";
  /** Files that came whole in this page, by their answer and address: taken up again, they are not asked for again. */
  readonly #whole = new Map<string, AnswerFile>();

  constructor(vault: Vault, line: MessagePort) {
    this.#vault = vault;
    this.#line = line;
  }

  /** Whether this very answer is in the vault already. */
  async lookUp(wish: Extract<ToFrame, { kind: "answer/seen" }>): Promise<AnswerKept> {
    const seen = parseSeenAnswer(wish.answer);
    const { kind } = await this.#vault.lock.state();
    const kept = seen && kind === "unlocked" ? parseAnswer((await this.#vault.records.get("answers", await answerId(seen)))?.value) : null;
    if (!kept) return "new";
    if (kept.missing.length > 0) return "part";
    return (await this.#removed(kept.files)).size > 0 ? "less" : "stored";
  }

  /** The page shows this answer from now on. */
  show(answer: SeenAnswer): void {
    this.#shown = JSON.stringify(answer);
  }

  /** @returns whether word of what was to be stopped is under way: what ended in this very moment has said so */
  stop(): boolean {
    this.#stop?.abort();
    return this.#began;
  }

  /**
   * Keeps an answer with those of its files that come whole. Stopped before the first of them, nothing is kept.
   * @returns null: the page shows another answer by now, and would take the word for that one's
   */
  async keep(wish: Extract<ToFrame, { kind: "answer/keep" }>, now: number): Promise<AnswerKept | null> {
    this.#began = true;
    this.show(wish.answer);
    const mine = this.#shown;
    const how = await this.#kept(wish, now);
    return mine === this.#shown ? how : null;
  }

  async #kept({ answer, files }: Extract<ToFrame, { kind: "answer/keep" }>, now: number): Promise<AnswerKept> {
    const seen = parseSeenAnswer(answer);
    if (!seen) return "failed";
    const stop = (this.#stop = untilFrameGoes());
    try {
      return await again(() => this.#keep(seen, files, stop.signal, now));
    } catch (error) {
      return codeOf(error) === "QUOTA_FULL" ? "full" : "failed";
    } finally {
      if (this.#stop === stop) this.#stop = null;
      stop.abort();
    }
  }

  async #keep(seen: SeenAnswer, files: readonly PageFile[], stop: AbortSignal, now: number): Promise<AnswerKept> {
    const { kind } = await this.#vault.lock.state();
    if (kind === "none") return "none";
    const id = await answerId(seen);
    const known = async (): Promise<Answer | null> => (kind === "unlocked" ? parseAnswer((await this.#vault.records.get("answers", id))?.value) : null);
    const before = await known();
    // What was thrown away since is fetched once more. Of a locked vault nobody knows; nothing can have been thrown away in it either.
    const removed = kind === "unlocked" ? await this.#removed([...(before?.files ?? []), ...this.#whole.values()]) : new Set<string>();
    for (const [place, { sha256 }] of this.#whole) if (removed.has(sha256)) this.#whole.delete(place);
    const there = before?.files.filter(({ sha256 }) => !removed.has(sha256)) ?? [];
    const kept: AnswerFile[] = [];
    const missing: string[] = [];
    // One after the other: each is asked for once, as a click on it would.
    for (const file of files) {
      const whole = (await this.#file(file, id, seen, there, stop)) ?? there.find((one) => one.name === file.name && !kept.includes(one));
      if (whole) kept.push(whole);
      else missing.push(file.name);
    }
    if (stop.aborted && kept.length === 0 && !before) return "stopped";
    // Files take their time: what the person says of it meanwhile stands.
    const { marks = {}, applicationId } = (await known()) ?? {};
    const value: Answer = { type: "answer", ...seen, sha256: await sha256Hex(seen.text), savedAt: before?.savedAt ?? now, files: kept, missing, marks, ...(applicationId === undefined ? {} : { applicationId }) };
    // A locked vault may have it already, with what the person said of it since: that stays. Files that are all there now are known to be.
    const whole = missing.length === 0 && kept.length > 0 ? { fills: ["files", "missing"] } : {};
    const fresh = kind === "unlocked" ? {} : ({ fresh: true, ...whole } as const);
    const how = await this.#vault.inbox.keep({ kind: "record", collection: "answers", id, value: answerJson(value), ...fresh });
    return missing.length > 0 ? "part" : how;
  }

  /** The hashes of those that the vault, which must be open, has no more. */
  async #removed(files: readonly AnswerFile[]): Promise<ReadonlySet<string>> {
    return new Set(files.length > 0 ? await this.#vault.documents.absent(files.map(({ sha256 }) => sha256)) : []);
  }

  /** null: it did not come, or not whole. */
  async #file(file: PageFile, id: string, seen: SeenAnswer, before: readonly AnswerFile[], stop: AbortSignal): Promise<AnswerFile | null> {
    const place = `${id} ${file.url}`;
    const known = this.#whole.get(place);
    if (known || stop.aborted) return known ?? null;
    const onProgress = (done: number, total: number | null): void => this.#line.postMessage({ kind: "progress", done, total: total ?? 0 } satisfies FromFrame);
    const stored = await storeAnswerFile(this.#vault, this.#line, file, { answer: id, ...seen, before }, stop, onProgress);
    if (stored) this.#whole.set(place, stored);
    return stored;
  }
}
