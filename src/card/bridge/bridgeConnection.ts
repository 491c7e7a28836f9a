// A card beyond the bridge. See: [Note: one reader interface].
import { fromBase64 } from "../../codec/base64.ts";
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { Mutex } from "../../async/mutex.ts";
import type { CardConnection, Disposition, FeatureCode } from "../reader.ts";
import type { BridgeLink } from "./bridgeLink.ts";
import type { ConnectResult } from "./frames.ts";

interface Call {
  readonly signal?: AbortSignal;
}

export class BridgeConnection implements CardConnection {
  readonly atr: Bytes;
  readonly protocol: "t0" | "t1";
  readonly apduLength: "short" | "extended";
  readonly features: ReadonlySet<FeatureCode>;
  readonly #link: BridgeLink;
  readonly #card: number;
  readonly #mutex = new Mutex();
  #ended: CardError | null = null;

  /** @throws CardError BRIDGE_CLOSED when what the app answered is no connection. */
  constructor(link: BridgeLink, { card, atr, protocol, apduLength, features }: ConnectResult) {
    const bytes = fromBase64(atr);
    if (!bytes) throw new CardError("BRIDGE_CLOSED", "the answer to reset is not base64");
    this.atr = bytes;
    this.protocol = protocol;
    this.apduLength = apduLength;
    this.features = new Set(features);
    this.#link = link;
    this.#card = card;
  }

  transmit(apdu: Uint8Array, call: Call = {}): Promise<Bytes> {
    return this.#guarded(async () => {
      const answer = await this.#link.exchange(this.#card, apdu, null, call.signal);
      if (answer.length < 2) throw new CardError("CARD_PROTOCOL", "answer shorter than a status word");
      return answer;
    });
  }

  control(feature: FeatureCode, data: Uint8Array, call: Call = {}): Promise<Bytes> {
    return this.#guarded(async () => {
      if (!this.features.has(feature)) throw new CardError("READER_UNSUPPORTED", "the reader lacks this feature");
      return await this.#link.exchange(this.#card, data, feature, call.signal);
    });
  }

  async disconnect(disposition: Disposition = "unpower"): Promise<void> {
    await this.end(new CardError("CARD_REMOVED", "the connection was ended"), disposition);
  }

  /** Ends it; whoever goes on using it is told why. Never throws. */
  async end(reason: CardError, disposition: Disposition = "unpower"): Promise<void> {
    await this.#mutex.run(async () => {
      if (this.#ended) return;
      this.#ended = reason;
      await this.#link.disconnect(this.#card, disposition);
    });
  }

  /** One at a time. Once card, reader or bridge failed for good, every later call says the same. */
  #guarded<T>(act: () => Promise<T>): Promise<T> {
    return this.#mutex.run(async () => {
      if (this.#ended) throw this.#ended;
      try {
        return await act();
      } catch (error) {
        if (error instanceof CardError && /^(READER_GONE|CARD_REMOVED|CARD_MUTE|BRIDGE_.*)$/.test(error.code)) {
          this.#ended = error;
          if (error.code.startsWith("CARD_")) await this.#link.disconnect(this.#card, "unpower");
        }
        throw error;
      }
    });
  }
}
