// tools/restore-backup.mjs, which shares no code with src, reads what we write: our format seen by a second implementation.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Computer } from "./folderWorld.ts";
import { bytesOf, same, World } from "./world.ts";

it("a backup is read without the extension, by Node alone and the code on the sheet", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mq-backup-"));
  try {
    const world = await World.make();
    const code = await world.created();
    const sizes = [0, 1, 61_439, 61_440, 61_441, 400_000];
    for (const size of sizes) await world.service.documents.add(new Blob([bytesOf(size, size + 1)]), { name: `ფაილი ${size}` });
    const [first] = (await world.service.documents.search({ text: "400000" })).documents;
    await world.service.documents.addRevision(first?.documentId ?? "", new Blob(["მეორე"]), first?.version ?? "");
    await world.service.records.put("consents", "c", { purpose: "ჯანმრთელობა" });
    // Twice: the vault key and what it wraps have changed, the content has not.
    await world.service.slots.rotate();
    const { backup } = await world.service.backup.begin();
    const pieces: Uint8Array[] = [];
    for (let piece = await world.service.backup.read(backup); piece; piece = await world.service.backup.read(backup)) pieces.push(piece);
    const file = Buffer.concat(pieces);
    const [path, out] = [join(folder, "a.mqvault"), join(folder, "out")];
    writeFileSync(path, file);
    const script = fileURLToPath(new URL("../../../tools/restore-backup.mjs", import.meta.url));
    expect(execFileSync(process.execPath, [script, path, out], { input: `${code}\n`, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] })).toContain("Everything was read.");
    for (const size of sizes) {
      const name = size === 400_000 ? `1 ფაილი ${size}` : `ფაილი ${size}`;
      expect(same(readFileSync(join(out, name)), bytesOf(size, size + 1)), name).toBe(true);
    }
    expect(readFileSync(join(out, "2 ფაილი 400000"), "utf8")).toBe("მეორე");
    expect(JSON.parse(readFileSync(join(out, "records.json"), "utf8"))).toMatchObject([{ collection: "consents", id: "c", value: { purpose: "ჯანმრთელობა" } }]);
    // One bit wrong in the last document and one in the first copy of the list: that document is named, the others are there.
    for (const at of [file.lastIndexOf("MQVE") - 60, file.indexOf("MQVE") + 60]) file[at] = (file[at] ?? 0) ^ 1;
    writeFileSync(path, file);
    rmSync(out, { recursive: true });
    let said = "";
    try {
      execFileSync(process.execPath, [script, path, out], { input: `${code}\n`, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said).toContain("Not readable: 1.");
    expect(readdirSync(out)).toHaveLength(8);
    // Cut off before the list ends, or not there at all: what to do is said, in words.
    const complaintOf = (name: string): string => {
      const { stderr, status } = spawnSync(process.execPath, [script, name, out], { input: `${code}\n`, encoding: "utf8" });
      expect(status).not.toBe(0);
      return stderr;
    };
    writeFileSync(path, file.subarray(0, file.indexOf("MQVE") + 60));
    expect(complaintOf(path)).toContain("Try another backup");
    expect(complaintOf(join(folder, "none.mqvault"))).toContain("there is no file or folder");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("the folder for several computers is read likewise, with its code", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mq-folder-"));
  try {
    const computer = await Computer.make();
    await computer.begin("ოფისი");
    // More than one object: 128 chunks are 7.5 MiB.
    const sizes = [0, 61_440, 8_000_000];
    for (const size of sizes) await computer.service.documents.add(new Blob([bytesOf(size, size + 1)]), { name: `ფაილი ${size}` });
    await computer.service.records.put("consents", "c", { purpose: "ძველი" });
    await computer.service.folder.now();
    await computer.service.records.put("consents", "c", { purpose: "ახალი" });
    await computer.service.folder.now();
    for (const [name, content] of computer.folder.files) {
      mkdirSync(dirname(join(folder, "in", name)), { recursive: true });
      writeFileSync(join(folder, "in", name), content);
    }
    const script = fileURLToPath(new URL("../../../tools/restore-backup.mjs", import.meta.url));
    const out = join(folder, "out");
    const code = await computer.service.folder.code();
    expect(execFileSync(process.execPath, [script, join(folder, "in"), out], { input: `${code}\n`, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] })).toContain("Everything was read.");
    for (const size of sizes) expect(same(readFileSync(join(out, `ფაილი ${size}`)), bytesOf(size, size + 1)), String(size)).toBe(true);
    expect(JSON.parse(readFileSync(join(out, "records.json"), "utf8"))).toMatchObject([{ collection: "consents", id: "c", value: { purpose: "ახალი" } }]);
    // Under a code that the folder has left there is nothing any more: that is no success.
    await computer.service.folder.renew();
    rmSync(join(folder, "in"), { recursive: true });
    for (const [name, content] of computer.folder.files) {
      mkdirSync(dirname(join(folder, "in", name)), { recursive: true });
      writeFileSync(join(folder, "in", name), content);
    }
    expect(() => execFileSync(process.execPath, [script, join(folder, "in"), out], { input: `${code}\n`, encoding: "utf8", stdio: "pipe" })).toThrow("the folder has a new code");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
