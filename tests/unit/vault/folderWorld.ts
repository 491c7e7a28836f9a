// Several vaults with a folder each, and a sync service between the folders that does what such services do: carries files
// in any order, late, in part, twice under another name, and lets removed ones come back.
import type { FolderFiles, FolderKeeper } from "../../../src/vault/folder/folderFiles.ts";
import { World } from "./world.ts";

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

export class MemoryFolder implements FolderFiles {
  readonly name = "Documents";
  readonly files: Files = new Map();
  permitted = true;
  /** How often somebody looked what is there. */
  looks = 0;
  /** Ends the work after so many writes. */
  writesLeft = Infinity;

  async isPermitted(): Promise<boolean> {
    return this.permitted;
  }

  async folders(path: readonly string[]): Promise<readonly string[]> {
    const start = path.map((one) => `${one}/`).join("");
    return [...new Set([...this.files.keys()].flatMap((name) => (name.startsWith(start) && name.slice(start.length).includes("/") ? [name.slice(start.length).split("/")[0] ?? ""] : [])))];
  }

  async names(path: readonly string[]): Promise<readonly string[]> {
    this.looks += 1;
    const start = path.map((one) => `${one}/`).join("");
    return [...this.files.keys()].flatMap((name) => (name.startsWith(start) && !name.slice(start.length).includes("/") ? [name.slice(start.length)] : []));
  }

  async read(path: readonly string[], name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.files.get([...path, name].join("/"))?.slice() ?? null;
  }

  async write(path: readonly string[], name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.writesLeft <= 0) throw new Error("killed");
    this.writesLeft -= 1;
    this.files.set([...path, name].join("/"), content.slice());
  }

  async remove(path: readonly string[], name: string): Promise<void> {
    this.files.delete([...path, name].join("/"));
  }
}

export class Computer {
  readonly folder = new MemoryFolder();
  readonly world: World;
  #kept = false;

  private constructor(world: World) {
    this.world = world;
    const keeper: FolderKeeper = {
      keep: async (folder) => void (this.#kept = folder !== null),
      kept: async () => (this.#kept ? this.folder : null),
      open: () => this.folder,
    };
    world.folder = keeper;
    world.start();
  }

  static async make(): Promise<Computer> {
    const computer = new Computer(await World.make());
    await computer.world.created();
    return computer;
  }

  get service(): World["service"] {
    return this.world.service;
  }

  /** As a profile that was copied from a computer with a folder. */
  keepFolder(): void {
    this.#kept = true;
  }

  async begin(label: string, code: string | null = null): Promise<void> {
    // The handle is the keeper's own affair.
    await this.service.folder.begin({} as FileSystemDirectoryHandle, label, code === null ? null : new TextEncoder().encode(code));
  }
}

/** How a sync service treats one file. */
export type Carry = "whole" | "cut" | "copy" | "skip";

/**
 * Carries files from one folder to another, each as `how` says; what was removed there (and once was known) goes here, too.
 */
export function carry(from: MemoryFolder, to: MemoryFolder, how: (name: string) => Carry, known: Set<string>): void {
  for (const name of known) if (!from.files.has(name) && to.files.has(name) && how(name) !== "skip") to.files.delete(name);
  for (const [name, content] of from.files) {
    known.add(name);
    const way = how(name);
    if (way === "skip") continue;
    const there = to.files.get(name);
    if (there && there.length === content.length) continue;
    if (way === "cut") to.files.set(name, content.slice(0, Math.floor(content.length / 2)));
    else if (way === "copy") to.files.set(name.replace(/(\.[a-z]+)$/, " (1)$1"), content.slice());
    if (way !== "cut") to.files.set(name, content.slice());
  }
}

export const whole = (): Carry => "whole";

/** Two with one folder between them. */
export const two = async (): Promise<readonly [Computer, Computer]> => {
  const [a, b] = [await Computer.make(), await Computer.make()];
  await a.begin("ოფისი");
  carry(a.folder, b.folder, whole, new Set());
  await b.begin("სახლი", await a.service.folder.code());
  return [a, b];
};

export const names = async (computer: Computer): Promise<readonly string[]> => (await computer.service.documents.search({ sort: "name", limit: 1000 })).documents.map(({ name }) => name);

/** Everything from everywhere to everywhere, and meetings, until nothing moves any more. */
export async function settle(computers: readonly Computer[]): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    let moved = 0;
    for (const one of computers) {
      const { received, sent, waiting } = await one.service.folder.now();
      moved += received + sent + waiting;
      for (const other of computers) if (other !== one) carry(one.folder, other.folder, whole, new Set());
    }
    if (moved === 0 && round > 0) return;
  }
  throw new Error("the computers do not come to rest");
}
