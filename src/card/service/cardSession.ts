// One insertion of one card: its connection and what was read through it.
import type {
  Authentication,
  AuthenticateRequest,
  CardView,
  PinChange,
  PinChanged,
  Signatures,
  SigningIdentity,
  SignRequest,
  ViewExtent,
} from "../api.ts";
import type { Bytes } from "../bytes.ts";
import type { EidOptions } from "../eid/cardContext.ts";
import { EidCard } from "../eid/eidCard.ts";
import type { CardConnection, ReaderId } from "../reader.ts";

export class CardSession {
  readonly insertion: string;
  readonly insertions: number;
  readonly #readerId: ReaderId;
  readonly #connection: CardConnection;
  readonly #card: EidCard;

  static async open(readerId: ReaderId, insertions: number, connection: CardConnection, options: EidOptions): Promise<CardSession> {
    return new CardSession(readerId, insertions, connection, await EidCard.open(connection, options));
  }

  private constructor(readerId: ReaderId, insertions: number, connection: CardConnection, card: EidCard) {
    this.#readerId = readerId;
    this.insertions = insertions;
    // Unlike any other session's, even for the same card in the same reader.
    this.insertion = crypto.randomUUID();
    this.#connection = connection;
    this.#card = card;
  }

  get atr(): Bytes {
    return this.#connection.atr;
  }

  /** APDUs sent so far: the benchmark's figure. */
  get apdus(): number {
    return this.#card.apdus;
  }

  async view(extent: ViewExtent): Promise<CardView> {
    return { readerId: this.#readerId, insertion: this.insertion, ...(await this.#card.view(extent)) };
  }

  authenticate(request: AuthenticateRequest): Promise<Authentication> {
    return this.#card.authenticate(request);
  }

  signingIdentity(): Promise<SigningIdentity> {
    return this.#card.signingIdentity();
  }

  async sign(request: SignRequest): Promise<Signatures> {
    return { signatures: await this.#card.sign(request) };
  }

  /** An act that was done stays done even if the card can't be read afterwards. */
  async managePin(request: PinChange): Promise<PinChanged> {
    await this.#card.managePin(request);
    return { view: await this.view("all").catch(() => null) };
  }

  /** Powers the card down, which also forgets that a PIN was verified. */
  async close(): Promise<void> {
    await this.#connection.disconnect("unpower");
  }
}
