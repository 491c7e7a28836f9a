// A card service over one bench: logins as a window would make them.
import type { CardView } from "../../../src/card/api.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { CardService } from "../../../src/card/service/cardService.ts";
import type { Road } from "../../../src/card/service/road.ts";
import { signerCrypto } from "../../../src/card/service/signerCrypto.ts";
import { challengeNonce, memoryCache, origin } from "../login/world.ts";

export class Session {
  readonly service: CardService;
  readonly #road: Road;
  #readers: readonly ReaderState[] = [];

  static async over(road: Road): Promise<Session> {
    const session = new Session(road);
    await session.service.start("prompt", memoryCache());
    await session.service.watch((readers) => (session.#readers = readers));
    return session;
  }

  private constructor(road: Road) {
    this.#road = road;
    this.service = new CardService({ openRoad: () => road, session: { crypto: signerCrypto, now: () => Date.now() } });
  }

  get readers(): readonly ReaderState[] {
    return this.#readers;
  }

  async until(match: (state: ReaderState) => boolean, ms = 10_000): Promise<ReaderState> {
    const end = Date.now() + ms;
    for (;;) {
      const found = this.#readers.find(match);
      if (found) return found;
      if (Date.now() > end) throw new Error(`the reader never got there: ${JSON.stringify(this.#readers)}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** By code what went wrong, or the view. */
  async inspect(extent: "login" | "signing" | "all" = "login"): Promise<CardView> {
    const { id } = await this.until((state) => state.refusal === null && state.card === "present");
    const result = await this.service.inspect(id, extent);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value;
  }

  async authenticate(view: CardView, digits: string | null = "1234"): Promise<string> {
    const pin = digits === null ? null : new TextEncoder().encode(digits);
    const result = await this.service.authenticate({ readerId: view.readerId, insertion: view.insertion, origin, challengeNonce, pin, lastTryConfirmed: false });
    return result.ok ? "login" : result.error.code;
  }

  /**
   * "login", or the code of the failure; READER_GONE when no reader is left; "asking" when the road says that it waits
   * for the person. What is thrown besides is a bug.
   */
  async login(): Promise<string> {
    try {
      return await Promise.race([this.inspect().then((view) => this.authenticate(view)), this.#allGone(), this.#asking()]);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code) return code;
      throw error;
    }
  }

  async #asking(): Promise<string> {
    const end = Date.now() + 5_000;
    while (Date.now() < end && this.#road.state !== "asking") await new Promise((resolve) => setTimeout(resolve, 2));
    // Long enough for an answer that is only slow.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.#road.state === "asking" ? "asking" : new Promise(() => {});
  }

  async #allGone(): Promise<string> {
    const end = Date.now() + (this.#readers.length > 0 ? 5_000 : 0);
    while (Date.now() < end && this.#readers.length > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    if (Date.now() >= end) return new Promise(() => {});
    return "READER_GONE";
  }
}
