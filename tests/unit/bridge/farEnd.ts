// What stands behind a card worker's port in unit tests: a service worker that passes everything on, and an app that
// answers frames as the test says.
import type { BridgeStatus } from "../../../src/card/bridge/bridgeStatus.ts";
import { parseFromClient, type ToClient } from "../../../src/card/bridge/envelopes.ts";
import { type AppFrame, type BridgeReaderRecord, type ClientFrame, parseClientFrame } from "../../../src/card/bridge/frames.ts";
import { boundTo, Seal } from "../../../src/card/bridge/seal.ts";

export const appId = "a".repeat(56);
export const extensionId = "emdmhjiannddegohdhodhlkejemgjbnc";

export const record: BridgeReaderRecord = {
  id: "webusb:072f:b100:TEST0001:0",
  name: "ACS ACR39U ICC Reader",
  usbId: "072f:b100",
  slot: 0,
  insertions: 1,
  card: "present",
  refusal: null,
  interfaceClass: 11,
  descriptor: "AQID",
};

type Answer = Uint8Array | { readonly code: Extract<AppFrame, { op: "failed" }>["code"] } | "silence";

export class FarEnd {
  readonly frames: ClientFrame[] = [];
  /** Commands as the app's worker has them, opened. */
  readonly commands: Uint8Array[] = [];
  readers: readonly BridgeReaderRecord[] = [record];
  status: BridgeStatus = "ready";
  version = 1;
  answer: (command: Uint8Array) => Answer = () => Uint8Array.of(0x90, 0x00);
  /** What the sealed answer is turned into on its way. */
  tamper: (sealed: string) => string = (sealed) => sealed;
  /** How long a connect takes. Whoever is told to stop it does not. */
  connects: Promise<void> | null = null;
  opened = 0;
  /** What an answer to "disconnect" waits for: a card that is still at work. */
  unpowers: Promise<void> = Promise.resolve();
  #port: MessagePort | null = null;
  #seal: Seal | null = null;

  readonly openPort = async (): Promise<MessagePort> => {
    const { port1, port2 } = new MessageChannel();
    this.opened += 1;
    this.#port = port1;
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      // As JSON, because that is what the port beyond carries.
      const message = parseFromClient(JSON.parse(JSON.stringify(data)));
      const frame = message?.kind === "frame" ? parseClientFrame(message.frame) : null;
      if (frame) void this.#hear(frame);
    });
    port1.start();
    this.tell(this.status);
    return port2;
  };

  tell(status: BridgeStatus): void {
    this.status = status;
    this.#post({ kind: "status", status, appId: status === "closed" ? null : appId, version: status === "ready" ? this.version : null, life: null });
  }

  tellReaders(readers: readonly BridgeReaderRecord[]): void {
    this.readers = readers;
    this.send({ op: "readers", readers });
  }

  /** The service worker is stopped. */
  die(): void {
    this.#port?.close();
  }

  send(frame: AppFrame): void {
    this.#post({ kind: "frame", frame });
  }

  #post(message: ToClient): void {
    this.#port?.postMessage(JSON.parse(JSON.stringify(message)));
  }

  async #hear(frame: ClientFrame): Promise<void> {
    this.frames.push(frame);
    switch (frame.op) {
      case "open": {
        const { key, agree } = await Seal.offer();
        this.#seal = await agree(frame.key, "app", { appId, extensionId, version: frame.version });
        return this.send({ op: "opened", key });
      }
      case "refresh":
        this.send({ op: "readers", readers: this.readers });
        return this.send({ op: "done", id: frame.id });
      case "connect":
        await this.connects;
        return this.send({ op: "done", id: frame.id, connected: { card: 7, atr: "OwA=", protocol: "t1", apduLength: "extended", features: [0x06] } });
      case "disconnect":
        await this.unpowers;
        return this.send({ op: "done", id: frame.id });
      case "cancel":
        if (this.connects) return undefined;
        return this.send({ op: "failed", id: frame.id, code: "CANCELLED", detail: {} });
      default: {
        const bound = boundTo(frame.op, frame.card, frame.op === "control" ? frame.feature : 0);
        const command = this.#seal?.open(frame.id, bound, frame.sealed);
        if (!command || !this.#seal) return undefined;
        this.commands.push(command);
        const answer = this.answer(command);
        if (answer === "silence") return undefined;
        if ("code" in answer) return this.send({ op: "failed", id: frame.id, code: answer.code, detail: {} });
        return this.send({ op: "done", id: frame.id, sealed: this.tamper(this.#seal.seal(frame.id, bound, answer)) });
      }
    }
  }
}
