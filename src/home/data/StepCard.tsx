import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Day, isoOf } from "../../consent/calendar/day.ts";
import type { EventType, KeptLetter, SentLetter } from "../../consent/request/event.ts";
import { signedFile } from "../../consent/request/followUp.ts";
import { decidedOn } from "../../consent/request/filing.ts";
import { complaintTarget, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import { phaseOf, type Refusal } from "../../consent/request/phase.ts";
import type { LetterText } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Busy } from "../../ui/Busy.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { ComplaintTo } from "./ComplaintTo.tsx";
import type { EventFields } from "./eventFields.ts";
import { EventForm } from "./EventForm.tsx";
import { Text } from "./fields.tsx";
import { FilingTime } from "./FilingTime.tsx";
import { LetterPanel } from "./LetterPanel.tsx";
import { SendGuide } from "./SendGuide.tsx";
import type { Carrier, KeptAnswer } from "./portalTrail.ts";
import { CarriedNotice } from "./CarriedNotice.tsx";
import type { SignedStep } from "./stepDraft.ts";
import type { LetterOf } from "./useLetter.ts";

interface StepCardProps {
  /** With the letter of the step, if it has one. */
  readonly of: LetterOf;
  readonly step: NextStep;
  readonly fields: EventFields;
  /** The step's letter as it was signed with the card. */
  readonly signed: SignedStep | null;
  /** The step's letter as far as it is written. */
  readonly kept: LetterText | null;
  /** What the portal's pages brought of the request. */
  readonly answers: readonly KeptAnswer[];
  /** The portal's application that carried the signed letter of the step; null: none is known. */
  readonly carrier: Carrier | null;
  /** It is being recorded, its files first; or one of them does not go into the vault. */
  readonly busy: boolean;
  readonly failure: VaultErrorCode | null;
  /** It can not have happened then, or not any more: said where the button is. */
  readonly problem: Refusal | null;
  readonly onFields: (fields: EventFields) => void;
  readonly onComplainTo: (value: ComplaintTarget) => void;
  readonly onCourt: (value: string) => void;
  readonly onGiven: (value: string) => void;
  readonly onShown: (letter: SentLetter) => void;
  readonly onKeep: (letter: LetterText) => void;
  readonly onSigned: (file: KeptLetter, text: LetterText) => void;
  readonly onEnter: (fields: EventFields, type: EventType, day: Day) => void;
  readonly onCancel: () => void;
}

/** One step: its letter, if it has one, how that goes out, and the day on which it happened. */
export function StepCard({ of, step, fields, signed, kept, answers, carrier, busy, failure, problem, onFields, onComplainTo, onCourt, onGiven, onShown, onKeep, onSigned, onEnter, onCancel }: StepCardProps) {
  const { t } = useTexts();
  const { book, request, organisation, complainTo, court, given } = of;
  const toAbove = complaintTarget({ request, organisation, follows: null, complainTo: complainTo ?? null }).kind === "higherBody";
  const own = { book, request, organisation, followUp: null };
  const heading = useComingIntoView();
  return (
    <section class="card stack" aria-label={t(`data_step_${step.kind}`)}>
      <h3 ref={heading} class="data-step-name">
        {t(`data_step_${step.kind}`)}
      </h3>
      {step.letter === "complaint" ? <ComplaintTo request={request} organisation={organisation} today={book.today} follows={null} value={complainTo ?? null} onChange={onComplainTo} /> : null}
      {step.letter === "complaint" && request.kind !== "publicInformation" && toAbove ? <FilingTime decidedOn={decidedOn(request.events, phaseOf(request.events))} today={book.today} /> : null}
      {step.letter === "claim" ? <Text label={t("data_words_sued")} hint={t("data_court_hint")} value={court ?? ""} onChange={onCourt} /> : null}
      {step.letter === "details" ? <Text label={t("data_given")} rows={3} value={given ?? ""} onChange={onGiven} /> : null}
      {step.letter === "incomplete" ? <Text label={t("data_words_contested")} rows={3} value={fields.words} onChange={(words) => onFields({ ...fields, words })} /> : null}
      {step.letter ? <LetterPanel key={step.letter} {...of} kept={kept} onKeep={onKeep} onShown={onShown} signed={signed} onSigned={onSigned} /> : null}
      {step.letter && step.event && carrier ? <CarriedNotice carrier={carrier} busy={busy} onRecord={(words) => onEnter({ ...fields, on: isoOf(carrier.day), attached: { ...fields.attached, note: [fields.attached.note, words].filter(Boolean).join("\n") } }, step.event ?? "complained", carrier.day)} /> : null}
      <EventForm step={step} today={book.today} value={fields} onChange={onFields} guide={(channel) => <SendGuide of={own} channel={channel} signed={signedFile(request)} onKeep={onKeep} />} answers={answers} phase={phaseOf(request.events)} busy={busy} onEnter={(type, day) => onEnter(fields, type, day)} onCancel={onCancel} />
      {busy && fields.attached.papers.some((one) => one instanceof File) ? <Busy>{t("data_papers_keeping")}</Busy> : null}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(`data_refused_${problem}`)}</p>
        </Notice>
      ) : null}
      {failure ? <VaultFailure code={failure} /> : null}
    </section>
  );
}

/** Whoever presses a step's button low in a small window sees that a form has come: it is brought so far up that its beginning shows. */
function useComingIntoView(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A form that is open again with its page was not asked for by a press: the page begins at its top.
    if (document.activeElement !== document.body) heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return heading;
}
