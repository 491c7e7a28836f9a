// Runs a program of the system and hands back what it said. Tests never skip for want of one: they say what is missing.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

export interface ToolResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const SEARCH = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/sbin"].filter((part) => part !== "");

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The full path of a program; throws with the Debian package that has it. */
export function findTool(name: string, debianPackage: string): string {
  const found = SEARCH.map((part) => join(part, name)).find(isExecutable);
  if (found === undefined) throw new Error(`${name} is missing: install the Debian package ${debianPackage}`);
  return found;
}

/** Throws with the Debian package when a file a package brings is not there. */
export function needFile(path: string, debianPackage: string): string {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Error(`${path} is missing: install the Debian package ${debianPackage}`);
  }
  return path;
}

/** Never throws for an exit code; a program that hangs is killed after `timeoutMs` and has code null. */
export async function runTool(
  path: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly timeoutMs?: number; readonly cwd?: string } = {},
): Promise<ToolResult> {
  const child = spawn(path, args, {
    env: { ...process.env, LC_ALL: "C", ...options.env },
    cwd: options.cwd,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: options.timeoutMs ?? 20_000,
    killSignal: "SIGKILL",
  });
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const text = (parts: Buffer[]): string => Buffer.concat(parts).toString("utf8");
  return { code, stdout: text(chunks.stdout), stderr: text(chunks.stderr) };
}
