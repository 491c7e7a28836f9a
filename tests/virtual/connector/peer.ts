// Google's Smart Card Connector as its public description has it (docs/connector-app-api.md), over a resource manager of
// ours: PC/SC calls by name in messages, a question to the person first, ping and pong. None of Google's code is here.
// Runs in Node and as an extension of its own.
import { ScardFailure } from "../pcsc/codes.ts";
import type { ResourceManager } from "../pcsc/resourceManager.ts";
import { damage, type PeerFault } from "./peerFault.ts";

/** The peer's end of a port between extensions: messages are JSON. */
export interface PeerPort {
  postMessage(message: unknown): void;
  disconnect(): void;
}

export interface PeerOptions {
  readonly manager: ResourceManager;
  /** The question to the person, asked once for each client and remembered. */
  readonly ask: (client: string) => Promise<boolean>;
  readonly faults?: readonly PeerFault[];
}

interface Record_ {
  readonly [key: string]: unknown;
}

const isRecord = (value: unknown): value is Record_ => typeof value === "object" && value !== null && !Array.isArray(value);
/** The platform's LONG: 32 bits, signed. */
const long = (code: number): number => code | 0;
const numbers = (bytes: Uint8Array): number[] => [...bytes];

const asNumber = (value: unknown): number => {
  if (typeof value !== "number") throw new TypeError("a number was expected");
  return value;
};
const asText = (value: unknown): string => {
  if (typeof value !== "string") throw new TypeError("a string was expected");
  return value;
};
const asBytes = (value: unknown): Uint8Array<ArrayBuffer> => {
  if (!Array.isArray(value) || !value.every((one) => Number.isInteger(one) && one >= 0 && one <= 255)) throw new TypeError("bytes were expected");
  return Uint8Array.from(value as number[]);
};
const asNull = (value: unknown): void => {
  if (value !== null && value !== undefined) throw new TypeError("null was expected");
};

export class ConnectorPeer {
  readonly manager: ResourceManager;
  readonly faults: PeerFault[];
  readonly #ask: PeerOptions["ask"];
  readonly #decisions = new Map<string, Promise<boolean>>();
  readonly #clients = new Set<Client>();
  /** Answers sent so far, over all clients. */
  answers = 0;
  /** Calls that came, as they came: tests look for what was sent to whom. */
  readonly received: string[] = [];

  constructor({ manager, ask, faults }: PeerOptions) {
    this.manager = manager;
    this.#ask = ask;
    this.faults = [...(faults ?? [])];
  }

  connect(port: PeerPort, client: string): Client {
    const made = new Client(this, port, client);
    this.#clients.add(made);
    return made;
  }

  /** The person's decision, remembered; a new question after `forget`. */
  allowed(client: string): Promise<boolean> {
    let decision = this.#decisions.get(client);
    if (!decision) {
      decision = this.#ask(client);
      this.#decisions.set(client, decision);
    }
    return decision;
  }

  forget(): void {
    this.#decisions.clear();
  }

  /** The Connector is stopped or updated: every port falls. */
  crash(): void {
    for (const client of this.#clients) client.hangUp();
    this.#clients.clear();
  }

  gone(client: Client): void {
    this.#clients.delete(client);
  }
}

export class Client {
  readonly #peer: ConnectorPeer;
  readonly #port: PeerPort;
  readonly #name: string;
  readonly #contexts = new Set<number>();
  #open = true;

  constructor(peer: ConnectorPeer, port: PeerPort, name: string) {
    this.#peer = peer;
    this.#port = port;
    this.#name = name;
    port.postMessage({ type: "ping", data: {} });
    // The question is asked when the port is opened, not at the first call.
    void peer.allowed(name);
  }

