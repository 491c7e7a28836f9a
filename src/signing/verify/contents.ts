// What lies inside a signed container, to be looked at: the files of an ASiC, the document in an enveloping CMS. Whether the
// signature covers them is the verification's business (verifyFile.ts).
import { definiteOrNull } from "./unarmoured.ts";
import { parseSignedData } from "../cms/parseSignedData.ts";
import { concat } from "../../card/bytes.ts";
import { readZip } from "../zip/read.ts";
import type { FileToVerify } from "./verifyFile.ts";

export interface ContainedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** null: larger than what is looked at. */
  readonly data: Blob | null;
}

/** Larger Blobs would be spilled to the disk in the clear. */
const mostBytes = 16 << 20;
const mostFiles = 200;

/**
 * @returns nothing for what is no container, or has its document outside
 * @throws SigningError MALFORMED, UNSUPPORTED, FILE_UNREADABLE
 */
export async function contentsOf({ name, data }: FileToVerify): Promise<readonly ContainedFile[]> {
  const head = new Uint8Array(await data.slice(0, 64).arrayBuffer());
  if (new TextDecoder("latin1").decode(head).startsWith("PK\u0003\u0004")) return await inZip(data);
  if (data.size > mostBytes) return [];
  const cms = definiteOrNull(new Uint8Array(await data.arrayBuffer()));
  const content = cms && parseSignedData(cms).content;
  return content ? [{ name: name.replace(/\.(p7m|p7s)$/i, ""), size: content.length, data: new Blob([content]) }] : [];
}

async function inZip(container: Blob): Promise<readonly ContainedFile[]> {
  const entries = (await readZip(container)).filter(({ name }) => name !== "mimetype" && !name.startsWith("META-INF/") && !name.endsWith("/"));
  const files: ContainedFile[] = [];
  let left = mostBytes;
  for (const entry of entries.slice(0, mostFiles)) {
    const { name, size } = entry;
    if (size > left) {
      files.push({ name, size, data: null });
      continue;
    }
    left -= size;
    const pieces: Uint8Array[] = [];
    for await (const piece of entry.stream()) pieces.push(piece.slice());
    files.push({ name, size, data: new Blob([concat(...pieces)]) });
  }
  return files;
}
