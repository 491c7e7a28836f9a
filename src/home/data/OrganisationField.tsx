import { useMemo } from "preact/hooks";
import { georgianIso } from "../../consent/calendar/day.ts";
import { type Institution, institutions } from "../../consent/data/institutions.ts";
import { presentId } from "../../consent/record/formerIds.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { organisationLike, organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Addressed } from "./askStart.ts";
import type { Book } from "./book.ts";
import { Combobox } from "./Combobox.tsx";
import { fromInstitution, newOrganisation } from "./newRecord.ts";
import { offered, offerOf } from "./organisationOptions.ts";

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

/** More than these nobody reads; a few letters more bring the one that is meant. */
const most = 60;

/** Whom it is about: chosen by name, or a name that is on no list yet. */
export function OrganisationField({ book, value, onChange }: OrganisationFieldProps) {
  const { t, language } = useTexts();
  const { organisations } = book.ledger;
  const offer = useMemo(() => offerOf(organisations.values(), language), [organisations, language]);
  const institution = institutions.find(({ key }) => key === value.id);
  const chosen = value.id === null ? undefined : (organisations.get(presentId(organisations, value.id)) ?? institution);
  const there = calledSo(book, value.name);
  // With one chosen the list is whole: it is there to choose another.
  const { known, listed } = offered(offer, chosen ? "" : value.name);
  const shown = [known.slice(0, most), listed.slice(0, Math.max(most - known.length, 0))] as const;
  const titles = [t("data_organisation_known"), t("data_organisation_public")] as const;
  return (
    <>
      <Combobox
        label={t("data_organisation_name")}
        hint={t("data_organisation_hint")}
        value={chosen ? organisationName(chosen, language) : value.name}
        longest={longestName}
        chosen={chosen ? value.id : null}
        groups={shown.flatMap((options, i) => (options.length > 0 ? [{ title: titles[i] ?? "", options }] : []))}
        left={known.length + listed.length - shown.flat().length}
        onType={(name) => onChange({ id: null, name })}
        onChoose={(id) => onChange({ id, name: "" })}
      />
      {institution ? <p class="soft">{t("data_institution_source", { SITE: new URL(institution.source).hostname, DATE: georgianIso(institution.verifiedOn) })}</p> : null}
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

/** Whom it is about, where that is not to be chosen. */
export function OrganisationLine({ book, id }: { readonly book: Book; readonly id: string }) {
  const { language } = useTexts();
  const organisation = book.ledger.organisations.get(id);
  return organisation ? <p>{organisationName(organisation, language)}</p> : null;
}

/** On record or in the catalogue: one that is called what was typed. */
function calledSo(book: Book, name: string): Organisation | Institution | undefined {
  return organisationLike(book.ledger.organisations.values(), name) ?? organisationLike(institutions, name);
}

/** @returns the record, and whether it has to be saved first; null while nothing is chosen */
export function organisationOfChoice(book: Book, { id, name, another = false }: OrganisationChoice): Addressed | null {
  const { organisations } = book.ledger;
  const known = id === null ? undefined : organisations.get(presentId(organisations, id));
  if (known) return { record: known, fresh: false };
  const institution = institutions.find(({ key }) => key === id);
  if (institution) return { record: fromInstitution(institution), fresh: true };
  const there = id === null && !another ? calledSo(book, name) : undefined;
  if (there) return "key" in there ? { record: fromInstitution(there), fresh: true } : { record: there, fresh: false };
  if (name.trim() === "") return null;
  const namesake = organisationLike(organisations.values(), name);
  // The person has said that it is another one: nobody asks again whether they are the same.
  return { record: { ...newOrganisation(name.trim()), distinctFrom: another && namesake ? [namesake.id] : null }, fresh: true };
}
