import { institutions } from "../../consent/data/institutions.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { organisationNamed } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Book } from "./book.ts";
import { fromInstitution, newOrganisation } from "./newRecord.ts";
import { Select, Text } from "./fields.tsx";

/** One on record, one of the catalogue (`napr`), or a new one by name. */
export interface OrganisationChoice {
  readonly id: string | null;
  readonly name: string;
}

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
  return (
    <>
      <Select label={t("data_organisation")} value={value.id ?? ""} onChange={(id) => onChange({ id: id || null, name: value.name })}>
        <option value="">{t("data_organisation_new")}</option>
        {known.length > 0 ? (
          <optgroup label={t("data_organisation_known")}>
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t("data_organisation_public")}>
          {listed.map((one) => (
            <option key={one.key} value={one.key}>
              {language === "en" ? one.nameEn : one.name}
            </option>
          ))}
        </optgroup>
      </Select>
      {institution ? <p class="soft">{t("data_institution_source", { SITE: new URL(institution.source).hostname, DATE: institution.verifiedOn.split("-").toReversed().join(".") })}</p> : null}
      {value.id === null ? <Text label={t("data_organisation_name")} value={value.name} required onChange={(name) => onChange({ id: null, name })} /> : null}
    </>
  );
}

/** @returns the record, and whether it has to be saved first; null while nothing is chosen */
export function organisationOfChoice(book: Book, { id, name }: OrganisationChoice): { readonly record: Organisation; readonly fresh: boolean } | null {
  const known = id === null ? undefined : book.ledger.organisations.get(id);
  if (known) return { record: known, fresh: false };
  const institution = institutions.find(({ key }) => key === id);
  if (institution) return { record: fromInstitution(institution), fresh: true };
  return name.trim() === "" ? null : { record: newOrganisation(name.trim()), fresh: true };
}
