import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { startJob } from "../../platform/documentJobs.ts";
import { type DocumentsWorkerHandle, startDocumentsWorker } from "../../platform/documentsWorker.ts";
import { signingWords } from "../../ui/documents/signingWords.ts";
import { usualBlock, usualPlace } from "../../ui/documents/usualBlock.ts";
import { type Chosen, fieldOf, initialSigning, type Place, reduceSigning, signable, type SigningEvent, type SigningState, unsaved } from "./signingState.ts";

export interface Signing {
  readonly state: SigningState;
  readonly dispatch: (event: SigningEvent) => void;
  readonly add: (files: readonly File[]) => void;
  readonly sign: () => void;
}

/** The documents of the page, kept while it shows another section. */
export function useSigning(): Signing {
  const texts = useTexts();
  const [state, dispatch] = useReducer(reduceSigning, initialSigning);
  const worker = useRef<DocumentsWorkerHandle | null>(null);
  const seen = useRef(new Set<number>());

  useEffect(() => {
    for (const { id, file } of state.documents) {
      if (seen.current.has(id)) continue;
      seen.current.add(id);
      worker.current ??= startDocumentsWorker();
      void worker.current.api.check(file).then((check) => dispatch({ kind: "checked", id, check }));
    }
  }, [state.documents]);
  useEffect(() => () => worker.current?.end(), []);

  const inDanger = state.signing || unsaved(state).length > 0;
  // With the words that say so: an effect would come a painting later.
  useLayoutEffect(() => {
    if (!inDanger) return undefined;
    // The browser asks in its own words.
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [inDanger]);

  const begin = async (): Promise<void> => {
    const chosen = signable(state);
    dispatch({ kind: "began" });
    const documents = await Promise.all(
      chosen.map(async (one) => {
        const field = state.format === "own" ? (fieldOf(one)?.name ?? null) : null;
        const place = state.visible && state.format === "own" && field === null && one.check?.ok && one.check.kind === "pdf" ? await placeOn(one) : null;
        return { name: one.file.name, data: one.file, block: place && { page: place.page, rect: place.rect }, field };
      }),
    );
    const reason = state.format === "own" ? state.reason.trim() : "";
    const { format, timestampUrl, proofs } = state;
    const job = { documents, reason: reason === "" ? null : reason, format, timestampUrl, proofs, words: signingWords(texts) };
    const started = await startJob(job, {
      onOutcome: (index, outcome) => {
        const id = chosen[index]?.id;
        if (id !== undefined) dispatch({ kind: "outcome", id, outcome });
      },
      onEnd: () => dispatch({ kind: "ended" }),
    });
    if (!started) dispatch({ kind: "ended" });
  };

  return { state, dispatch, add: (files) => dispatch({ kind: "added", files }), sign: () => void begin() };
}

/** Where the block stands: where the person put it, else at the usual place of the first page. */
async function placeOn({ file, place, check }: Chosen): Promise<Place | null> {
  if (place) return place;
  if (check?.ok && check.kind === "pdf" && check.permission === "signing") return null;
  const block = await usualBlock(file);
  return block && { ...block, view: usualPlace };
}
