// The card worker's API, without the worker: readers in, one session a reader, results out.
import type {
  Authentication,
  AuthenticateRequest,
  CardCacheStore,
  CardView,
  CardWorkerApi,
  Diagnosis,
  Doors,
  PinChange,
  PinChanged,
  Signatures,
  SigningIdentity,
  SignRequest,
  ViewExtent,
} from "../api.ts";
import { toHex, wipe } from "../bytes.ts";
import { attempt, CardError, type Result } from "../error.ts";
import type { ReaderId, ReaderState } from "../reader.ts";
import type { EidOptions } from "../eid/cardContext.ts";
import { CardSession } from "./cardSession.ts";
import { Mutex } from "../../async/mutex.ts";
import type { Road, RoadStatus } from "./road.ts";

export interface CardServiceOptions {
  /** Makes the road to the readers once the role is known. */
  readonly openRoad: (role: "prompt" | "view", doors: Doors | null) => Road;
  readonly session: Omit<EidOptions, "cache">;
}

export class CardService implements CardWorkerApi {
  readonly #options: CardServiceOptions;
  readonly #sessions = new Map<ReaderId, CardSession>();
  readonly #mutex = new Mutex();
  readonly #stop = new AbortController();
  #road: Road | null = null;
  #cache: CardCacheStore | null = null;
  #extent: ViewExtent = "login";
  #last: readonly ReaderState[] = [];

  constructor(options: CardServiceOptions) {
    this.#options = options;
  }

  async start(role: "prompt" | "view", cache: CardCacheStore, doors?: Doors): Promise<void> {
    this.#cache = cache;
    this.#extent = role === "prompt" ? "login" : "all";
    this.#road = this.#options.openRoad(role, doors ?? null);
    this.#road.watch((readers) => this.#follow(readers), this.#stop.signal);
  }

  async watch(listener: (readers: readonly ReaderState[], roads: readonly RoadStatus[]) => void): Promise<void> {
    const road = this.#started();
    road.watch((readers) => listener(readers, road.statuses ?? []), this.#stop.signal);
  }

  async refresh(): Promise<void> {
    await this.#started().refresh();
  }

  inspect(readerId: ReaderId, extent: ViewExtent = this.#extent): Promise<Result<CardView>> {
    return this.#mutex.run(() => attempt(() => this.#orDrop(readerId, async () => await (await this.#session(readerId, extent)).view(extent))));
  }

  async authenticate(request: AuthenticateRequest): Promise<Result<Authentication>> {
    return await this.#withSecrets([request.pin], () => this.#onCard(request, (session) => session.authenticate(request)));
  }

  async signingIdentity(readerId: ReaderId, insertion: string): Promise<Result<SigningIdentity>> {
    return await this.#onCard({ readerId, insertion }, (session) => session.signingIdentity());
  }

  async sign(request: SignRequest): Promise<Result<Signatures>> {
    return await this.#withSecrets([request.pin], () => this.#onCard(request, (session) => session.sign(request)));
  }

  async managePin(request: PinChange): Promise<Result<PinChanged>> {
    return await this.#withSecrets([request.current, request.fresh], () => this.#onCard(request, (session) => session.managePin(request)));
  }

  async release(readerId: ReaderId): Promise<void> {
    await this.#mutex.run(() => this.#drop(readerId));
  }

  async diagnose(): Promise<Diagnosis> {
    const road = this.#started();
    return {
      roads: road.statuses ?? [],
      readers: this.#last.map((reader) => {
        const { interfaceClass, descriptor } = road.describe(reader.id);
        const atr = this.#sessions.get(reader.id)?.atr;
        return {
          name: reader.name,
          usbId: reader.usbId,
          interfaceClass,
          refusal: reader.refusal,
          seenBy: reader.roads ?? [{ road: reader.road, refusal: reader.refusal }],
          descriptorHex: descriptor && toHex(descriptor),
          card: reader.card,
          atrHex: atr ? toHex(atr) : null,
        };
      }),
    };
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#mutex.run(async () => {
      await Promise.all([...this.#sessions.keys()].map((id) => this.#drop(id)));
      await this.#road?.close();
    });
  }

  /** Acts on the card that the person saw: one put in after it is another card, even if it is the same one again. */
  #onCard<T>({ readerId, insertion }: { readonly readerId: ReaderId; readonly insertion: string }, act: (session: CardSession) => Promise<T>): Promise<Result<T>> {
    return this.#mutex.run(() =>
      attempt(async () => {
        const session = this.#sessions.get(readerId);
        if (!session || session.insertion !== insertion) throw new CardError("CARD_CHANGED", "not the card that was read");
        return await this.#orDrop(readerId, () => act(session));
      }),
    );
  }

  async #withSecrets<T>(secrets: readonly (Uint8Array | null)[], act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } finally {
      wipe(...secrets);
    }
  }

  #started(): Road {
    if (!this.#road) throw new CardError("INTERNAL", "the worker was not started");
    return this.#road;
  }

  async #session(readerId: ReaderId, extent: ViewExtent): Promise<CardSession> {
    const known = this.#sessions.get(readerId);
    if (known) return known;
    const road = this.#started();
    const insertions = this.#last.find((reader) => reader.id === readerId)?.insertions ?? 0;
    const connection = await road.connect(readerId, { signal: this.#stop.signal });
    const cache = this.#cache;
    if (!cache) throw new CardError("INTERNAL", "the worker was not started");
    try {
      const session = await CardSession.open({ readerId, insertions }, connection, { ...this.#options.session, cache }, extent);
      this.#sessions.set(readerId, session);
      return session;
    } catch (error) {
      await connection.disconnect("unpower");
      throw error;
    }
  }

  /** A session that failed for good is not kept: the next `inspect` starts afresh. */
  async #orDrop<T>(readerId: ReaderId, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof CardError && endsSession(error)) await this.#drop(readerId);
      throw error;
    }
  }

  async #drop(readerId: ReaderId): Promise<void> {
    const session = this.#sessions.get(readerId);
    this.#sessions.delete(readerId);
    await session?.close();
  }

  /** A session ends with the card it was for. */
  #follow(readers: readonly ReaderState[]): void {
    this.#last = readers;
    for (const [id, session] of this.#sessions) {
      const reader = readers.find((candidate) => candidate.id === id);
      const same = reader?.refusal === null && reader.card === "present" && reader.insertions === session.insertions;
      if (!same) void this.#mutex.run(() => this.#drop(id));
    }
  }
}

/** After these the connection is of no more use. */
function endsSession(error: CardError): boolean {
  return /^(READER_|BRIDGE_|CARD_(ABSENT|REMOVED|MUTE|PROTOCOL)|CANCELLED|INTERNAL)/.test(error.code);
}
