import { useState } from "preact/hooks";
import { type Asker, askersFor, type RequestKind, requestKinds } from "../../consent/law/requestKind.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { consentState, isValid } from "../../consent/record/consentState.ts";
import { fieldsFor, missingItems } from "../../consent/request/needs.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Cards } from "../useCards.ts";
import { AskFields, type AskValues, askedOf } from "./AskFields.tsx";
import type { Book } from "./book.ts";
import { Choice, Select } from "./fields.tsx";
import { LetterPanel } from "./LetterPanel.tsx";
import { newRequest } from "./newRecord.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { PersonFields } from "./PersonFields.tsx";
import { go } from "./route.ts";
import type { Profile } from "../../profile/profile.ts";
import { useProfile } from "./useProfile.ts";
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
}

const groups: readonly (readonly ["know" | "change" | "stop" | "other", readonly RequestKind[]])[] = [
  ["know", ["existence", "access", "whereWho", "recipients", "portability"]],
  ["change", ["rectify", "erase", "block"]],
  ["stop", ["withdraw", "stop", "stopMarketing", "objection", "protect"]],
  ["other", ["publicInformation", "complaint", "claim"]],
];

/** A request in four steps: what, of whom, the details, the letter. */
export function AskView({ book, cards, kind: asked, organisationId, holdingId, consentId = null, aboutId = null, known = {} }: AskViewProps) {
  const { t } = useTexts();
  const { profile, keep } = useProfile(cards);
  const [step, setStep] = useState(requestKinds.some((one) => one === asked) ? (organisationId ? 3 : 2) : 1);
  const [kind, setKind] = useState<RequestKind>(requestKinds.find((one) => one === asked) ?? "existence");
  const [asker, setAsker] = useState<Asker>("self");
  const [choice, setChoice] = useState<OrganisationChoice>({ id: organisationId, name: "" });
  const holding = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  const [values, setValues] = useState<AskValues>(() => ({ ...startValues(book, holdingId, consentId), ...valuesOf(book.ledger.requests.find(({ id }) => id === aboutId)), ...known }));
  const [about, setAbout] = useState(aboutId);
  const [persons, setPersons] = useState<Partial<Record<Asker, Profile>>>({});
  const [request, setRequest] = useState<DataRequest | null>(null);
  const [problem, setProblem] = useState(false);
  const askers = askersFor(kind);
  // Whoever asks for public information, complains or sues does so about more than "my data".
  const mine = kind !== "publicInformation" && kind !== "complaint" && kind !== "claim";
  const person = persons[asker] ?? (profile ? whoAsks(asker, profile, book.ledger.requests) : null);
  const setPerson = (value: Profile): void => setPersons({ ...persons, [asker]: value });
  const organisation = organisationOfChoice(book, choice);
  const [fixed, setFixed] = useState(organisation);
  const earlier = fixed ? book.ledger.requestsTo(fixed.record.id) : [];
  const choose = (one: RequestKind): void => {
    setKind(one);
    if (!askersFor(one).includes(asker)) setAsker("self");
  };
  const toStep = (next: number): void => {
    setProblem(next >= 3 && organisation === null);
    if (next >= 3 && organisation === null) return setStep(2);
    if (next >= 3) setFixed((before) => (before && before.record.name === organisation?.record.name ? before : organisation));
    setStep(next);
    scrollTo(0, 0);
  };
  const toLetter = (): void => {
    if (!fixed || !person) return;
    const { applicant, representative } = person;
    const made = newRequest(kind, asker, fixed.record.id, { ...applicant, certifiedBy: asker === "legalPerson" ? applicant.certifiedBy : null }, askedOf(values, fieldsFor(kind, asker)), { holdingId: holding?.id ?? null, aboutRequestId: earlier.find(({ id }) => id === about)?.id ?? null });
    setRequest({ ...made, representative: asker === "representative" ? representative : null });
    toStep(4);
  };
  const save = async (): Promise<void> => {
    if (!request || !fixed || !person) return;
    // Somebody else's name and address are no part of the person's own profile.
    if (asker === "self" || asker === "thirdParty") await keep(person);
    const fresh = fixed.fresh && !book.ledger.organisations.has(fixed.record.id);
    if (await book.save([...(fresh ? [fixed.record] : []), request])) go(`#data/request/${request.id}`);
  };
  const missing = request ? missingItems(request) : [];
  return (
    <div class="card stack">
      <div>
        <p class="step-number">{t("data_step_of", { STEP: step })}</p>
        <h3>{t(`data_wizard_${step === 1 ? "what" : step === 2 ? "whom" : step === 3 ? "details" : "letter"}`)}</h3>
      </div>
      {step === 1
        ? groups.map(([group, kinds]) => <Choice key={group} label={t(`data_group_${group}`)} name="kind" value={kind} options={kinds} text={(one) => t(`data_kind_${one}`)} onChange={choose} />)
        : null}
      {step === 2 ? (
        <>
          <OrganisationField book={book} value={choice} onChange={setChoice} />
          <Choice label={t("data_asker")} name="asker" value={asker} options={askers} text={(one) => t(mine || one === "thirdParty" || one === "representative" ? `data_asker_${one}` : `data_asker_${one}Plain`)} onChange={setAsker} />
          {askers.length === 2 ? <p class="soft">{t("data_asker_own_only")}</p> : null}
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
            <b>{t(`data_kind_${kindWord({ kind, asker })}`)}</b> · {fixed.record.name}
          </p>
          {asker === "self" || asker === "representative" ? <p class="soft">{t("data_free")}</p> : null}
          {earlier.length > 0 ? (
            <Select label={t("data_follows_which")} hint={t("data_follows_hint")} value={earlier.some(({ id }) => id === about) ? (about ?? "") : ""} onChange={(id) => setAbout(id || null)}>
              <option value="">{t("data_follows_none")}</option>
              {earlier.map((one) => (
                <option key={one.id} value={one.id}>
                  {t(`data_kind_${kindWord(one)}`)} · {one.reference}
                </option>
              ))}
            </Select>
          ) : null}
          <AskFields kind={kind} asker={asker} values={values} onChange={setValues} />
          {person ? <PersonFields asker={asker} value={person} onChange={setPerson} /> : null}
        </>
      ) : null}
      {step === 4 && request && fixed ? (
        <>
          {missing.length > 0 ? (
            <Notice kind="warning">
              <p>{t("data_lacks")}</p>
              <ul>
                {missing.map((item) => (
                  <li key={item}>{t(`data_item_${item}`)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <WhereTo request={request} organisation={fixed.record} today={book.today} onChange={setRequest} />
          <LetterPanel book={{ ...book, sign: null, save: async ([changed]) => { if (changed?.type === "request") setRequest(changed); return true; } }} request={request} organisation={fixed.record} followUp={null} />
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
        {step > 1 ? <Button onClick={() => setStep(step - 1)}>{t("data_go_back")}</Button> : null}
        <Button kind="plain" onClick={() => go("#data/requests")}>
          {t("common_cancel")}
        </Button>
      </div>
    </div>
  );
}

/** What an earlier request asked. */
function valuesOf(request: DataRequest | undefined): Partial<AskValues> {
  if (!request) return {};
  const { data, answerForm, ...texts } = request.asked;
  return { ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ""])), data: data.join("\n"), answerForm };
}

/** What the record already knows about the holding that is asked about. */
function startValues(book: Book, holdingId: string | null, consentId: string | null): AskValues {
  const holding = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  const lasting = holding ? book.ledger.consentsOf(holding.id).filter((one) => isValid(consentState(one, book.today))) : [];
  // Which of several is meant, only the person knows.
  const consent = book.ledger.consents.find(({ id }) => id === consentId) ?? (lasting.length === 1 ? lasting[0] : undefined);
  return {
    database: holding?.database.name ?? "",
    data: holding?.data.map(({ name }) => name).join("\n") ?? "",
    identifying: "",
    purpose: "",
    grounds: "",
    shouldBe: "",
    consent: consent?.purpose ?? "",
    about: "",
    answerForm: "electronic",
  };
}
