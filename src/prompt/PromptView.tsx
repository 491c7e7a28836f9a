import * as Comlink from "comlink";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Bytes } from "../card/bytes.ts";
import { useTexts } from "../i18n/texts.tsx";
import { telling } from "../platform/cardUse.ts";
import type { TakenJob } from "../platform/documentJobs.ts";
import type { PromptRequest } from "../platform/messages.ts";
import { chooseReader } from "../platform/readerChooser.ts";
import { changeSettings } from "../platform/settings.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { readerName } from "../ui/readerNames.ts";
import type { VaultErrorCode } from "../vault/error.ts";
import type { Outcome } from "../webeid/reply.ts";
import { act, certificateOutcome } from "./answering.ts";
import { Asker } from "./Asker.tsx";
import { CardSummary } from "./CardSummary.tsx";
import { CareHead } from "./CareHead.tsx";
import type { Typed } from "./CareSteps.tsx";
import { answerRequest, cancelled, timedOut } from "./claim.ts";
import { type OwnJob } from "./delivery.ts";
import { DeliveryView } from "./DeliveryView.tsx";
import { DocumentsToSign } from "./DocumentsToSign.tsx";
import { Gone } from "./Gone.tsx";
import { goodbyeMs } from "./goodbye.ts";
import { HashSummary } from "./HashSummary.tsx";
import { OwnHead } from "./OwnHead.tsx";
import { PhaseView } from "./PhaseView.tsx";
import { PromptFoot } from "./PromptFoot.tsx";
import { certificateOf, type Purpose } from "./purpose.ts";
import { ProofPermission } from "./ProofPermission.tsx";
import { currentPurpose, initialState, reduce, usable } from "./state.ts";
import { useCardWorker } from "./useCardWorker.ts";
import { useDocumentJob } from "./useDocumentJob.ts";
import { signForVault } from "./vaultCard.ts";
import { VaultCardFailure } from "./VaultCardFailure.tsx";
import { actNames, requestWords } from "./words.ts";

interface PromptViewProps {
  readonly purpose: Purpose;
  /** null: card care that the person began in the home page. */
  readonly request: PromptRequest | null;
  /** Documents of one of our own pages; else null. */
  readonly taken?: TakenJob | null;
  /** The same, where this window itself brings what was signed to where it is wanted. */
  readonly own?: OwnJob | null;
  /** Shown below the document, close to the PIN: what a person has to see before they type it. */
  readonly about?: ComponentChildren;
}

