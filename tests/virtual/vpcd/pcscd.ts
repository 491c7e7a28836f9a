// A pcscd of our own: its /run is private to it (a mount namespace), so that neither systemd nor another test's pcscd
// is in the way, and clients find its socket through /proc.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findTool } from "./tool.ts";

export interface ReaderConfig {
  readonly name: string;
  /** reader.conf(5) DEVICENAME. */
  readonly device: string;
  /** Full path of the IFD handler. */
  readonly library: string;
  readonly channel: number;
}

export interface Pcscd {
  /** Environment for clients. */
  readonly env: NodeJS.ProcessEnv;
  /** A directory that goes when pcscd stops. */
  readonly directory: string;
  /** What pcscd wrote so far. */
  log(): string;
  stop(): Promise<void>;
}

export async function startPcscd(reader: ReaderConfig): Promise<Pcscd> {
  const pcscd = findTool("pcscd", "pcscd");
  const unshare = findTool("unshare", "util-linux");
  const directory = await mkdtemp(join(tmpdir(), "moqalaqe-pcscd-"));
  const lines = [
    `FRIENDLYNAME "${reader.name}"`,
    `DEVICENAME ${reader.device}`,
    `LIBPATH ${reader.library}`,
    `CHANNELID ${reader.channel}`,
  ];
  await writeFile(join(directory, "reader.conf"), `${lines.join("\n")}\n`);
  const inside = 'mount -t tmpfs none /run && mkdir -m 755 /run/pcscd && exec "$0" --foreground --info --config "$1"';
  // Root needs no user namespace; anybody else becomes root in one of their own.
  const userNamespace = process.getuid?.() === 0 ? [] : ["--map-root-user"];
  const child = spawn(unshare, [...userNamespace, "--mount", "sh", "-c", inside, pcscd, directory], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const collect = (chunk: Buffer): void => {
    log = (log + chunk.toString("utf8")).slice(-200_000);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  // "error" (could not be started) comes instead of "close".
  let failure: Error | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", (error) => {
      failure = error;
      resolve();
    });
  });
  const killNow = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", killNow);

  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
    process.off("exit", killNow);
    await rm(directory, { recursive: true, force: true });
  };

  // exec keeps the process id, so /proc/<pid>/root is pcscd's own view of the file system.
  const socket = `/proc/${child.pid ?? 0}/root/run/pcscd/pcscd.comm`;
  const deadline = Date.now() + 10_000;
  while (!existsSync(socket)) {
    if (failure !== null || child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`pcscd did not start: ${failure ?? ""}\n${log}`);
    }
    await sleep(25);
  }
  return { env: { PCSCLITE_CSOCK_NAME: socket }, directory, log: () => log, stop };
}
