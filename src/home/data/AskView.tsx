import { useMemo, useRef, useState } from "preact/hooks";
import { type Asker, askersFor, isOwn, readingKinds, type RequestKind, requestKinds } from "../../consent/law/requestKind.ts";
import { askerWord } from "../../consent/view/askerWord.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { atPresent } from "../../consent/record/formerIds.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { type Day, dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import { aboutInformation } from "../../consent/letters/letterKind.ts";
import { missingItems } from "../../consent/request/needs.ts";
import type { ComplaintTarget, DataRequest, LetterText } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Cards } from "../useCards.ts";
import { useStepHeading } from "../viewHeading.ts";
import { AskFields, type AskValues, askedOf } from "./AskFields.tsx";
import { type Addressed, addressedNow, carriedOver, complaintTo, filledFor, ofDecision, startValues, valuesOf } from "./askStart.ts";
import type { Book } from "./book.ts";
import { ComplaintMatter, type Matter } from "./ComplaintMatter.tsx";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { Choice, Select } from "./fields.tsx";
import { LetterPanel } from "./LetterPanel.tsx";
import { newRequest } from "./newRecord.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { PersonFields } from "./PersonFields.tsx";
import { go } from "./route.ts";
import { parseEmail } from "../../profile/contact.ts";
import type { Profile } from "../../profile/profile.ts";
import { useProfile } from "./useProfile.ts";
import { useRequestLabel } from "./useRequestLabel.ts";
import { useSteps } from "./useSteps.ts";
import { WhereTo } from "./WhereTo.tsx";
import { whoAsks } from "./whoAsks.ts";

interface AskViewProps {
  readonly book: Book;
  readonly cards: Cards;
  readonly kind: string | null;
  readonly organisationId: string | null;
  readonly holdingId: string | null;
  /** The one that is taken back. */
  readonly consentId?: string | null;
  /** An earlier request that this one follows: what it asked is there from the start. */
  readonly aboutId?: string | null;
  /** What is known before anybody types. */
  readonly known?: Partial<AskValues>;
  /** A complaint begins as one about a decision, of which the person got to know on that day; null: as one about personal data. */
  readonly decidedOn?: Day | null;
}

const groups: readonly (readonly ["know" | "change" | "stop" | "other", readonly RequestKind[]])[] = [
  ["know", ["existence", "access", "whereWho", "recipients", "portability"]],
  ["change", ["rectify", "erase", "block"]],
  ["stop", ["withdraw", "stop", "stopMarketing", "objection", "protect"]],
  ["other", ["publicInformation", "complaint", "claim"]],
];

interface AskDraft {
  readonly kind: RequestKind;
  readonly asker: Asker;
  readonly choice: OrganisationChoice;
  readonly values: AskValues;
  readonly about: string | null;
  readonly persons: Partial<Record<Asker, Profile>>;
  readonly complainTo: ComplaintTarget | null;
  /** Left out: by a build that did not ask. */
  readonly decided?: string;
  readonly request: DataRequest | null;
  readonly fixed: Addressed | null;
}

/** A request in four steps: what, of whom, the details, the letter. What was filled in is there again whatever came between. */
export function AskView(props: AskViewProps) {
  return <Drafted<AskDraft> base={null}>{(kept) => <AskForm {...props} draft={kept} />}</Drafted>;
}

