import * as Comlink from "comlink";
import { useEffect, useRef, useState } from "preact/hooks";
import { systemTimer } from "../async/systemTimer.ts";
import { within } from "../async/within.ts";
import type { CardWorkerApi } from "../card/api.ts";
import { attempt, type CardFailure, type Result } from "../card/error.ts";
import { cardWasRead } from "../personal/keepCardEnds.ts";
import { sessionCardCache } from "../platform/cardCache.ts";
import { type CardWorkerHandle, startCardWorker } from "../platform/cardWorker.ts";
import { readSettings } from "../platform/settings.ts";
import { extentOf, type Purpose, signs } from "./purpose.ts";
import { currentPurpose, type Event, type Place, type SeenCard, type State } from "./state.ts";

export type CardApi = Comlink.Remote<CardWorkerApi>;

export interface Controls {
  /** Calls the worker; what it throws (it went away) is a result like any other. */
  readonly call: <T>(act: (api: CardApi) => Promise<Result<T>>) => Promise<Result<T>>;
  /** Somebody is asking the person, in another window, whether we may use the readers. */
  readonly asking: boolean;
  readonly refresh: () => void;
  /** The diagnosis as text for the clipboard. */
  readonly diagnose: () => Promise<string>;
  readonly end: () => Promise<void>;
}

/** A worker that never started has nothing to end, and must not keep the window from closing. */
const endPatienceMs = 1_000;

/** Runs the card worker for a prompt: feeds its news into the state, and reads the card when a phase asks for it. */
export function useCardWorker(state: State, dispatch: (event: Event) => void): Controls {
  const handle = useRef<Promise<CardWorkerHandle> | null>(null);
  handle.current ??= startCardWorker("prompt", sessionCardCache);
  const worker = handle.current;
  const [asking, setAsking] = useState(false);
  const call: Controls["call"] = async (act) => {
    const called = await attempt(async () => await act((await worker).api));
    return called.ok ? called.value : called;
  };

  useEffect(() => {
    // The reader chosen last time goes first, among several with a card in them.
    void readSettings().then(({ readerId }) => (readerId === null ? undefined : dispatch({ kind: "chose", readerId })));
    const heard: Parameters<CardWorkerApi["watch"]>[0] = (readers, roads) => {
      setAsking(roads.some((one) => one.state === "asking"));
      dispatch({ kind: "readers", readers });
    };
    void worker.then(({ api }) => api.watch(Comlink.proxy(heard)));
    const end = (): void => void worker.then((started) => started.end());
    addEventListener("pagehide", end);
    return () => removeEventListener("pagehide", end);
  }, []);

  const { phase } = state;
  const reading: Place | null = phase.kind === "reading" ? phase.place : null;
  useEffect(() => {
    if (!reading) return;
    void call((api) => see(api, reading.readerId, currentPurpose(state))).then((result) => {
      dispatch({ kind: "inspected", place: reading, result, now: Date.now() });
      if (result.ok) void cardWasRead(result.value.card.certificates);
    });
  }, [reading?.readerId, reading?.insertions, phase.kind]);

  return {
    call,
    asking,
    refresh: () => void worker.then(({ api }) => api.refresh()),
    diagnose: async () => JSON.stringify(await (await worker).api.diagnose(), null, 2),
    end: async () => {
      const ended = worker.then((started) => started.end()).catch(() => undefined);
      await within(ended, endPatienceMs, systemTimer);
    },
  };
}

async function see(api: CardApi, readerId: string, purpose: Purpose): Promise<Result<SeenCard>> {
  const inspected = await api.inspect(readerId, extentOf(purpose));
  if (!inspected.ok) return inspected;
  const card = inspected.value;
  if (!signs(purpose) && purpose.kind !== "get-signing-certificate") return { ok: true, value: { card, identity: null } };
  const identity = await api.signingIdentity(readerId, card.insertion);
  if (identity.ok) return { ok: true, value: { card, identity: identity.value } };
  // Without its certificate the card is still shown: the state machine says what is missing.
  const missing: CardFailure["code"] = "CERTIFICATE_MISSING";
  return identity.error.code === missing ? { ok: true, value: { card, identity: null } } : identity;
}