  receive(message: unknown): void {
    if (!this.#open || !isRecord(message)) return;
    const { type, data } = message;
    if (type === "ping") this.#port.postMessage({ type: "pong", data: { channel_id: 4711 } });
    if (type !== "pcsc_lite_function_call::request" || !isRecord(data)) return;
    void this.#answer(data);
  }

  /** The client closed its port: what it had open is closed, too. */
  disconnected(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#peer.manager.forgetAll(this.#contexts);
    this.#peer.gone(this);
  }

  hangUp(): void {
    this.disconnected();
    this.#port.disconnect();
  }

  async #answer({ request_id: id, payload }: Record_): Promise<void> {
    if (typeof id !== "number") return this.hangUp();
    const respond = (data: Record_): void => this.#send({ type: "pcsc_lite_function_call::response", data: { request_id: id, ...data } });
    if (!(await this.#peer.allowed(this.#name))) return respond({ error: "the client has no permission" });
    if (!isRecord(payload)) return respond({ error: "the payload is not an object" });
    const { function_name: name, arguments: args } = payload;
    if (typeof name !== "string" || !Array.isArray(args)) return respond({ error: "no function is named" });
    this.#peer.received.push(name);
    try {
      respond({ payload: [0, ...(await this.#call(name, args as unknown[]))] });
    } catch (error) {
      if (error instanceof ScardFailure) respond({ payload: [long(error.code)] });
      else respond({ error: `${name}: ${String(error)}` });
    }
  }

  async #call(name: string, args: readonly unknown[]): Promise<readonly unknown[]> {
    const { manager } = this.#peer;
    const [first, second, third, fourth] = args;
    switch (name) {
      case "SCardEstablishContext": {
        asNumber(first);
        asNull(second);
        asNull(third);
        const context = manager.establish();
        this.#contexts.add(context);
        return [context];
      }
      case "SCardReleaseContext":
        manager.release(asNumber(first));
        this.#contexts.delete(asNumber(first));
        return [];
      case "SCardListReaders":
        asNull(second);
        return [manager.listReaders(asNumber(first))];
      case "SCardCancel":
        manager.cancel(asNumber(first));
        return [];
      case "SCardGetStatusChange": {
        if (!Array.isArray(third)) throw new TypeError("a list of readers was expected");
        const asked = third.map((one: unknown) => {
          if (!isRecord(one)) throw new TypeError("a reader's state was expected");
          return { name: asText(one["reader_name"]), current: asNumber(one["current_state"]) };
        });
        const states = await manager.getStatusChange(asNumber(first), asNumber(second), asked);
        return [states.map((state) => ({ reader_name: state.name, current_state: state.current, event_state: state.event, atr: numbers(state.atr) }))];
      }
      case "SCardConnect": {
        const handle = manager.connect(asNumber(first), asText(second), asNumber(third), asNumber(fourth));
        return [handle.id, handle.protocol];
      }
      case "SCardDisconnect":
        manager.disconnect(asNumber(first), asNumber(second));
        return [];
      case "SCardBeginTransaction":
        await manager.begin(asNumber(first));
        return [];
      case "SCardEndTransaction":
        manager.end(asNumber(first), asNumber(second));
        return [];
      case "SCardStatus": {
        const { name: reader, state, protocol, atr } = manager.status(asNumber(first));
        return [reader, state, protocol, numbers(atr)];
      }
      case "SCardTransmit": {
        if (!isRecord(second)) throw new TypeError("a protocol header was expected");
        asNumber(second["protocol"]);
        asNull(fourth);
        return [{ protocol: second["protocol"] }, numbers(await manager.transmit(asNumber(first), asBytes(third)))];
      }
      case "SCardControl":
        return [numbers(await manager.control(asNumber(first), asNumber(second), asBytes(third)))];
      default:
        throw new RangeError("no such function");
    }
  }

  #send(message: Record_): void {
    if (!this.#open) return;
    const nth = this.#peer.answers;
    this.#peer.answers += 1;
    const fault = this.#peer.faults.find((one) => one.answer === nth);
    if (!fault) return this.#port.postMessage(message);
    if (fault.kind === "hangUp") return this.hangUp();
    if (fault.kind === "slow") return void setTimeout(() => this.#open && this.#port.postMessage(message), fault.ms);
    for (const one of damage(message, fault.kind)) this.#port.postMessage(one);
  }
}
