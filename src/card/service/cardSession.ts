// One insertion of one card: its connection and what was read through it. Where the card is shared with other programs,
// each act is one sequence of its own. See: [Note: sequences].
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

interface FirstView {
  readonly extent: ViewExtent;
  readonly view: Omit<CardView, "readerId" | "insertion">;
}

export interface CardPlace {
  readonly readerId: ReaderId;
  /** How many cards the reader has had, this one included. */
  readonly insertions: number;
}

export class CardSession {
  readonly insertion: string;
  readonly insertions: number;
  readonly #readerId: ReaderId;
  readonly #connection: CardConnection;
  readonly #card: EidCard;

  /** What was read together with the card's opening, until it is asked for. */
  #first: FirstView | null;

  /** @param extent what will be looked at first */
  static async open(place: CardPlace, connection: CardConnection, options: EidOptions, extent: ViewExtent): Promise<CardSession> {
    if (!connection.sequence) return new CardSession(place, connection, await EidCard.open(connection, options), null);
    return await connection.sequence(async () => {
      const card = await EidCard.open(connection, options);
      return new CardSession(place, connection, card, { extent, view: await card.view(extent) });
    });
  }

  private constructor({ readerId, insertions }: CardPlace, connection: CardConnection, card: EidCard, first: FirstView | null) {
    this.#readerId = readerId;
    this.insertions = insertions;
    // Unlike any other session's, even for the same card in the same reader.
    this.insertion = crypto.randomUUID();
    this.#connection = connection;
    this.#card = card;
    this.#first = first;
  }

  get atr(): Bytes {
    return this.#connection.atr;
  }

  /** APDUs sent so far: the benchmark's figure. */
  get apdus(): number {
    return this.#card.apdus;
  }

  async view(extent: ViewExtent): Promise<CardView> {
    const view = this.#first?.extent === extent ? this.#first.view : await this.#act(() => this.#card.view(extent));
    this.#first = null;
    return this.#named(view);
  }

  authenticate(request: AuthenticateRequest): Promise<Authentication> {
    return this.#act(() => this.#card.authenticate(request));
  }

  signingIdentity(): Promise<SigningIdentity> {
    return this.#act(() => this.#card.signingIdentity());
  }

  sign(request: SignRequest): Promise<Signatures> {
    return this.#act(async () => ({ signatures: await this.#card.sign(request) }));
  }

  /** An act that was done stays done even if the card can't be read afterwards. */
  managePin(request: PinChange): Promise<PinChanged> {
    return this.#act(async () => {
      await this.#card.managePin(request);
      const view = await this.#card.view("all").catch(() => null);
      return { view: view && this.#named(view) };
    });
  }

  #named(view: FirstView["view"]): CardView {
    return { readerId: this.#readerId, insertion: this.insertion, ...view };
  }

  /** Commands that belong together. Every act goes through here; none calls another. */
  async #act<T>(act: () => Promise<T>): Promise<T> {
    const connection = this.#connection;
    if (!connection.sequence) return await act();
    return await connection.sequence(async () => {
      await this.#card.resume();
      return await act();
    });
  }

  /** Powers the card down, which also forgets that a PIN was verified. */
  async close(): Promise<void> {
    await this.#connection.disconnect("unpower");
  }
}
