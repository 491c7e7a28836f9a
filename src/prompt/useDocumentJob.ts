import * as Comlink from "comlink";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Bytes } from "../card/bytes.ts";
import { toHex } from "../card/bytes.ts";
import type { Result } from "../card/error.ts";
import { useTexts } from "../i18n/texts.tsx";
import { telling } from "../platform/cardUse.ts";
import type { TakenJob } from "../platform/documentJobs.ts";
import { type DocumentsWorkerHandle, loadDocumentFont, sendJob, startDocumentsWorker } from "../platform/documentsWorker.ts";
import { askService } from "../platform/trustServices.ts";
import type { FileHash } from "../signing/sign/options.ts";
import { certificateOf } from "./purpose.ts";
import type { Event, Phase, State } from "./state.ts";
import type { Controls } from "./useCardWorker.ts";

interface Waiting {
  readonly digest: Bytes;
  readonly resolve: (result: Result<Bytes>) => void;
}

const stopped = { ok: false, error: { code: "CANCELLED", message: "the person did not wait" } } as const;

export interface DocumentJob {
  /** Documents made ready so far, of those that still have no signature. */
  readonly prepared: number;
  /** Bytes of the documents, as far as they have been read. */
  readonly read: { readonly done: number; readonly total: number };
  /** Hashes of documents (by their place in the job), once they are known. */
  readonly hashes: ReadonlyMap<number, FileHash>;
  /** What a service is being asked for, once the card has signed. */
  readonly asking: "stamping" | "proving" | null;
  /** Waits for no service any longer: what has been signed is handed over as it is. */
  readonly hurry: () => void;
  /** All that can be signed wait for the PIN. */
  readonly ready: boolean;
  /** How many wait. */
  readonly waiting: number;
  /** @param pin transferred away; null: on the keypad */
  readonly submit: (phase: Extract<Phase, { readonly kind: "pin" }>, pin: Bytes | null) => void;
  readonly end: () => void;
}

/** Makes a job's documents ready for the card that is there, and has it sign them. See: [Note: waiting for the PIN together]. */
export function useDocumentJob(taken: TakenJob | null, state: State, dispatch: (event: Event) => void, controls: Controls): DocumentJob {
  const { date, time } = useTexts();
  const [prepared, setPrepared] = useState(0);
  const [read, setRead] = useState({ done: 0, total: 0 });
  const [hashes, setHashes] = useState<ReadonlyMap<number, FileHash>>(new Map());
  const [asking, setAsking] = useState<DocumentJob["asking"]>(null);
  /** See: [Note: never a lost signature]. What resolves it ends every question to a service. */
  const hurried = useRef(Promise.withResolvers<void>());
  const [ready, setReady] = useState(false);
  const [count, setCount] = useState(0);
  const worker = useRef<DocumentsWorkerHandle | null>(null);
  const waiting = useRef<Waiting[]>([]);
  /** Documents that are over with, one way or the other. */
  const over = useRef(new Set<number>());
  const onOver = useRef<() => void>(() => {});
  const preparedFor = useRef("");
  const { phase } = state;
  const seen = phase.kind === "pin" || phase.kind === "lastTry" ? phase : null;

  const prepare = async ({ card, identity }: NonNullable<typeof seen>): Promise<void> => {
    if (!taken || !identity) return;
    worker.current?.end();
    const started = startDocumentsWorker();
    worker.current = started;
    waiting.current = [];
    setPrepared(0);
    setRead({ done: 0, total: 0 });
    setReady(false);
    const left = taken.job.documents.map((_, index) => index).filter((index) => !over.current.has(index));
    const documents = taken.job.documents.filter((_, index) => left.includes(index));
    const now = Date.now();
    const algorithm = taken.job.algorithm ?? identity.algorithms[0] ?? "RS256";
    const name = certificateOf(state.purpose, card)?.subjectName ?? card.holder.name;
    const { certificateDer, chainDer } = identity;
    const callbacks = Comlink.proxy({
      sign: (digest: Bytes) =>
        new Promise<Result<Bytes>>((resolve) => {
          waiting.current.push({ digest, resolve });
          setCount(waiting.current.length);
        }),
      web: async (request: Parameters<typeof askService>[0]) => await Promise.race([askService(request), hurried.current.promise.then(() => stopped)]),
      onAsking: setAsking,
      onRead: (done: number, total: number) => setRead({ done, total }),
      onHashed: (index: number, hash: FileHash) => {
        const original = left[index];
        if (original !== undefined) setHashes((known) => new Map([...known, [original, hash]]));
      },
      onPrepared: (done: number) => {
        setPrepared(done);
        setReady(done === left.length);
      },
      onOutcome: (index: number, outcome: Parameters<TakenJob["report"]>[1]) => {
        const original = left[index];
        if (original === undefined || worker.current !== started) return;
        over.current.add(original);
        taken.report(original, outcome);
        onOver.current();
      },
    });
    const font = await loadDocumentFont();
    await started.api.signAll(sendJob({ ...taken.job, documents }), { certificateDer, chainDer, algorithm, name, at: now, shownTime: `${date(now)} ${time(now)}` }, font, callbacks);
  };

  useEffect(() => {
    if (!taken || !seen?.identity) return;
    // The same card put in again goes on with what it was asked; another one would sign under another name.
    const key = toHex(seen.identity.certificateDer);
    if (preparedFor.current === key) return;
    preparedFor.current = key;
    void prepare(seen);
  }, [taken, seen?.identity]);
  useEffect(() => () => worker.current?.end(), []);

  const submit: DocumentJob["submit"] = ({ card, identity, place, confirmed }, pin) => {
    if (!taken) return void pin?.fill(0);
    hurried.current = Promise.withResolvers<void>();
    dispatch({ kind: "submitted" });
    const batch = [...waiting.current];
    const algorithm = taken.job.algorithm ?? identity?.algorithms[0] ?? "RS256";
    const request = { readerId: card.readerId, insertion: card.insertion, algorithm, digests: batch.map(({ digest }) => digest), pin, lastTryConfirmed: confirmed };
    void controls
      .call((api) => telling(api.sign(pin ? Comlink.transfer(request, [pin.buffer]) : request)))
      .then(async (result) => {
        if (result.ok) {
          result.value.signatures.forEach((signature, i) => batch[i]?.resolve({ ok: true, value: signature }));
          waiting.current = waiting.current.slice(result.value.signatures.length);
          setCount(waiting.current.length);
          await finished();
          setAsking(null);
        }
        dispatch({ kind: "acted", place, error: result.ok ? null : result.error, signed: over.current.size });
      });
  };

  /** Until whatever the card has signed is in its file and handed back. */
  const finished = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!taken || over.current.size + waiting.current.length >= taken.job.documents.length) resolve();
      };
      onOver.current = look;
      look();
    });

  return { prepared, read, hashes, asking, hurry: () => hurried.current.resolve(), ready, waiting: count, submit, end: () => worker.current?.end() };
}
