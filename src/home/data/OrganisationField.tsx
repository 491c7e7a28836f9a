import { georgianIso } from "../../consent/calendar/day.ts";
import { type Institution, institutions } from "../../consent/data/institutions.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { organisationLike, organisationName, organisationNamed } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { fromInstitution, newOrganisation } from "./newRecord.ts";
import { Select, Text } from "./fields.tsx";

/** One on record, one of the catalogue (`napr`), or a new one by name. */
export interface OrganisationChoice {
  readonly id: string | null;
  readonly name: string;
  /** Another one than that which is called the same already. */
  readonly another?: boolean;
}

/** So long that no real name is cut, and a letter stays a letter. */
const longestName = 300;

interface OrganisationFieldProps {
  readonly book: Book;
  readonly value: OrganisationChoice;
  readonly onChange: (value: OrganisationChoice) => void;
}

export function OrganisationField({ book, value, onChange }: OrganisationFieldProps) {
  const { t, language } = useTexts();
  const known = [...book.ledger.organisations.values()].toSorted((a, b) => a.name.localeCompare(b.name, "ka"));
  const listed = institutions.filter(({ name }) => organisationNamed(known, name) === undefined);
  const institution = institutions.find(({ key }) => key === value.id);
  const there = calledSo(book, value.name);
  return (
    <>
      <Select label={t("data_organisation")} value={value.id ?? ""} onChange={(id) => onChange({ id: id || null, name: value.name })}>
        <option value="">{t("data_organisation_new")}</option>
        {known.length > 0 ? (
          <optgroup label={t("data_organisation_known")}>
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {organisationName(one, language)}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t("data_organisation_public")}>
          {listed.map((one) => (
            <option key={one.key} value={one.key}>
              {organisationName(one, language)}
            </option>
          ))}
        </optgroup>
      </Select>
      {institution ? <p class="soft">{t("data_institution_source", { SITE: new URL(institution.source).hostname, DATE: georgianIso(institution.verifiedOn) })}</p> : null}
      {value.id === null ? <Text label={t("data_organisation_name")} value={value.name} required longest={longestName} onChange={(name) => onChange({ id: null, name })} /> : null}
      {value.id === null && there ? (
        <Notice kind="information" announced>
          <p>{t(value.another ? "data_organisation_another_said" : "data_organisation_there", { NAME: organisationName(there, language) })}</p>
          <div class="row">
            <Button onClick={() => onChange({ ...value, another: value.another !== true })}>{t(value.another ? "data_organisation_same" : "data_organisation_another")}</Button>
          </div>
        </Notice>
      ) : null}
    </>
  );
}

/** On record or in the catalogue: one that is called what was typed. */
function calledSo(book: Book, name: string): Organisation | Institution | undefined {
  return organisationLike(book.ledger.organisations.values(), name) ?? organisationLike(institutions, name);
}

/** @returns the record, and whether it has to be saved first; null while nothing is chosen */
export function organisationOfChoice(book: Book, { id, name, another = false }: OrganisationChoice): { readonly record: Organisation; readonly fresh: boolean } | null {
  const known = id === null ? undefined : book.ledger.organisations.get(id);
  if (known) return { record: known, fresh: false };
  const institution = institutions.find(({ key }) => key === id);
  if (institution) return { record: fromInstitution(institution), fresh: true };
  const there = id === null && !another ? calledSo(book, name) : undefined;
  if (there) return "key" in there ? { record: fromInstitution(there), fresh: true } : { record: there, fresh: false };
  return name.trim() === "" ? null : { record: newOrganisation(name.trim()), fresh: true };
}
