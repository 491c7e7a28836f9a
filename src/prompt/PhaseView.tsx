import type { Bytes } from "../card/bytes.ts";
import type { Result } from "../card/error.ts";
import { keypadSeconds } from "../card/eid/pinPad.ts";
import { useTexts } from "../i18n/texts.tsx";
import type { PromptRequest } from "../platform/messages.ts";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Asking } from "./Asking.tsx";
import { CareSteps, type Typed } from "./CareSteps.tsx";
import { CertificateConsent } from "./CertificateConsent.tsx";
import { Keypad } from "./Keypad.tsx";
import { LastTry } from "./LastTry.tsx";
import { PinEntry } from "./PinEntry.tsx";
import { pinOf, remedy, signs } from "./purpose.ts";
import { Preparing } from "./Preparing.tsx";
import type { DocumentJob } from "./useDocumentJob.ts";
import type { Event, State } from "./state.ts";
import { Waiting } from "./Waiting.tsx";
import { actNames, requestWords } from "./words.ts";

interface PhaseViewProps {
  readonly state: State;
  readonly asking: boolean;
  readonly request: PromptRequest | null;
  /** Documents of one of our own pages; else null. */
  readonly job: DocumentJob | null;
  readonly dispatch: (event: Event) => void;
  readonly onSubmit: (pin: Bytes | null) => void;
  readonly onAgree: () => void;
  readonly manage: (typed: Typed) => Promise<Result<unknown>>;
  readonly onAdd: () => void;
  readonly onRefresh: () => void;
  readonly onChoose: (readerId: string) => void;
  readonly onDiagnose: () => void;
}

/** What a phase shows. */
export function PhaseView(props: PhaseViewProps) {
  const { t } = useTexts();
  const { state, request, job, dispatch } = props;
  const { phase, purpose, mended, signed } = state;
  switch (phase.kind) {
    case "waiting":
      return <Waiting readers={state.readers} notice={phase.notice} asking={props.asking} onAdd={props.onAdd} onRetry={props.onRefresh} onChoose={props.onChoose} onDiagnose={props.onDiagnose} />;
    case "reading":
      return <Busy>{t("prompt_reading")}</Busy>;
    case "unusable": {
      const help = remedy(phase.error.code, phase.card);
      return (
        <>
          <FailureNotice code={phase.error.code} {...(help === "create-signing" || help === "unblock-login" ? { next: t(`care_here_${actNames[help]}`) } : {})} />
          <div class="row">
            {help ? (
              <Button kind="primary" onClick={() => dispatch({ kind: "care", act: help })}>
                {t(`care_title_${actNames[help]}`)}
              </Button>
            ) : null}
            <Button onClick={() => dispatch({ kind: "retry" })}>{t("common_try_again")}</Button>
            <Button onClick={props.onDiagnose}>{t("common_copy_diagnosis")}</Button>
          </div>
        </>
      );
    }
    case "consent":
      return <CertificateConsent onAgree={props.onAgree} />;
    case "lastTry":
      return <LastTry role={pinOf(purpose, phase.card)?.role ?? "login"} notice={phase.notice} onConfirm={() => dispatch({ kind: "confirmedLastTry" })} />;
    case "pin": {
      const pin = pinOf(purpose, phase.card);
      const words = request ? requestWords[request.asks.action] : purpose.kind === "care" ? null : requestWords[purpose.kind];
      if (!pin || !words) return null;
      if (job && !job.ready) return <Preparing done={job.prepared} total={purpose.kind === "documents" ? purpose.total : 1} read={job.read} />;
      if (job && job.waiting === 0) {
        return (
          <Notice kind="error" announced>
            <p>{t("sign_doc_prompt_none")}</p>
          </Notice>
        );
      }
      return (
        <>
          {mended ? (
            <Notice kind="success" announced>
              <p>{t(`care_done_${actNames[mended]}`)}</p>
            </Notice>
          ) : null}
          {signed > 0 && signs(purpose) && phase.notice === null ? (
            <Notice kind="success" announced>
              <p>{t("prompt_signed_so_far", { DONE: signed, TOTAL: purpose.total })}</p>
            </Notice>
          ) : null}
          <PinEntry pin={pin} pinpad={phase.card.pinpad} notice={phase.notice} submitText={t(words.submit)} consent={t(words.consent)} still={job !== null} onSubmit={props.onSubmit} />
        </>
      );
    }
    case "working":
      if (job?.asking) return <Asking what={job.asking} onHurry={job.hurry} />;
      return phase.card.pinpad ? <Keypad seconds={keypadSeconds} /> : <Busy>{t("prompt_signing")}</Busy>;
    case "care":
      return (
        <CareSteps
          key={`${phase.act} ${phase.card.insertion}`}
          card={phase.card}
          act={phase.act}
          manage={props.manage}
          onBusy={(busy) => dispatch({ kind: "caring", busy })}
          onEnd={(error) => dispatch({ kind: "cared", place: phase.place, error })}
        />
      );
    case "done":
      return (
        <Notice kind="success" announced>
          <h2>{t(purpose.kind === "care" ? `care_done_${actNames[purpose.act]}` : requestWords[purpose.kind].done)}</h2>
          <p>{t(purpose.kind === "care" ? "care_done_hint" : "prompt_done_hint")}</p>
        </Notice>
      );
  }
}
