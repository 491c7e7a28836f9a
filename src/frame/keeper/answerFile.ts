import { createSHA256 } from "hash-wasm";
import type { AnswerFile } from "../../forms/answer.ts";
import type { PageFile } from "../../forms/line.ts";
import { randomName } from "../../platform/randomName.ts";
import type { VaultApi } from "../../vault/api.ts";
import { codeOf } from "../../vault/error.ts";
import { fetchFile, passing } from "../pageFiles.ts";

interface Whose {
  readonly answer: string;
  readonly title: string;
  readonly number: string | null;
  /** Of an earlier time: what is the same is not stored twice. */
  readonly before: readonly AnswerFile[];
}

/** A file of an answer, from the portal into the vault as it comes. @returns null: it did not come, or not whole, and nothing of it is kept */
export async function storeAnswerFile(vault: Pick<VaultApi, "inbox">, line: MessagePort, { name, url }: PageFile, { answer, title, number, before }: Whose, signal: AbortSignal, onProgress: (done: number, total: number | null) => void): Promise<AnswerFile | null> {
  const hash = (await createSHA256()).init();
  let size = 0;
  let sha256 = "";
  let twin: AnswerFile | undefined;
  try {
    const file = await fetchFile(line, url, signal);
    if (!file) return null;
    onProgress(0, file.size);
    const incoming = passing(file, {
      signal,
      onProgress,
      piece: (bytes) => {
        hash.update(bytes);
        size += bytes.length;
      },
      end: () => {
        sha256 = hash.digest("hex");
        twin = before.find((one) => one.sha256 === sha256 && one.name === name);
        // The vault takes away what it has of it.
        if (twin) throw new Error("it is there already");
      },
    });
    const attachmentId = randomName();
    // A file of an institution may be called anything: by the answer's title and number it is found a year later.
    const about = `${title.slice(0, 80)} ${number ?? ""}`.replaceAll(/\s+/g, " ").trim();
    await vault.inbox.keep({ kind: "file", file: incoming, facts: { name, type: file.type, source: "answer", extra: { attachment: attachmentId, answer, about } } });
    return { name, size, sha256, attachmentId };
  } catch (error) {
    if (twin) return twin;
    if (signal.aborted || codeOf(error) === "FILE_UNREADABLE") return null;
    throw error;
  }
}
