// A vault in Node: the shipped code over fake-indexeddb, with a quick Argon2id and clocks that tests turn.
import "fake-indexeddb/auto";
import { Mutex } from "../../../src/async/mutex.ts";
import { openVaultDatabase, type VaultDatabase } from "../../../src/platform/vaultDatabase.ts";
import type { Secret, VaultEvent } from "../../../src/vault/api.ts";
import { secretBytes, stretch } from "../../../src/vault/crypto/passphrase.ts";
import type { FolderKeeper } from "../../../src/vault/folder/folderFiles.ts";
import type { Surroundings } from "../../../src/vault/service/surroundings.ts";
import { VaultService } from "../../../src/vault/service/vaultService.ts";

export const passphrase = "ლურჯი მთა და სამი წყარო";
export const passphraseBytes = () => secretBytes(passphrase);
export const withPassphrase = (text = passphrase): Secret => ({ kind: "passphrase", passphrase: secretBytes(text) });

/** The weakest that the format allows: quick. */
export const weakest = { memory: 19_456, passes: 2 };

/** Results of Argon2id, so that a test file pays for each passphrase once. */
const stretched = new Map<string, Uint8Array>();

export class World {
  database!: VaultDatabase;
  service!: VaultService;
  ended = 0;
  wall = Date.UTC(2026, 10, 24, 12);
  steady = 0;
  witness: string | null = null;
  available = 1 << 30;
  /** What was so when it was asked the last time. */
  #lastAvailable: number | null = null;
  folder: FolderKeeper = { keep: async () => undefined, kept: async () => null, open: () => Promise.reject(new Error("no folder here")) as never };
  readonly events: VaultEvent[] = [];
  readonly name = `vault-${Math.random()}`;

  static async make(): Promise<World> {
    const world = new World();
    world.database = await openVaultDatabase(() => undefined, world.name);
    world.start();
    return world;
  }

  /** The worker's next life over the same database: locked. */
  start(): void {
    const around: Surroundings = {
      database: this.database,
      now: () => this.wall,
      stretch: async (secret, salt, parameters) => {
        const key = Buffer.concat([secret, salt, Buffer.from(JSON.stringify(parameters))]).toString("hex");
        const known = stretched.get(key) ?? (await stretch(secret, salt, parameters)).slice();
        stretched.set(key, known);
        return Uint8Array.from(known);
      },
      calibrate: async () => weakest,
      room: async (recently = false) => ({ used: 0, available: recently ? (this.#lastAvailable ??= this.available) : (this.#lastAvailable = this.available) }),
      witness: { read: () => this.witness, write: (text) => void (this.witness = text) },
      folder: this.folder,
      sealing: new Mutex(),
      end: () => void (this.ended += 1),
    };
    this.service = new VaultService(around, () => this.steady);
    this.service.watch((event) => this.events.push(event));
  }

  /** Set up and open. */
  async created(): Promise<string> {
    const { recoveryCode } = await this.service.lock.create(passphraseBytes());
    return recoveryCode;
  }

  async reopened(secret = withPassphrase()): Promise<void> {
    this.start();
    await this.service.lock.unlock(secret);
  }
}

/** Bytes that follow from a number, the same every time. */
export function bytesOf(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let state = seed >>> 0 || 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out[at] = state >>> 24;
  }
  return out;
}

/** Equality of long byte strings: vitest's own comparison takes seconds for them. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** One bit of one byte the other way. */
export function flipped(bytes: Uint8Array, at: number, bit = at % 8): Uint8Array<ArrayBuffer> {
  const out = Uint8Array.from(bytes);
  out[at] = (out[at] ?? 0) ^ (1 << bit);
  return out;
}
