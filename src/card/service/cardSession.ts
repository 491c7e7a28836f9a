// One insertion of one card: its connection and what was read through it.
import type { Authentication, AuthenticateRequest, CardView } from "../api.ts";
import type { Bytes } from "../bytes.ts";
import { EidCard, type EidOptions } from "../eid/eidCard.ts";
import type { CardConnection, ReaderId } from "../reader.ts";

export interface SessionOptions extends EidOptions {
  /** How much `view` reads: a prompt wants to be quick, the home page wants everything. */
  readonly extent: "login" | "all";
}

export class CardSession {
  readonly insertion: string;
  readonly insertions: number;
  readonly #readerId: ReaderId;
  readonly #connection: CardConnection;
  readonly #card: EidCard;
  readonly #options: SessionOptions;

  static async open(readerId: ReaderId, insertions: number, connection: CardConnection, options: SessionOptions): Promise<CardSession> {
    return new CardSession(readerId, insertions, connection, await EidCard.open(connection, options), options);
  }

  private constructor(readerId: ReaderId, insertions: number, connection: CardConnection, card: EidCard, options: SessionOptions) {
    this.#readerId = readerId;
    this.insertions = insertions;
    // Unlike any other session's, even for the same card in the same reader.
    this.insertion = crypto.randomUUID();
    this.#connection = connection;
    this.#card = card;
    this.#options = options;
  }

  get atr(): Bytes {
    return this.#connection.atr;
  }

  /** APDUs sent so far: the benchmark's figure. */
  get apdus(): number {
    return this.#card.apdus;
  }

  async view(): Promise<CardView> {
    return { readerId: this.#readerId, insertion: this.insertion, ...(await this.#card.view(this.#options.extent)) };
  }

  authenticate(request: AuthenticateRequest): Promise<Authentication> {
    return this.#card.authenticate(request);
  }

  /** Powers the card down, which also forgets that a PIN was verified. */
  async close(): Promise<void> {
    await this.#connection.disconnect("unpower");
  }
}