function AskForm({ book, cards, kind: asked, organisationId, holdingId, consentId = null, aboutId = null, known = {}, decidedOn = null, draft }: AskViewProps & { readonly draft: Kept<AskDraft> }) {
  const { t, language } = useTexts();
  const { profile, keep } = useProfile(cards);
  const { start } = draft;
  const steps = useSteps(requestKinds.some((one) => one === asked) ? (organisationId ? 3 : 2) : 1, start.kind === undefined ? null : 3);
  const [kind, setKind] = useState<RequestKind>(start.kind ?? requestKinds.find((one) => one === asked) ?? "existence");
  const followed = book.ledger.requests.find(({ id }) => id === aboutId) ?? null;
  // Asked again, it is by and about the same person as before: else somebody else's words would stand in the person's own letter.
  const [asker, setAsker] = useState<Asker>(start.asker ?? (followed && askersFor(kind).includes(followed.asker) ? followed.asker : "self"));
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: organisationId, name: "" });
  const holding = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  const [values, setValues] = useState<AskValues>(() => ({ ...startValues(book, holdingId, consentId, language), ...valuesOf(followed ?? undefined), ...known, ...start.values }));
  const [about, setAbout] = useState(start.about === undefined ? aboutId : start.about);
  const [persons, setPersons] = useState<Partial<Record<Asker, Profile>>>(start.persons ?? {});
  // A complaint that is made again goes where it went.
  const [complainTo, setComplainTo] = useState<ComplaintTarget | null>(start.complainTo === undefined ? (decidedOn === null ? (followed?.complainTo ?? null) : ofDecision) : start.complainTo);
  const [decided, setDecided] = useState(start.decided ?? (decidedOn === null ? (followed?.decidedOn ?? "") : isoOf(decidedOn)));
  const { organisations } = book.ledger;
  const [begun, setRequest] = useState<DataRequest | null>(start.request ?? null);
  const request = useMemo(() => (begun && atPresent([begun], organisations)[0]) ?? null, [begun, organisations]);
  const [stored, setStored] = useState(false);
  const storing = useRef(Promise.resolve(true));
  const [problem, setProblem] = useState(false);
  const [wrongMail, setWrongMail] = useState(false);
  const askers = askersFor(kind);
  const person = persons[asker] ?? (profile ? whoAsks(asker, profile, followed?.asker === asker ? [followed] : book.ledger.requests) : null);
  const setPerson = (value: Profile): void => setPersons({ ...persons, [asker]: value });
  const organisation = organisationOfChoice(book, choice);
  const [chosen, setFixed] = useState(start.fixed === undefined ? organisation : start.fixed);
  const fixed = addressedNow(chosen, organisations);
  useKeeping(draft, { kind, asker, choice, values, about, persons, complainTo, decided, request, fixed });
  // The history may name a step for which something is still to be said.
  const step = steps.step >= 3 && !fixed ? 2 : steps.step === 4 && !request ? 3 : steps.step;
  const heading = useStepHeading(step);
  // A letter names none that never left.
  const earlier = fixed ? book.ledger.requestsTo(fixed.record.id).filter(({ events }) => events.some(({ type }) => type === "sent")) : [];
  const follows = earlier.find(({ id }) => id === about) ?? null;
  // Who gives public information decides by the code in any case, and a private organisation has nobody above it.
  const labelOf = useRequestLabel(book);
  const matters = kind === "complaint" && fixed !== null && fixed.record.sector !== "private" && !aboutInformation({ kind }, follows);
  const matter: Matter = matters && complainTo !== null && complainTo.kind !== "supervisor" ? "decision" : "data";
  const chooseMatter = (one: Matter): void => {
    const to = one === "decision" ? ofDecision : null;
    setComplainTo(to);
    if (request) setRequest({ ...request, complainTo: to });
  };
  /** Where it goes may be chosen anew beside the letter. */
  const redirect = (one: DataRequest): void => {
    setRequest(one);
    setComplainTo(one.complainTo);
  };
  const choose = (one: RequestKind): void => {
    setKind(one);
    if (!askersFor(one).includes(asker)) setAsker("self");
  };
  const toStep = (next: number): void => {
    setProblem(next >= 3 && organisation === null);
    if (next >= 3 && organisation === null) return steps.to(2);
    if (next >= 3 && organisation && (chosen?.record.name !== organisation.record.name || chosen.fresh !== organisation.fresh)) {
      const filled = (one: Addressed | null): AskValues => filledFor(book, one?.record.id ?? null, { holdingId, consentId, followed }, language);
      setValues(carriedOver(values, filled(chosen), filled(organisation)));
      setFixed(organisation);
    }
    steps.to(next);
    scrollTo(0, 0);
  };
  const toLetter = (): void => {
    if (!fixed || !person) return;
    const unreachable = hasWrongMail(person, asker);
    setWrongMail(unreachable);
    if (unreachable) return;
    const { applicant, representative } = person;
    const made = newRequest(kind, asker, fixed.record.id, { ...applicant, certifiedBy: asker === "legalPerson" ? applicant.certifiedBy : null }, askedOf(matter === "decision" ? { ...values, causes: [] } : values, kind, asker), { holdingId: holding?.organisationId === fixed.record.id ? holding.id : null, aboutRequestId: follows?.id ?? null });
    const target = complaintTo(kind, fixed.record, follows, complainTo);
    // Looked at again, it is the same letter: what was printed keeps its number, and what was written its words; that they are of before is said beside them.
    const same = request?.kind === kind && request.asker === asker && request.organisationId === fixed.record.id ? { id: request.id, reference: request.reference, createdAt: request.createdAt, letter: request.letter, ...(request.aboutRequestId === made.aboutRequestId ? { complainTo: request.complainTo, court: request.court } : {}) } : {};
    if (!("id" in same)) setStored(false);
    const knownOn = matter === "decision" && dayFromIso(decided) !== null ? decided : null;
    setRequest({ ...made, complainTo: target, ...same, decidedOn: knownOn, representative: asker === "representative" ? representative : null });
    toStep(4);
  };
  const store = async (one: DataRequest): Promise<boolean> => {
    if (!fixed || !person) return false;
    // Somebody else's name and address are no part of the person's own profile.
    if (asker === "self" || asker === "thirdParty") await keep(person);
    // New, or removed by another window while the letter was being written: a request is to somebody.
    const fresh = !organisations.has(fixed.record.id);
    storing.current = storing.current.then(() => book.save([...(fresh ? [fixed.record] : []), one]));
    return storing.current;
  };
  const save = async (): Promise<void> => {
    if (request && (await store(request))) {
      draft.done();
      go(`#data/request/${request.id}`);
    }
  };
  /** Whoever prints a letter and walks away has its request, and its number, on record. */
  const use = (letter: LetterText): void => {
    if (!request) return;
    const used = { ...request, letter };
    setRequest(used);
    void store(used).then(setStored);
  };
  const giveUp = (): void => {
    draft.done();
    go("#data/requests");
  };
  const missing = request ? missingItems(request) : [];
  return (
    <div class="card stack">
      <div class="stack-tight">
        <p class="step-number">{t("data_step_of", { STEP: step })}</p>
        <h3 ref={heading}>{t(`data_wizard_${step === 1 ? "what" : step === 2 ? "whom" : step === 3 ? "details" : "letter"}`)}</h3>
      </div>
      {step === 1
        ? groups.map(([group, kinds]) => <Choice key={group} label={t(`data_group_${group}`)} name="kind" value={kind} options={kinds} text={(one) => t(`data_kind_${one}`)} onChange={choose} />)
        : null}
      {step === 2 ? (
        <>
          <OrganisationField book={book} value={choice} onChange={setChoice} />
          <Choice label={t("data_asker")} name="asker" value={asker} options={askers} text={(one) => t(`data_asker_${askerWord(kind, one)}`)} onChange={setAsker} />
          {askers.length === 2 ? <p class="soft">{t("data_asker_own_only")}</p> : null}
          {asker === "representative" ? <p class="soft">{t("data_asker_died")}</p> : null}
          {problem ? (
            <Notice kind="error" announced>
              <p>{t("data_need_organisation")}</p>
            </Notice>
          ) : null}
        </>
      ) : null}
      {step === 3 && fixed ? (
        <>
          <p>
            <b>{t(`data_kind_${kindWord({ kind, asker })}`)}</b> · {organisationName(fixed.record, language)}
          </p>
          {asker === "self" || asker === "representative" ? <FreeOfCharge kind={kind} /> : null}
          {kind === "publicInformation" && fixed.record.sector === "private" ? (
            <Notice kind="warning">
              <p>{t("data_public_of_private")}</p>
            </Notice>
          ) : null}
          {earlier.length > 0 ? (
            <Select label={t("data_follows_which")} hint={t("data_follows_hint")} value={follows?.id ?? ""} onChange={(id) => setAbout(id || null)}>
              <option value="">{t("data_follows_none")}</option>
              {earlier.map((one) => (
                <option key={one.id} value={one.id}>
                  {labelOf(one)}
                </option>
              ))}
            </Select>
          ) : null}
          {matters ? <ComplaintMatter value={matter} decidedOn={decided} today={book.today} onChange={chooseMatter} onDecidedOn={setDecided} /> : null}
          <AskFields kind={kind} asker={asker} decision={matter === "decision"} values={values} onChange={setValues} />
          {person ? <PersonFields asker={asker} value={person} onChange={setPerson} /> : null}
          {person && values.answerForm === "electronic" && !mailOf(person, asker) ? <p class="soft">{t("data_answer_no_mail")}</p> : null}
          {wrongMail && person && hasWrongMail(person, asker) ? (
            <Notice kind="error" announced>
              <p>{t("data_email_like")}</p>
            </Notice>
          ) : null}
        </>
      ) : null}
      {step === 4 && request && fixed ? (
        <>
          {missing.length > 0 ? (
            <Notice kind="warning">
              <p>{t("data_lacks")}</p>
              <ul>
                {missing.map((item) => (
                  <li key={item}>{t(item === "grounds" && !isOwn(asker) ? "data_missing_legalGround" : item === "data" && kind === "publicInformation" ? "data_item_information" : `data_item_${item}`)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <WhereTo request={request} organisation={fixed.record} today={book.today} follows={follows} onChange={redirect} />
          <LetterPanel book={book} request={request} organisation={fixed.record} followUp={null} kept={request.letter} onKeep={stored ? use : (letter) => setRequest({ ...request, letter })} onUse={use} />
          {stored ? (
            <Notice kind="success" announced>
              <p>{t("data_draft_kept")}</p>
            </Notice>
          ) : null}
        </>
      ) : null}
      <div class="row">
        {step < 3 ? (
          <Button kind="primary" onClick={() => toStep(step + 1)}>
            {t("data_go_on")}
          </Button>
        ) : null}
        {step === 3 ? (
          <Button kind="primary" disabled={!person} onClick={toLetter}>
            {t("data_to_letter")}
          </Button>
        ) : null}
        {step === 4 ? (
          <Button kind="primary" onClick={() => void save()}>
            {t("data_keep_request")}
          </Button>
        ) : null}
        {step > 1 ? <Button onClick={steps.back}>{t("data_go_back")}</Button> : null}
        <Button kind="plain" onClick={giveUp}>
          {t("common_cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Where an answer would go. */
const mailOf = ({ applicant, representative }: Profile, asker: Asker): string => ((asker === "representative" ? representative.email : applicant.email) ?? "").trim();

/** Whether the letter would ask for its answer to an address that is none. */
function hasWrongMail({ applicant, representative }: Profile, asker: Asker): boolean {
  const mails = [applicant.email, asker === "representative" ? representative.email : null];
  return mails.some((mail) => mail !== null && mail.trim() !== "" && parseEmail(mail) === null);
}

/** What asking costs, for the kinds of which the law says it. */
function FreeOfCharge({ kind }: { readonly kind: RequestKind }) {
  const { t } = useTexts();
  if (kind === "withdraw") return <p class="soft">{t("data_free_withdraw")}</p>;
  return readingKinds.includes(kind) ? <p class="soft">{t("data_free")}</p> : null;
}
