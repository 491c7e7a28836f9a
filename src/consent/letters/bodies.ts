// Authorities and courts by name: whom a complaint went to, and where a claim goes.
import { dayFromIso } from "../calendar/day.ts";
import { addressees } from "../data/authorities.ts";
import { supervisorOn } from "../law/addressee.ts";
import { noName, organisationName } from "../record/organisationName.ts";
import type { Organisation } from "../record/record.ts";
import { complaintTarget } from "./complaintTarget.ts";
import type { LetterInput } from "./letter.ts";
import { type Language, templates } from "./templates.ts";
import { byHand, written } from "./written.ts";

/** Whom it is about; a line to write on, where the record has lost the name. */
export function nameOf(organisation: Pick<Organisation, "name" | "nameEn">, language: Language): string {
  const name = organisationName(organisation, language);
  return name === noName ? byHand : name;
}

/** The court of a claim, or a line to write on. */
export function courtOf({ court, request }: Pick<LetterInput, "court" | "request">): string {
  return written(court) ?? written(request.court) ?? byHand;
}

/** Whom a complaint that is a request by itself went to: whoever supervised on the day on which it was sent. */
export function bodyOf(input: LetterInput): string {
  const { language, request, today } = input;
  const { kind, name } = complaintTarget(input);
  const sent = request.events.findLast(({ type }) => type === "sent");
  return kind === "supervisor" ? supervisorOn(dayFromIso(sent?.on ?? "") ?? today).name[language] : (written(name) ?? (kind === "higherBody" ? templates[language].superior : byHand));
}

/** Whom it went to, where somebody else supervises by now: who writes to that one did not write to them before. */
export function formerBodyOf(input: LetterInput): string | null {
  const body = bodyOf(input);
  return complaintTarget(input).kind === "supervisor" && body !== input.supervisor.name[input.language] ? body : null;
}

/** Another body than the supervisor, of which the person wrote no name. */
const unnamedBody = "other-body";

/** What an event names as its addressee: one of the dated data by its id, or whom the person wrote. */
export function addresseeName(addressee: string, language: Language): string {
  return addressees.find(({ id }) => id === addressee)?.name[language] ?? addressee;
}

/** The same for a court, which is told a name, or is left a line for it, and no entry of a list. */
export function addresseeForCourt(addressee: string, language: Language): string {
  return addressee === unnamedBody ? byHand : addresseeName(addressee, language);
}
