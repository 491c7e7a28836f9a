// The outside judges of signatures, each in a directory of its own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, runTool, type ToolResult } from "../vpcd/tool.ts";

export interface JudgeRoom {
  readonly dir: string;
  write(name: string, data: Uint8Array | string): Promise<string>;
  openssl(...args: readonly string[]): Promise<ToolResult>;
  run(program: string, debianPackage: string, ...args: readonly string[]): Promise<ToolResult>;
  /** The same, with another working directory. */
  inDir(name: string): Pick<JudgeRoom, "run">;
  close(): Promise<void>;
}

export async function judgeRoom(): Promise<JudgeRoom> {
  const dir = await mkdtemp(join(tmpdir(), "moqalaqe-judge-"));
  const runIn = (cwd: string) => (program: string, debianPackage: string, ...args: readonly string[]): Promise<ToolResult> => runTool(findTool(program, debianPackage), args, { cwd, env: { LC_ALL: "C.UTF-8" } });
  const run = runIn(dir);
  return {
    dir,
    write: async (name, data) => {
      const path = join(dir, name);
      await writeFile(path, data);
      return path;
    },
    openssl: (...args) => run("openssl", "openssl", ...args),
    run,
    inDir: (name) => ({ run: runIn(join(dir, name)) }),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

export function pem(der: Uint8Array, label = "CERTIFICATE"): string {
  return `-----BEGIN ${label}-----\n${(Buffer.from(der).toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END ${label}-----\n`;
}
