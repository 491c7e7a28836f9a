// navigator.smartCard as a PC/SC service. See: [Note: PC/SC].
import type { Bytes } from "../bytes.ts";
import { type Pcsc, type PcscCard, type PcscContext, type PcscReaderState, pnpNotification } from "../pcsc/pcscApi.ts";
import { PcscError } from "../pcsc/pcscError.ts";
import type { Disposition } from "../reader.ts";
import { asPcsc } from "./webError.ts";
import type { WebReaderStateOut, WebSmartCard, WebSmartCardConnection, WebSmartCardContext } from "./webSmartCard.ts";

/** SCARD_CTL_CODE of pcsc-lite, the only PC/SC behind this API so far (ChromeOS). */
const controlCode = (number: number): number => 0x42000000 + number;

export class SmartCardPcsc implements Pcsc {
  readonly #smartCard: WebSmartCard;

  constructor(smartCard: WebSmartCard) {
    this.#smartCard = smartCard;
  }

  async establish(): Promise<PcscContext> {
    return new SmartCardContext(await asPcsc(() => this.#smartCard.establishContext()));
  }
}

class SmartCardContext implements PcscContext {
  readonly #context: WebSmartCardContext;
  readonly #cards = new Set<SmartCard>();

  constructor(context: WebSmartCardContext) {
    this.#context = context;
  }

  listReaders(): Promise<readonly string[]> {
    return asPcsc(() => this.#context.listReaders());
  }

  async states(names: readonly string[]): Promise<readonly PcscReaderState[]> {
    const asked = names.map((readerName) => ({ readerName, currentState: { unaware: true } }));
    return (await asPcsc(() => this.#context.getStatusChange(asked, { timeout: 0 }))).map(stateOf);
  }

  async waitForChange(known: readonly PcscReaderState[], timeout: number, signal: AbortSignal): Promise<void> {
    const asked = known.map(({ name, flags, count }) => {
      const { unknown: _, ...currentState } = flags;
      return { readerName: name, currentState, currentCount: count };
    });
    try {
      await this.#context.getStatusChange([...asked, { readerName: pnpNotification, currentState: { unaware: true } }], { timeout, signal });
    } catch (error) {
      if (signal.aborted) throw new PcscError("cancelled");
      // SCARD_E_TIMEOUT has no response code of its own: it is the "otherwise" of the specification.
      await asPcsc(() => Promise.reject(error instanceof Error && /^(Unknown|Timeout)Error$/.test(error.name) ? new PcscError("timeout") : error));
    }
  }

  async connect(name: string, access: "shared" | "direct"): Promise<PcscCard> {
    const { connection, activeProtocol } = await asPcsc(() =>
      this.#context.connect(name, access, access === "shared" ? { preferredProtocols: ["t0", "t1"] } : {}),
    );
    const card = new SmartCard(connection, activeProtocol ?? null);
    this.#cards.add(card);
    return card;
  }

  /** The API has no release: a context without connections is let go with its object. */
  async release(): Promise<void> {
    for (const card of this.#cards) await card.disconnect("leave").catch(() => {});
    this.#cards.clear();
  }
}

class SmartCard implements PcscCard {
  readonly protocol: PcscCard["protocol"];
  readonly #connection: WebSmartCardConnection;
  /** Ends the transaction that runs. */
  #finish: ((disposition: Disposition) => Promise<void>) | null = null;
  #connected = true;

  constructor(connection: WebSmartCardConnection, protocol: PcscCard["protocol"]) {
    this.#connection = connection;
    this.protocol = protocol;
  }

  async answerToReset(): Promise<Bytes> {
    const { answerToReset } = await asPcsc(() => this.#connection.status());
    if (!answerToReset || answerToReset.byteLength < 2) throw new PcscError("invalid-atr");
    return new Uint8Array(answerToReset);
  }

  /** The API lends a transaction for as long as a callback's promise lasts: it lasts until `end`. */
  async begin(): Promise<void> {
    let end: (disposition: Disposition) => void = () => {};
    const lasting = new Promise<Disposition>((resolve) => (end = resolve));
    await asPcsc(
      () =>
        new Promise<void>((began, failed) => {
          const whole = this.#connection.startTransaction(async () => {
            this.#finish = async (disposition) => {
              this.#finish = null;
              end(disposition);
              await asPcsc(() => whole);
            };
            began();
            return await lasting;
          });
          whole.catch(failed);
        }),
    );
  }

  async end(disposition: Disposition): Promise<void> {
    if (!this.#finish) throw new PcscError("not-transacted");
    await this.#finish(disposition);
  }

  async transmit(apdu: Uint8Array): Promise<Bytes> {
    return new Uint8Array(await asPcsc(() => this.#connection.transmit(bufferOf(apdu))));
  }

  async control(code: Parameters<PcscCard["control"]>[0], data: Uint8Array): Promise<Bytes> {
    const number = "ctl" in code ? controlCode(code.ctl) : code.feature;
    return new Uint8Array(await asPcsc(() => this.#connection.control(number, bufferOf(data))));
  }

  async disconnect(disposition: Disposition): Promise<void> {
    if (!this.#connected) return;
    this.#connected = false;
    await this.#finish?.(disposition).catch(() => {});
    await asPcsc(() => this.#connection.disconnect(disposition));
  }
}

/** The same bytes, as the type that the API wants: never a SharedArrayBuffer here. */
function bufferOf(bytes: Uint8Array): BufferSource {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every array of this code lies over an ArrayBuffer
  return bytes as Bytes;
}

function stateOf({ readerName, eventState, eventCount }: WebReaderStateOut): PcscReaderState {
  const { unavailable = false, unknown = false, empty = false, present = false, exclusive = false, inuse = false, mute = false, unpowered = false } = eventState;
  return { name: readerName, flags: { unavailable, unknown, empty, present, exclusive, inuse, mute, unpowered }, count: eventCount };
}
