// When the vault locks by itself.
import { fieldsOf } from "../store/recordTable.ts";
import type { Json, LockRules } from "../api.ts";

export const usualRules: LockRules = { idleMinutes: 10, onSystemLock: true, onCardRemoval: false };

const choices: readonly LockRules["idleMinutes"][] = [1, 5, 10, 15, 30, 60, null];

export function parseRules(value: Json | undefined): LockRules {
  const { idleMinutes, onSystemLock, onCardRemoval } = fieldsOf(value);
  const idle = choices.find((one) => one === idleMinutes);
  return {
    idleMinutes: idle === undefined ? usualRules.idleMinutes : idle,
    onSystemLock: typeof onSystemLock === "boolean" ? onSystemLock : usualRules.onSystemLock,
    onCardRemoval: typeof onCardRemoval === "boolean" ? onCardRemoval : usualRules.onCardRemoval,
  };
}

/**
 * How long since a person acted, by two clocks: the one that stands still while the computer sleeps, and the one that
 * somebody may turn back. The longer one counts.
 */
export class IdleClock {
  readonly #wall: () => number;
  readonly #steady: () => number;
  #wallAt: number;
  #steadyAt: number;

  constructor(wall: () => number, steady: () => number) {
    this.#wall = wall;
    this.#steady = steady;
    this.#wallAt = wall();
    this.#steadyAt = steady();
  }

  touch(): void {
    this.#wallAt = this.#wall();
    this.#steadyAt = this.#steady();
  }

  isOver(minutes: number | null): boolean {
    if (minutes === null) return false;
    return Math.max(this.#wall() - this.#wallAt, this.#steady() - this.#steadyAt) >= minutes * 60_000;
  }
}
