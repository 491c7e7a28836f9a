import { toHex } from "../../card/bytes.ts";
import { type Answer, answerJson, type AnswerFile, parseAnswer, parseSeenAnswer, type SeenAnswer } from "../../forms/answer.ts";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { randomName } from "../../platform/randomName.ts";
import { hashBlob } from "../../signing/hash/streamHash.ts";
import type { VaultApi } from "../../vault/api.ts";
import { codeOf } from "../../vault/error.ts";
import { sha256Hex } from "./termsKeeper.ts";

type Vault = Pick<VaultApi, "lock" | "records" | "inbox">;
type How = Extract<FromFrame, { kind: "answer/kept" }>["how"];

/** An answer is named by its page and its words: kept twice it is one; changed by the portal it is another. */
export async function answerId({ url, text }: SeenAnswer): Promise<string> {
  return `answer-${await sha256Hex(`${url}\n${text}`)}`;
}

/** Whether this very answer is in the vault already. */
export async function lookUpAnswer(vault: Vault, wish: Extract<ToFrame, { kind: "answer/seen" }>): Promise<How> {
  const seen = parseSeenAnswer(wish.answer);
  const { kind } = await vault.lock.state();
  if (!seen || kind !== "unlocked") return "new";
  return (await vault.records.get("answers", await answerId(seen))) ? "stored" : "new";
}

export async function keepAnswer(vault: Vault, { answer, files, missing }: Extract<ToFrame, { kind: "answer/keep" }>, say: (message: FromFrame) => void, now: number): Promise<How> {
  const seen = parseSeenAnswer(answer);
  if (!seen) return "failed";
  try {
    const { kind } = await vault.lock.state();
    if (kind === "none") return "none";
    const id = await answerId(seen);
    const before = kind === "unlocked" ? parseAnswer((await vault.records.get("answers", id))?.value) : null;
    const kept: AnswerFile[] = [];
    for (const file of files) {
      const { digest } = await hashBlob(file, { bits: 256 });
      const sha256 = toHex(digest).toLowerCase();
      const known = before?.files.find((one) => one.sha256 === sha256 && one.name === file.name);
      kept.push(known ?? { name: file.name, size: file.size, sha256, attachmentId: await store(vault, file, id, seen, say) });
    }
    const value: Answer = { type: "answer", ...seen, sha256: await sha256Hex(seen.text), savedAt: before?.savedAt ?? now, files: kept, missing, marks: before?.marks ?? {} };
    return await vault.inbox.keep({ kind: "record", collection: "answers", id, value: answerJson(value) });
  } catch (error) {
    return codeOf(error) === "QUOTA_FULL" ? "full" : "failed";
  }
}

async function store(vault: Vault, file: File, answer: string, { title, number }: SeenAnswer, say: (message: FromFrame) => void): Promise<string> {
  const attachmentId = randomName();
  // A file of an institution may be called anything: by the answer's title and number it is found a year later.
  const about = `${title.slice(0, 80)} ${number ?? ""}`.replaceAll(/\s+/g, " ").trim();
  const facts = { name: file.name, type: file.type, source: "answer", extra: { attachment: attachmentId, answer, about } };
  await vault.inbox.keep({ kind: "file", file, facts }, { onProgress: ({ done, total }) => say({ kind: "progress", done, total }) });
  return attachmentId;
}
