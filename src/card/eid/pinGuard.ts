// One PIN's tries: what is left is asked without spending one, the last is kept back until the person has agreed, and
// what a wrong PIN's status word says is believed.
import { CardError, type CardErrorCode } from "../error.ts";
import type { Call } from "../iso7816/cardChannel.ts";
import type { Counter } from "./pinCounter.ts";

export type BlockedCode = Extract<CardErrorCode, "PIN_BLOCKED" | "SIGNING_PIN_BLOCKED" | "PUK_BLOCKED" | "CODE_SPENT">;

export class PinGuard {
  readonly #read: (call: Call) => Promise<Counter | null>;
  readonly #blocked: () => BlockedCode;
  /** As last told; undefined: to be read. Nobody else can change it while the card is ours. */
  #counter: Counter | null | undefined;
  /** What the last wrong PIN's status word said: the only word of a card whose counter can't be read. */
  #told: Counter | null = null;

  /** @param blocked what it means that no tries are left */
  constructor(read: (call: Call) => Promise<Counter | null>, blocked: () => BlockedCode) {
    this.#read = read;
    this.#blocked = blocked;
  }

  /** Tries left, costing none; null when the card does not tell. */
  async tries(call: Call = {}): Promise<Counter | null> {
    if (this.#counter === undefined) this.#counter = (await this.#read(call)) ?? this.#told;
    return this.#counter;
  }

  /** The card may think differently by now: asked again next time. */
  forget(): void {
    this.#counter = undefined;
  }

  /** @throws CardError what `blocked` says, PIN_LAST_TRY: nothing was sent */
  async allow(lastTryConfirmed: boolean, call: Call = {}): Promise<void> {
    const counter = await this.tries(call);
    if (counter?.left === 0) throw new CardError(this.#blocked(), "no tries left", { triesLeft: 0 });
    if (counter?.left === 1 && !lastTryConfirmed) throw new CardError("PIN_LAST_TRY", "the last try wants to be confirmed", { triesLeft: 1 });
  }

  /** Runs a command that costs a try when the PIN in it is wrong. */
  async spend<T>(act: () => Promise<T>): Promise<T> {
    const max = this.#counter?.max ?? null;
    this.#counter = undefined;
    try {
      const done = await act();
      this.#told = null;
      return done;
    } catch (error) {
      const left = error instanceof CardError ? error.detail.triesLeft : undefined;
      // A wrong PIN's status word says what is left: no need to ask again.
      if (left !== undefined) this.#counter = this.#told = { left, max };
      throw error instanceof CardError && error.code === "PIN_BLOCKED" ? new CardError(this.#blocked(), error.message, error.detail, error) : error;
    }
  }
}
