// SHA-256 of a file in a page, in constant memory. Not by WebAssembly as elsewhere (src/signing/hash): it would more than double
// a script that is put into every page of the portal, for files that few forms have.

const pieceSize = 4 * 1024 * 1024;

/** @returns hexadecimal. @throws when the file can't be read to its end @param progress bytes done, after each piece */
export async function hashFile(file: Blob, progress: (done: number) => void): Promise<string> {
  // Its tables are made when it is first wanted, not with every page.
  const { sha256 } = await import("@noble/hashes/sha2.js");
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += pieceSize) {
    hash.update(new Uint8Array(await file.slice(at, Math.min(at + pieceSize, file.size)).arrayBuffer()));
    progress(Math.min(at + pieceSize, file.size));
  }
  return [...hash.digest()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
