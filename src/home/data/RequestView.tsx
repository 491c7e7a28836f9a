import { useEffect, useRef, useState } from "preact/hooks";
import { type Day, dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import type { Channel, EventType, RequestEvent, SentLetter } from "../../consent/request/event.ts";
import { enter } from "../../consent/request/enter.ts";
import { type FollowUp, followUpOf, signedFile } from "../../consent/request/followUp.ts";
import { deferralFault, type NextStep } from "../../consent/request/nextStep.ts";
import { after, type Refusal, standsBefore } from "../../consent/request/phase.ts";
import { outcomeOf } from "../../consent/request/outcome.ts";
import type { Consent, Holding, Organisation } from "../../consent/record/record.ts";
import type { DataRequest, LetterText } from "../../consent/request/request.ts";
import { signFor, unsigned } from "../../consent/letters/signature.ts";
import { putBack, takenBack } from "../../consent/letters/takeBack.ts";
import { copyOn, leftOn, sentLetter } from "../../consent/letters/compose.ts";
import { complaintTarget, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import type { Situation } from "../../consent/request/situation.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { ignoreSecondClick } from "../../ui/doubleClick.ts";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { enteredSince } from "./consentEvents.ts";
import { Deadlines } from "./Deadlines.tsx";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { type EventFields, eventsOf, noFields, withAnswer } from "./eventFields.ts";
import { Gone } from "./Gone.tsx";
import { Happened } from "./Happened.tsx";
import { HeldSteps } from "./HeldSteps.tsx";
import { pastedFile } from "./letterWords.ts";
import { changedNow, newEvent } from "./newRecord.ts";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { NoticeCheckView } from "./NoticeCheckView.tsx";
import { type Attached, type Attaching, attachedTo, keepPapers, type Opened } from "./papers.ts";
import { type Carrier, type KeptAnswer, nothingKnown } from "./portalTrail.ts";
import { PortalTrailView } from "./PortalTrailView.tsx";
import { RequestHead } from "./RequestHead.tsx";
import { RequestLetter } from "./RequestLetter.tsx";
import { StepCard } from "./StepCard.tsx";
import { type ByStep, type SignedStep, type StepDraft, heldOver, stepDraftOf } from "./stepDraft.ts";
import { TakenNotice } from "./TakenNotice.tsx";
import { followed } from "./useLetter.ts";
import { usePortalTrail } from "./usePortalTrail.ts";
import { useRequestChange } from "./useRequestChange.ts";

/** One request: where it stands, until when, what can be done next, and its letters. */
export function RequestView({ book, requestId }: { readonly book: Book; readonly requestId: string }) {
  const tracked = book.tracked.find(({ request }) => request.id === requestId);
  const organisation = tracked ? book.ledger.organisations.get(tracked.request.organisationId) : undefined;
  // What is recorded meanwhile is no other version of what is typed here: it says itself which steps are left.
  return tracked && organisation ? <Drafted<StepDraft> base={null}>{(draft) => <RequestPage book={book} tracked={tracked} organisation={organisation} draft={draft} />}</Drafted> : <Gone />;
}

interface RequestPageProps {
  readonly book: Book;
  readonly tracked: TrackedRequest;
  readonly organisation: Organisation;
  readonly draft: Kept<StepDraft>;
}

function RequestPage({ book, tracked, organisation, draft }: RequestPageProps) {
  const texts = useTexts();
  const { t } = texts;
  const { request, situation } = tracked;
  const change = useRequestChange(book, request);
  const trail = usePortalTrail(request) ?? nothingKnown;
  const { start } = draft;
  const [open, setOpen] = useState<NextStep["kind"] | null>(start.open ?? null);
  const [typed, setTyped] = useState<ByStep<EventFields>>(start.typed ?? {});
  const [complainTo, setComplainTo] = useState<ComplaintTarget | null>(start.complainTo ?? null);
  const [court, setCourt] = useState(start.court ?? "");
  const [given, setGiven] = useState(start.given ?? "");
  const [files, setFiles] = useState<ByStep<SignedStep>>(start.signed ?? {});
  const [attaching, setAttaching] = useState<StepDraft["attaching"]>(start.attaching ?? {});
  /** Letters as they were left: the record has them a moment later than a form that is opened again. */
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<FollowUp | "own", LetterText | undefined>>>>({});
  const [problem, setProblem] = useState<Refusal | null>(null);
  const entering = useOnce();
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const [taken, setTaken] = useState<{ readonly event: RequestEvent; readonly before: string | null } | null>(null);
  const shown = useRef<SentLetter | null>(null);
  const running = useRef(false);
  const step = situation.steps.find(({ kind }) => kind === open) ?? null;
  const draftNow: StepDraft = { open, typed, complainTo, court, given, signed: files, attaching };
  const unrecorded = stepDraftOf(draftNow, situation.steps, request.events);
  useKeeping(draft, unrecorded);
  // All of it was about steps that have been recorded since, in another window: nothing goes on here.
  useEffect(() => (unrecorded === null && start.typed ? draft.keep(null) : undefined), []);
  const keepLetter = (which: FollowUp | "own", letter: LetterText): void => {
    setDrafts((all) => ({ ...all, [which]: letter }));
    void change((now) => (which === "own" ? { ...now, letter } : { ...now, followUps: [...now.followUps.filter(({ kind }) => kind !== which), { kind: which, ...letter }] }));
  };
  const forgetTyped = (kind: NextStep["kind"]): void => {
    setTyped((all) => ({ ...all, [kind]: undefined }));
    setFiles((all) => ({ ...all, [kind]: undefined }));
    if (kind === "complain") setComplainTo(null);
    if (kind === "sue") setCourt("");
    if (kind === "giveMore") setGiven("");
  };
  const forget = ({ kind, letter }: NextStep): void => {
    if (letter) setDrafts((all) => ({ ...all, [letter]: undefined }));
    forgetTyped(kind);
    // The next one may be open by then: what was recorded is shown a moment before this is known.
    setOpen((now) => (now === kind ? null : now));
  };
  /** One at a time: whoever presses Enter twice has recorded once. */
  const record = async (events: (now: DataRequest) => readonly RequestEvent[]): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    try {
      const done = await change((now) => {
        let all = now.events;
        const made = events(now);
        for (const event of made) {
          const added = enter(all, event, situation);
          setProblem("refused" in added ? added.refused : null);
          if ("refused" in added) return null;
          all = added.events;
        }
        const sent = made.flatMap((one) => followUpOf(one) ?? []);
        return { ...now, events: all, followUps: now.followUps.filter(({ kind }) => !sent.includes(kind)) };
      });
      if (done) setTaken(null);
      return done !== null;
    } finally {
      running.current = false;
    }
  };
  /** The request's own letter, as it leaves on that day. */
  const ownCopy = (now: DataRequest, day: Day, channel: Channel): SentLetter => {
    const copy = copyOn({ language: "ka", request: now, organisation, followUp: null, complainTo: null, court: null, given: null, follows: followed(book, now) }, now.letter, book.calendar, day);
    // See: [Note: how it is signed]. What was printed or mailed stays as it was then.
    const by = channel === "post" || channel === "person" ? "hand" : signedFile(now) ? "card" : now.letter?.text ? null : "sent";
    return { ...copy, text: by === null ? unsigned(copy.text, copy.language) : signFor(copy.text, copy.language, by) };
  };
  const enterStep = async (one: NextStep, fields: EventFields, type: EventType, day: Day): Promise<void> => {
    const letter = shown.current;
    const signed = files[one.kind];
    const file = signed && letter && signed.text === letter.text ? signed.file : null;
    const written = { language: "ka" as const, request, organisation, followUp: one.letter && { kind: one.letter, about: one.about, overdue: situation.overdue }, complainTo, court, given: one.kind === "contest" ? fields.words : given, follows: followed(book, request) };
    const kept = (one.letter && drafts[one.letter]) ?? request.followUps.find(({ kind }) => kind === one.letter) ?? null;
    const followUp = one.letter && letter ? leftOn(written, { ...letter, file }, kept, book.calendar, { day, today: book.today }) : null;
    setFailure(null);
    try {
      const pasted = fields.pasted?.trim() ? [pastedFile(fields.pasted, t("data_letter_name"), day)] : [];
      const papers = await keepPapers([...fields.attached.papers, ...pasted], { requestId: request.id, organisation: organisation.name });
      const done = await record((now) => eventsOf(fields, { step: one, type, day, copy: type === "sent" ? ownCopy(now, day, fields.channel) : followUp, complainTo: complaintTarget({ request, organisation, complainTo, follows: followed(book, request) }), court: court.trim(), papers }));
      if (done) forget(one);
    } catch (error) {
      setFailure(codeOf(error));
    }
  };
  const keepAttaching = (eventId: string, value: Attaching | null): void => setAttaching((all) => ({ ...all, [eventId]: value ?? undefined }));
  const attach = async (opened: Opened, { papers, note }: Attached): Promise<boolean> => {
    const kept = await keepPapers(papers, { requestId: request.id, organisation: organisation.name });
    return (
      (await change((now) => {
        const events = attachedTo(now.events, opened, kept, note);
        setProblem(events ? null : "notHere");
        return events && { ...now, events };
      })) !== null
    );
  };
  const beginAnswer = (answer: KeptAnswer): void => {
    const kind = answer.toComplaint ? "enterDecision" : "enterAnswer";
    setTyped((all) => ({ ...all, [kind]: withAnswer(all[kind] ?? noFields(book.today, usualChannel(organisation)), answer, book.today) }));
    setOpen(kind);
  };
  /** On to another form, or to none: what could not be recorded is not said of that. */
  const turnTo = (next: NextStep["kind"] | null): void => {
    setProblem(null);
    setOpen(next);
  };
  const take = (one: NextStep): void => {
    if (one.event === "closed" || one.event === "reopened") void record(() => [newEvent({ type: one.event ?? "closed" }, isoOf(book.today))]).then((done) => (done ? setOpen(null) : undefined));
    else turnTo(one.kind);
  };
  const takeBack = (event: RequestEvent): void => {
    const letter = event.type === "signed" ? "own" : followUpOf(event);
    if (letter) setDrafts((all) => ({ ...all, [letter]: undefined }));
    let before: string | null = null;
    void change((now) => {
      before = standsBefore(now.events, event);
      return takenBack(now, event);
    }).then((done) => (done ? setTaken({ event, before }) : undefined));
  };
  /** Only once it is on record again is it known nowhere else. */
  const comeBack = async ({ event, before }: NonNullable<typeof taken>): Promise<void> => {
    const done = await change((now) => {
      const next = putBack(now, event, before);
      setProblem("refused" in next ? next.refused : null);
      return "refused" in next ? null : next;
    });
    if (!done) return;
    const kind = followUpOf(event);
    if (kind && !done.followUps.some((one) => one.kind === kind)) setDrafts((all) => ({ ...all, [kind]: undefined }));
    setTaken(null);
  };
  const carrierOf = (sha256: string | undefined): Carrier | null => (sha256 === undefined ? null : trail.carried(sha256));
  const signable = after(situation.phase, "signed") !== null;
  const outcome = outcomeOf(request, book.ledger.holdingsOf(organisation.id), book.ledger.consentsWith(organisation.id), book.today);
  const of = { book, request, organisation, followUp: null };
  const sent = sentLetter({ request, organisation, complainTo: null, court: null, given: null, follows: followed(book, request) }, book.calendar);
  return (
    <article class="stack" onClickCapture={ignoreSecondClick}>
      <RequestHead book={book} tracked={tracked} organisation={organisation} problem={step ? null : problem} onTake={take} />
      {taken ? <TakenNotice key={taken.event.id} event={taken.event} onPutBack={() => comeBack(taken)} /> : null}
      <HeldSteps held={entering.busy ? [] : heldOver(draftNow, situation.steps, request.events)} onThrowAway={forgetTyped} />
      {outcome ? <OutcomeNotice outcome={outcome} onConfirm={() => void book.save(outcome.changed.map((one) => changedNow<Consent | Holding>(one.type === "consent" ? enteredSince(one, book.ledger.consents.find(({ id }) => id === one.id), new Date().toISOString()) : one)))} onDecline={() => void change((now) => ({ ...now, declined: outcome.eventId }))} /> : null}
      <PortalTrailView
        request={request}
        trail={trail}
        onEvents={(events) => void record((now) => events.map((one) => (one.type === "sent" ? { ...one, copy: ownCopy(now, dayFromIso(one.on) ?? book.today, one.channel) } : one)))}
        onAnswer={beginAnswer}
      />
      {step ? (
        <StepCard
          key={step.kind}
          of={{ ...of, followUp: step.letter ? { kind: step.letter, about: step.about, overdue: situation.overdue } : null, complainTo, court, given: step.kind === "contest" ? (typed[step.kind]?.words ?? null) : given }}
          step={step}
          fields={typed[step.kind] ?? noFields(book.today, usualChannel(organisation))}
          signed={files[step.kind] ?? null}
          answers={trail.answers}
          carrier={carrierOf(files[step.kind]?.file.sha256)}
          busy={entering.busy}
          problem={problem}
          failure={failure}
          onFields={(fields) => setTyped((all) => ({ ...all, [step.kind]: fields }))}
          onComplainTo={setComplainTo}
          onCourt={setCourt}
          onGiven={setGiven}
          onShown={(letter) => (shown.current = letter)}
          kept={step.letter ? (drafts[step.letter] ?? request.followUps.find(({ kind }) => kind === step.letter) ?? null) : null}
          onKeep={(letter) => keepLetter(step.letter ?? "own", letter)}
          onSigned={(file, letter) => {
            keepLetter(step.letter ?? "own", letter);
            setFiles((all) => ({ ...all, [step.kind]: { file, text: letter.text } }));
          }}
          onEnter={(fields, type, day) => entering.once(() => enterStep(step, fields, type, day))}
          onCancel={() => turnTo(null)}
        />
      ) : null}
      <Deadlines situation={situation} asker={request.asker} today={book.today} />
      {situation.deferralCheck ? <NoticeCheckView title={t("data_deferral_notice")} check={situation.deferralCheck} more={isExtended(situation) && deferralFault(situation) === "form" ? t("data_notice_form_only") : undefined} /> : null}
      {situation.refusalCheck ? <NoticeCheckView title={t("data_refusal_notice")} check={situation.refusalCheck} /> : null}
      <Happened request={request} situation={situation} shownBelow={step?.letter ? null : (sent?.sent ?? null)} answers={trail.answers} attaching={attaching} onAttaching={keepAttaching} onTakeBack={takeBack} onAttach={attach} />
      {step?.letter ? null : (
        <RequestLetter
          of={of}
          sent={after(situation.phase, "sent") === null ? sent : null}
          signable={signable}
          kept={drafts.own ?? request.letter}
          onKeep={(letter) => keepLetter("own", letter)}
          onSigned={(letter, text) => {
            setDrafts((all) => ({ ...all, own: text }));
            void change((now) => ({ ...now, letter: text })).then(() => record(() => [newEvent({ type: "signed", letter }, isoOf(book.today))]));
          }}
        />
      )}
    </article>
  );
}

/** By a statute: the deferral holds. */
const isExtended = ({ deadlines }: Pick<Situation, "deadlines">): boolean => deadlines.some(({ basis, stage, holds }) => basis === "statute" && stage === "extended" && holds);

/** A way that can work: nobody is offered first what has no address. */
function usualChannel({ formUrl, sector, email, evidence }: Organisation): Channel {
  if (formUrl !== null || (email === null && (sector === "public" || evidence.some(({ kind }) => kind === "service" || kind === "portalPage")))) return "portal";
  return email === null ? "post" : "mail";
}
