// What a version of a record says, in words: the person's own, days as they are written in Georgia, and the program's words (what
// happened, in whose role, on which ground) as the dashboard has them. What differs between two versions is read by somebody who
// has to choose one of them.
import { categories } from "../../codec/categories.ts";
import { isFields } from "../../codec/fields.ts";
import { dayFromIso, dayInTbilisi, georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { askers, requestKinds } from "../../consent/law/requestKind.ts";
import { confidences, consentForms, consentStates, databaseForms, endings, legalBases, processingActs, roles, sectors, specialCategories } from "../../consent/record/vocabulary.ts";
import { addresseeName } from "../../consent/letters/bodies.ts";
import { causes } from "../../consent/request/cause.ts";
import { eventTypes } from "../../consent/request/event.ts";
import type { Texts } from "../../i18n/useTexts.ts";
import { decisions } from "../../notices/terms.ts";

type T = Texts["t"];
type Word = (t: T, word: string) => string | null;

/** The catalogue's word for one of a list. */
const among = <W extends string>(list: readonly W[], say: (t: T, word: W) => string): Word => (t, word) => {
  const known = list.find((one) => one === word);
  return known === undefined ? null : say(t, known);
};

const channels = ["portal", "mail", "post", "person"] as const;
const proofs = ["entered", "portal", "post", "stamp", "mail"] as const;
const outcomes = ["upheld", "partly", "rejected"] as const;

/** Fields whose values are words of the program's. Those that are not here say nothing to anybody. */
const coded: Readonly<Record<string, Word>> = {
  kind: among(requestKinds, (t, one) => t(`data_kind_${one}`)),
  role: among(roles, (t, one) => `${t("data_role")}: ${t(`data_role_${one}`)}`),
  basis: among(legalBases, (t, one) => `${t("data_basis")}: ${t(`data_basis_${one}`)}`),
  form: (t, word) => among(consentForms, (say, one) => say(`data_form_${one}`))(t, word) ?? among(databaseForms, (say, one) => say(`data_kept_as_${one}`))(t, word),
  confidence: among(confidences, (t, one) => t(`data_confidence_${one}`)),
  sector: among(sectors, (t, one) => t(`data_sector_${one}`)),
  category: among(categories, (t, one) => t(`data_category_${one}`)),
  special: among(specialCategories, (t, one) => t(`data_special_${one}`)),
  channel: among(channels, (t, one) => t(`data_channel_${one}`)),
  proof: among(proofs, (t, one) => t(`data_proof_${one}`)),
  asker: among(askers, (t, one) => t(`data_asker_${one}`)),
  outcome: among(outcomes, (t, one) => `${t("data_outcome")}: ${t(`data_outcome_${one}`)}`),
  causes: among(causes, (t, one) => t(`data_cause_${one}`)),
  acts: among(processingActs, (t, one) => t(`data_act_${one}`)),
  how: among(endings, (t, one) => t(`data_ended_${one}`)),
  answerForm: among(["electronic", "paper"] as const, (t, one) => t(`data_answer_by_${one}`)),
  language: among(["ka", "en"] as const, (t, one) => t(`common_language_${one}`)),
  decision: among(decisions, (t, one) => t(`form_terms_${one}_made`)),
};

/** Of these a word of the program's is left out rather than shown as it is. */
const unspoken = new Set([...Object.keys(coded), "type", "state", "unit", "stage", "source", "about", "declined", "paperKind", "detail"]);

/** A day that stands alone is told by its name. */
const dayNames: Readonly<Record<string, (t: T) => string>> = {
  until: (t) => t("data_until"),
  validUntil: (t) => t("data_until"),
  keepUntil: (t) => t("vault_keep_until"),
  since: (t) => t("data_since"),
  purposeEndedOn: (t) => t("data_purpose_ended"),
  sentOn: (t) => t("data_missing_sentOn"),
};

/** Of these a text alone, a number say, tells nobody what it is. */
const textNames: Readonly<Record<string, (t: T) => string>> = {
  legalGround: (t) => t("data_missing_legalGround"),
  reason: (t) => t("data_missing_reason"),
  official: (t) => t("data_missing_official"),
};

/** What was ticked or not. */
const ticks: Readonly<Record<string, (t: T) => string>> = {
  entry: (t) => `${t("data_told")} ${t("data_told_entry")}`,
  rights: (t) => `${t("data_told")} ${t("data_told_rights")}`,
  purpose: (t) => `${t("data_told")} ${t("data_told_purpose")}`,
  recipients: (t) => `${t("data_told")} ${t("data_told_recipients")}`,
  voluntary: (t) => t("data_consent_voluntary"),
  inWriting: (t) => t("data_missing_inWriting"),
  explainsAppeal: (t) => t("data_missing_explainsAppeal"),
  isAll: (t) => t("data_part_was_all"),
  complete: (t) => t("form_answer_complete"),
  reasoned: (t) => t("form_answer_reasoned"),
  correct: (t) => t("form_answer_correct"),
};

/** Names made by machines, and moments at which something was written. */
const madeByMachine = /^[0-9a-f-]{16,}$|^\d{4}-\d\d-\d\dT|^[A-Za-z0-9+/=]{24,}$/;
const codeWord = /^[a-z][A-Za-z0-9]*$/;
const isoDay = /^\d{4}-\d\d-\d\d$/;

/** Longer texts are known again by their beginning. */
const longest = 200;

/** @returns what it says, in the order in which it is written */
export function wordsOfVersion(value: unknown, { t, language }: Pick<Texts, "t" | "language">): readonly string[] {
  const found: string[] = [];
  const look = (one: unknown, field: string): void => {
    if (typeof one === "string") found.push(...(field === "addressee" ? [addresseeName(one, language)] : textIn(one, field, t)));
    else if (typeof one === "boolean") found.push(...tickIn(one, field, t));
    else if (Array.isArray(one)) for (const inside of one) look(inside, field);
    else if (isFields(one)) {
      const happened = happenedIn(one, t);
      if (happened !== null) found.push(happened);
      for (const [name, inside] of Object.entries(one)) if (!isName(name) && (happened === null || !ofEvent.includes(name))) look(inside, name);
    }
  };
  look(value, "");
  return found;
}

/** Said with the event itself. */
const ofEvent: readonly string[] = ["type", "state", "on", "at"];

/** By which records and files are found. */
const isName = (field: string): boolean => field === "id" || field === "sha256" || field.endsWith("Id");

/** "refused 14.12.2026": an event of a request or of a consent in one. */
function happenedIn(one: Readonly<Record<string, unknown>>, t: T): string | null {
  const { type, on, state, at } = one;
  const event = eventTypes.find((known) => known === type);
  if (event && typeof on === "string") return `${t(`data_event_${event}`)} ${dayText(on)}`;
  const consent = consentStates.find((known) => known === state);
  return consent && typeof at === "string" && !Number.isNaN(Date.parse(at)) ? `${t(`data_state_${consent}`)} ${georgianDate(dayInTbilisi(Date.parse(at)))}` : null;
}

function textIn(text: string, field: string, t: T): readonly string[] {
  if (text.trim() === "" || madeByMachine.test(text)) return [];
  const word = coded[field]?.(t, text);
  if (word) return [word];
  if (unspoken.has(field) && codeWord.test(text)) return [];
  const isDay = isoDay.test(text);
  const name = (isDay ? dayNames : textNames)[field]?.(t);
  const said = isDay ? dayText(text) : text.slice(0, longest);
  return [name === undefined ? said : `${name}: ${said}`];
}

function tickIn(ticked: boolean, field: string, t: T): readonly string[] {
  const name = ticks[field]?.(t);
  return name === undefined ? [] : [`${name}: ${t(ticked ? "data_answer_yes" : "data_answer_no")}`];
}

const dayText = (iso: string): string => (dayFromIso(iso) === null ? iso : georgianIso(iso));
