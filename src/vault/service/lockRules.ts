// When the vault locks by itself.
import { fieldsOf } from "../store/recordTable.ts";
import { type CardPlace, isInDevice } from "../../card/cardsSeen.ts";
import type { Happening, Json, LockRules } from "../api.ts";

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
 * Cards that lay in readers while the vault was open. A card that opened it is the only one whose going counts; otherwise any that
 * was seen. Readers that had none, and other people's cards, come and go.
 */
export class CardsOfVault {
  #opener: readonly CardPlace[] = [];
  readonly #seen = new Set<CardPlace>();

  /** @param opener where the card lies that opened the vault; nowhere: opened in another way */
  opened(opener: readonly CardPlace[]): void {
    this.#opener = opener;
    this.#seen.clear();
  }

  /** @returns whether the vault's card is gone */
  happened(what: Exclude<Happening, { readonly kind: "system-locked" }>): boolean {
    const counting = this.#opener.length === 0 ? [...this.#seen] : this.#opener;
    if (what.kind === "reader-gone") return counting.some((place) => isInDevice(place, what.usbId));
    if (what.kind === "card-removed") return what.places.some((place) => counting.includes(place));
    for (const place of what.places) this.#seen.add(place);
    return false;
  }
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
