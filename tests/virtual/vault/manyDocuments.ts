// A vault with as many documents as one likes, written by the second implementation: quicker than storing each, and the
// shipped code has to read what it did not write.
import { createHash } from "node:crypto";
import { named, SecondVault } from "./secondVault.ts";

export interface StoredRow {
  readonly store: "header" | "main" | "chunk";
  /** A number, "header", or a chunk's key in base64. */
  readonly key: string | number;
  readonly value: string;
}

const words = ["ცნობა", "ქვითარი", "განცხადება", "პასუხი", "ხელშეკრულება", "დასკვნა", "მოწმობა", "ამონაწერი"];
const categories = ["health", "taxes", "property", "family"];
const perRow = 50;

/** Code that opens it: SX70-58TN-… (named "recovery"). Only the last document has its content in the store. */
export function manyDocuments(count: number, last: { readonly name: string; readonly content: Buffer }): readonly StoredRow[] {
  const second = new SecondVault();
  const base64 = (bytes: Buffer): string => bytes.toString("base64");
  const rows: StoredRow[] = [{ store: "header", key: "header", value: base64(second.header({ passphrase: "ორი მთა და ერთი ზღვა", recovery: named("recovery", 20), passkey: named("passkey", 32), card: named("card", 256) })) }];
  const stream = second.stream("last document", last.content);
  for (const [at, chunk] of stream.chunks.entries()) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(at);
    rows.push({ store: "chunk", key: base64(Buffer.concat([stream.id, number])), value: base64(chunk) });
  }
  const hash = createHash("sha256").update(last.content).digest("hex");
  const change = (at: number): unknown => {
    const isLast = at === count - 1;
    const ref = isLast ? stream.ref : { stream: base64(named(`s${at}`, 16)), key: base64(named(`k${at}`, 60)), commitment: base64(named(`c${at}`, 32)), size: 1_000 + at };
    const when = 1_700_000_000_000 + at * 1_000;
    const revision = { revision: 1, storedAt: when, sha256: isLast ? hash : named(`h${at}`, 32).toString("hex"), conflict: false, ...ref };
    const facts = {
      name: isLast ? last.name : `${words[at % words.length]} ${at}.pdf`, type: isLast ? "text/plain" : "application/octet-stream", category: categories[at % categories.length], tags: [`ჭდე${at % 25}`], organisation: `ორგანიზაცია ${at % 40}`,
      folder: "", signed: null, keepUntil: null, source: "file", extra: {}, addedAt: when, binnedAt: null,
    };
    return ["documents", `document-${at}`, `${when.toString(36).padStart(9, "0")}-0000-aaaaaa`, when, { ...facts, revisions: [revision] }];
  };
  for (let at = 0, row = 1; at < count; at += perRow, row += 1) {
    rows.push({ store: "main", key: row, value: base64(second.row(Array.from({ length: Math.min(perRow, count - at) }, (_, more) => change(at + more)))) });
  }
  return rows;
}

export const manyCode = "SX70-58TN-N2Q1-MVAX-K9W6-RKXS-6T8E-1RQA-D2";
