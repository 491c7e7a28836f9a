// A card in vsmartcard's virtual reader. Every message is a 2 byte big-endian length and that many bytes; one byte
// from the reader is a control byte (00 off, 01 on, 02 reset, 04 ATR wanted), anything longer an APDU
// (vsmartcard, virtualsmartcard/doc/api: "Virtual Smart Card protocol").
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { CardMachine } from "../contracts.ts";
import { type Pcscd, startPcscd } from "./pcscd.ts";
import { findTool, needFile, runTool } from "./tool.ts";

const DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
const CONTROL = { off: 0, on: 1, reset: 2, atr: 4 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

function frame(payload: Uint8Array): Buffer {
  const out = Buffer.alloc(2 + payload.length);
  out.writeUInt16BE(payload.length);
  out.set(payload, 2);
  return out;
}

/** Serves one connection; messages are answered in order, one at a time. */
function serve(card: CardMachine, socket: Socket): void {
  let waiting = Buffer.alloc(0);
  let work: Promise<void> = Promise.resolve();
  let atr: Bytes | null = null;
  const answer = async (message: Bytes): Promise<void> => {
    if (message.length !== 1) {
      socket.write(frame(await card.transmit(message)));
      return;
    }
    const [control] = message;
    if (control === CONTROL.off) card.powerOff();
    else if (control === CONTROL.on || control === CONTROL.reset) atr = card.powerOn();
    // The reader asks for the ATR all the time to see that the card is there: that must not reset it.
    else if (control === CONTROL.atr) socket.write(frame((atr ??= card.powerOn())));
    else socket.destroy();
  };
  socket.on("data", (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE()) {
      const end = 2 + waiting.readUInt16BE();
      const message = new Uint8Array(waiting.subarray(2, end));
      waiting = waiting.subarray(end);
      work = work.then(async () => answer(message)).catch(() => void socket.destroy());
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => card.powerOff());
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "0.0.0.0", resolve);
  });
  return server;
}

/** A port that is free and whose successor is (the second slot's). */
async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = await listen(0);
    const address = first.address();
    const port = address !== null && typeof address !== "string" ? address.port : 0xffff;
    const second = port < 0xffff ? await listen(port + 1).catch(() => null) : null;
    await Promise.all([first, second].map(async (server) => new Promise((resolve) => server?.close(resolve) ?? resolve(null))));
    if (second !== null) return port;
  }
  throw new Error("no two free TCP ports in a row");
}

async function connectTo(port: number): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", resolve);
  });
  return socket;
}

/** Resolves when a client sees the card; pcscd polls for it about twice a second. */
async function whenPresent(pcscd: Pcscd): Promise<void> {
  const opensc = findTool("opensc-tool", "opensc");
  let said = "";
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const { code, stdout, stderr } = await runTool(opensc, ["--reader", "0", "--atr"], { env: pcscd.env });
    if (code === 0) return;
    said = stdout + stderr;
    await sleep(200);
  }
  throw new Error(`pcscd does not see the card: ${said}\n${pcscd.log()}`);
}

/**
 * pcscd with `card` in its first slot. The reader listens and the card connects: the other direction, which the
 * driver offers as well, makes pcscd 1.9.9 abort because the second slot has nobody to connect to.
 */
export async function startVpcd(card: CardMachine): Promise<Pcscd> {
  const library = needFile(DRIVER, "vsmartcard-vpcd");
  const port = await freePair();
  const device = `/dev/null:0x${port.toString(16)}`;
  const pcscd = await startPcscd({ name: "Moqalaqe", device, library, channel: port });
  let socket: Socket | null = null;
  const stop = async (): Promise<void> => {
    socket?.destroy();
    await pcscd.stop();
  };
  try {
    socket = await connectTo(port);
    serve(card, socket);
    await whenPresent(pcscd);
    return { ...pcscd, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
