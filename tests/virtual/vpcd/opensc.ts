// OpenSC's tools on a virtual card: the outside judge of the card's file system, PINs and signatures.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VirtualCard } from "../card/createCard.ts";
import { findTool, runTool, type ToolResult } from "./tool.ts";
import { startVpcd } from "./vpcdCard.ts";

/**
 * [Note: a driver for a card OpenSC does not know] OpenSC signs only with cards whose ATR one of its drivers claims. The
 * public sample of these cards is a cryptovision application on a MaskTech chip, so its driver (OpenSC 0.22 and later)
 * is the nearest; it knows RSA, and no elliptic curves.
 */
function configuration(atrHex: string): string {
  const atr = atrHex.replaceAll(/..(?=.)/g, "$&:");
  return `app default {
  card_atr ${atr} { driver = "MaskTech"; name = "Georgian eID (virtual)"; type = 29000; }
  framework pkcs15 { use_file_caching = no; }
}
`;
}

export interface OpenSc {
  /** Runs one of OpenSC's tools on the card. */
  run(tool: "pkcs15-tool" | "pkcs15-crypt" | "pkcs11-tool" | "opensc-tool", ...args: readonly string[]): Promise<ToolResult>;
  /** A file in a directory that goes at the end. */
  path(name: string): string;
  write(name: string, data: Uint8Array): Promise<string>;
  read(name: string): Promise<Buffer>;
  stop(): Promise<void>;
}

export async function startOpenSc(card: VirtualCard): Promise<OpenSc> {
  const directory = await mkdtemp(join(tmpdir(), "moqalaqe-opensc-"));
  const path = (name: string): string => join(directory, name);
  await writeFile(path("opensc.conf"), configuration(card.behaviour.atrHex));
  const pcscd = await startVpcd(card);
  return {
    path,
    run: (tool, ...args) => runTool(findTool(tool, "opensc"), args, { env: { ...pcscd.env, OPENSC_CONF: path("opensc.conf") } }),
    write: async (name, data) => {
      await writeFile(path(name), data);
      return path(name);
    },
    read: (name) => readFile(path(name)),
    stop: async () => {
      await pcscd.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export interface CardTraffic {
  readonly apdus: number;
  /** Command and response bytes, status words included. */
  readonly bytes: number;
}

function traffic(card: VirtualCard): CardTraffic {
  const bytes = card.log.reduce((sum, { command, response }) => sum + (command.length + response.length) / 2, 0);
  return { apdus: card.log.length, bytes };
}

/**
 * What OpenSC sends to log in and sign once with the login key: by its PKCS#11 module, as a browser with the official
 * software would, and by its leanest tool, which is told the key's identifier and reads no certificate.
 */
export async function openScCounts(card: VirtualCard, pin: string): Promise<Readonly<Record<"pkcs11" | "pkcs15", CardTraffic>>> {
  const opensc = await startOpenSc(card);
  try {
    const input = await opensc.write("hash", new Uint8Array(32).fill(7));
    const measure = async (tool: "pkcs11-tool" | "pkcs15-crypt", ...args: readonly string[]): Promise<CardTraffic> => {
      card.clearLog();
      const { code, stderr } = await opensc.run(tool, ...args);
      if (code !== 0) throw new Error(`${tool}: ${stderr}`);
      return traffic(card);
    };
    return {
      pkcs11: await measure("pkcs11-tool", "--slot-index", "1", "--login", "--pin", pin, "--sign", "--id", "45", "--mechanism", "SHA256-RSA-PKCS", "--input-file", input, "--output-file", opensc.path("out")),
      pkcs15: await measure("pkcs15-crypt", "--sign", "--key", "45", "--pin", pin, "--sha-256", "--pkcs1", "--input", input, "--output", opensc.path("out")),
    };
  } finally {
    await opensc.stop();
  }
}