/** One request, or one act of card care, from who asks to the answer. */
export function PromptView({ purpose, request, taken = null, own = null, about = null }: PromptViewProps) {
  const texts = useTexts();
  const { t } = texts;
  const [state, dispatch] = useReducer(reduce, initialState(purpose));
  const [copied, setCopied] = useState(false);
  /** The page is not there any more: nothing that happens here reaches anybody. */
  const [unheard, setUnheard] = useState(false);
  const [refused, setRefused] = useState<VaultErrorCode | null>(null);
  const answered = useRef(false);
  const controls = useCardWorker(state, dispatch);
  const documents = useDocumentJob(taken, state, dispatch, controls);
  const { phase } = state;
  const vaultAct = purpose.kind === "vault-open" ? "open" : purpose.kind === "vault-add" ? "add" : null;
  const busyCaring = useRef(false);
  busyCaring.current = phase.kind === "care";

  const finish = async (outcome: Outcome | null, afterMs: number): Promise<void> => {
    if (answered.current) return;
    answered.current = true;
    const heard = !request || !outcome || (await answerRequest(request.requestId, outcome));
    await controls.end();
    taken?.end();
    // An answer that reached nobody must not look like one that did: the window stays and says so.
    if (heard || (outcome && "error" in outcome)) setTimeout(() => close(), afterMs);
    else setUnheard(true);
  };
  const cancel = (): void => {
    // What has been sent to the card to set a PIN is brought to its end.
    if (phase.kind === "care" && phase.busy) return;
    // Signed is signed: what is given up then is the wait for a time stamp.
    if (phase.kind === "working" && documents.asking) return documents.hurry();
    void finish(request && cancelled(request), 0);
  };
  const timeOut = (): void => {
    if (!request || answered.current) return;
    if (!busyCaring.current) return void finish(timedOut(request), 0);
    // The page is told; but a PIN that is being created must not be cut off.
    answered.current = true;
    const outcome = timedOut(request);
    if (outcome) void answerRequest(request.requestId, outcome);
    setUnheard(true);
  };

  const key = useRef(cancel);
  key.current = cancel;
  // Before the first painting: what can be seen can be cancelled.
  useLayoutEffect(() => {
    document.title = t(request ? requestWords[request.asks.action].title : purpose.kind === "care" ? `care_title_${actNames[purpose.act]}` : requestWords[purpose.kind].title);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") key.current();
    };
    const timer = request ? setTimeout(timeOut, Math.max(0, request.deadline - Date.now())) : undefined;
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      clearTimeout(timer);
    };
  }, [t]);
  useEffect(() => {
    // Card care ends with the reader given back, so that the home page can read the card anew.
    if (phase.kind === "done" && (own || !request)) void (taken && !own ? finish(null, goodbyeMs) : controls.end());
  }, [phase.kind]);

  const submit = (pin: Bytes | null): void => {
    if (phase.kind === "pin" && taken) return documents.submit(phase, pin);
    if (phase.kind === "pin" && vaultAct) {
      const { place } = phase;
      setRefused(null);
      dispatch({ kind: "submitted" });
      void controls.call((api) => signForVault(api, vaultAct, phase, pin, state.readers)).then((result) => {
        const no = result.ok ? result.value.refused : null;
        setRefused(no);
        if (result.ok && !no) void finish(null, goodbyeMs);
        // Whatever the vault says, this card is of no use for it.
        dispatch({ kind: "acted", place, error: no ? { code: "CERTIFICATE_OTHER", message: "", detail: {} } : result.ok ? null : result.error });
      });
      return;
    }
    if (phase.kind !== "pin" || !request) return void pin?.fill(0);
    const { place } = phase;
    dispatch({ kind: "submitted" });
    void controls.call((api) => act(api, request, phase, pin)).then((result) => {
      if (result.ok) void finish(result.value, goodbyeMs);
      dispatch({ kind: "acted", place, error: result.ok ? null : result.error });
    });
  };
  const agree = (): void => {
    const outcome = phase.kind === "consent" ? certificateOutcome(phase) : null;
    if (!outcome) return;
    void finish(outcome, goodbyeMs);
    dispatch({ kind: "agreed" });
  };
  const manage = (typed: Typed) =>
    controls.call((api) => {
      if (phase.kind !== "care") throw new Error("no card care is under way");
      const { readerId, insertion } = phase.card;
      const buffers = [typed.current, typed.fresh].flatMap((pin) => (pin ? [pin.buffer] : []));
      return telling(api.managePin(Comlink.transfer({ readerId, insertion, act: phase.act, ...typed }, buffers)));
    });
  const copyDiagnosis = (): void => {
    void controls.diagnose().then(async (text) => {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    });
  };
  const choose = (readerId: string): void => {
    void changeSettings({ readerId }).catch(() => undefined);
    dispatch({ kind: "chose", readerId });
  };
  const addReader = (): void => void chooseReader().then((chosen) => (chosen ? controls.refresh() : undefined));

  if (unheard && phase.kind !== "care") return <Gone />;

  const current = currentPurpose(state);
  const card = "card" in phase ? phase.card : null;
  const place = "place" in phase ? phase.place : null;
  const several = usable(state.readers ?? []).length > 1 && (phase.kind === "pin" || phase.kind === "lastTry" || phase.kind === "unusable" || phase.kind === "consent");
  const reader = state.readers?.find(({ id }) => id === place?.readerId);
  return (
    <div class={taken && current.kind === "documents" ? "prompt prompt-documents stack" : "prompt stack"}>
      {request && current.kind !== "care" ? <Asker request={request} /> : null}
      {current.kind === "care" ? <CareHead act={current.act} /> : null}
      {(current.kind === "documents" && !request) || current.kind === "vault-open" || current.kind === "vault-add" ? <OwnHead kind={current.kind} /> : null}
      <div class="prompt-body stack">
        {taken && current.kind === "documents" && phase.kind !== "done" && taken.job.documents.some(({ digest }) => !digest) ? <DocumentsToSign job={taken.job} hashes={documents.hashes} /> : null}
        <div class="prompt-act stack">
          {current.kind === "documents" && phase.kind !== "done" ? about : null}
          {card && phase.kind !== "done" ? <CardSummary card={card} certificate={current.kind === "care" ? null : certificateOf(current, card)} readerName={reader ? readerName(reader, texts) : ""} /> : null}
          {request?.asks.action === "sign" && phase.kind === "pin" ? <HashSummary asks={request.asks} /> : null}
          {several ? (
            <div class="row">
              <Button onClick={() => dispatch({ kind: "chose", readerId: null })}>{t("prompt_other_card")}</Button>
            </div>
          ) : null}
          {taken?.job.timestampUrl && taken.job.proofs && phase.kind === "pin" && phase.identity ? <ProofPermission certificates={[phase.identity.certificateDer, ...phase.identity.chainDer]} /> : null}
          {own && phase.kind === "done" ? (
            <DeliveryView own={own} onSent={() => void finish(null, goodbyeMs)} />
          ) : vaultAct && phase.kind === "unusable" && (refused || phase.error.code === "ALGORITHM_UNSUPPORTED") ? (
            <VaultCardFailure
              refused={refused}
              onRetry={() => {
                setRefused(null);
                dispatch({ kind: "retry" });
              }}
            />
          ) : (
            <PhaseView
              state={state}
              asking={controls.asking}
              request={request}
              job={taken && documents}
              dispatch={dispatch}
              onSubmit={submit}
              onAgree={agree}
              manage={manage}
              onAdd={addReader}
              onRefresh={controls.refresh}
              onChoose={choose}
              onDiagnose={copyDiagnosis}
            />
          )}
          {copied ? (
            <Notice kind="information" announced>
              <p>{t("common_copied")}</p>
            </Notice>
          ) : null}
        </div>
      </div>
      <PromptFoot state={state} onCancel={cancel} onBack={() => dispatch({ kind: "leftCare" })} />
    </div>
  );
}
