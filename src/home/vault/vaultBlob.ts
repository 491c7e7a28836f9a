// A document of the vault as a Blob whose bytes are decrypted when they are asked for: what reads by slices (PDF.js) never
// has all of it, and nothing is spilled to the disk.
import { vaultOfPage } from "./useVault.ts";

const pieceLength = 4 << 20;

export class VaultBlob extends Blob {
  readonly #documentId: string;
  readonly #revision: number;
  readonly #from: number;
  readonly #to: number;

  constructor(documentId: string, revision: number, to: number, from = 0) {
    super([]);
    this.#documentId = documentId;
    this.#revision = revision;
    this.#from = from;
    this.#to = to;
  }

  override get size(): number {
    return this.#to - this.#from;
  }

  override slice(start = 0, end = this.size): Blob {
    const place = (value: number): number => Math.min(this.#to, Math.max(this.#from, value < 0 ? this.#to + value : this.#from + value));
    return new VaultBlob(this.#documentId, this.#revision, Math.max(place(start), place(end)), place(start));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const out = new Uint8Array(this.size);
    for (let at = 0; at < out.length; ) {
      const piece = await vaultOfPage().documents.read(this.#documentId, this.#revision, this.#from + at, Math.min(pieceLength, out.length - at));
      if (piece.length === 0) break;
      out.set(piece, at);
      at += piece.length;
    }
    return out.buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }
}
