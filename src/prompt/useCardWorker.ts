import * as Comlink from "comlink";
import { useEffect, useRef } from "preact/hooks";
import { attempt } from "../card/error.ts";
import { type CardWorkerHandle, startCardWorker } from "../platform/cardWorker.ts";
import { sessionCardCache } from "../platform/cardCache.ts";
import { releaseUrl } from "../platform/runtime.ts";
import { readSettings } from "../platform/settings.ts";
import type { PromptRequest } from "../platform/messages.ts";
import { authenticateReply } from "../webeid/token.ts";
import type { Outcome } from "../webeid/reply.ts";
import type { Event, Place, State } from "./state.ts";

interface Controls {
  /** Verifies and signs; `pin` is transferred away (null: on the keypad). */
  readonly authenticate: (pin: Uint8Array<ArrayBuffer> | null) => void;
  readonly refresh: () => void;
  /** The diagnosis as text for the clipboard. */
  readonly diagnose: () => Promise<string>;
  readonly end: () => Promise<void>;
}

/** A worker that never started has nothing to end, and must not keep the window from closing. */
const endPatienceMs = 1_000;

/** Runs the card worker for a prompt: feeds its news into the state, and does what a phase asks for. */
export function useCardWorker(
  request: PromptRequest,
  state: State,
  dispatch: (event: Event) => void,
  onToken: (outcome: Outcome) => void,
): Controls {
  const handle = useRef<Promise<CardWorkerHandle> | null>(null);
  handle.current ??= startCardWorker("prompt", sessionCardCache);
  const worker = handle.current;

  useEffect(() => {
    // The reader chosen last time goes first, among several with a card in them.
    void readSettings().then(({ readerId }) => (readerId === null ? undefined : dispatch({ kind: "chose", readerId })));
    void worker.then(({ api }) => api.watch(Comlink.proxy((readers) => dispatch({ kind: "readers", readers }))));
    const end = (): void => void worker.then((started) => started.end());
    addEventListener("pagehide", end);
    return () => removeEventListener("pagehide", end);
  }, []);

  const { phase } = state;
  const reading: Place | null = phase.kind === "reading" ? phase.place : null;
  useEffect(() => {
    if (!reading) return;
    void attempt(async () => await (await worker).api.inspect(reading.readerId)).then((called) =>
      dispatch({ kind: "inspected", place: reading, result: called.ok ? called.value : called, now: Date.now() }),
    );
  }, [reading?.readerId, reading?.insertions, phase.kind]);

  const authenticate = (pin: Uint8Array<ArrayBuffer> | null): void => {
    if (phase.kind !== "pin") {
      pin?.fill(0);
      return;
    }
    const { place, card, confirmed } = phase;
    dispatch({ kind: "submitted" });
    const message = {
      readerId: card.readerId,
      insertion: card.insertion,
      origin: request.origin,
      challengeNonce: request.challengeNonce ?? "",
      pin,
      lastTryConfirmed: confirmed,
    };
    void attempt(async () => await (await worker).api.authenticate(pin ? Comlink.transfer(message, [pin.buffer]) : message))
      .then((called) => (called.ok ? called.value : called))
      .then((result) => {
        if (result.ok) onToken(authenticateReply(result.value, releaseUrl()));
        dispatch({ kind: "authenticated", place, error: result.ok ? null : result.error });
      });
  };

  return {
    authenticate,
    refresh: () => void worker.then(({ api }) => api.refresh()),
    diagnose: async () => JSON.stringify(await (await worker).api.diagnose(), null, 2),
    end: async () => {
      const ended = worker.then((started) => started.end()).catch(() => undefined);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, endPatienceMs))]);
    },
  };
}
