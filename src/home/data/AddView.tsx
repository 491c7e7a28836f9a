import { useState } from "preact/hooks";
import { dayFromIso } from "../../consent/calendar/day.ts";
import type { Consent, DataRecord, Holding } from "../../consent/record/record.ts";
import { consentForms, legalBases, roles } from "../../consent/record/vocabulary.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { Select, Text } from "./fields.tsx";
import { changedNow, dataItems, linesOf, newConsent, newHolding, recipientsOf } from "./newRecord.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { go } from "./route.ts";

interface AddViewProps {
  readonly book: Book;
  readonly organisationId: string | null;
  /** A holding to change; null: a new one. */
  readonly holdingId: string | null;
}

/** What the person knows that somebody holds: entered by hand, nothing obligatory but the organisation. */
export function AddView({ book, organisationId, holdingId }: AddViewProps) {
  const { t } = useTexts();
  const known = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  const [choice, setChoice] = useState<OrganisationChoice>({ id: known?.organisationId ?? organisationId, name: "" });
  const [values, setValues] = useState(() => valuesOf(known));
  const [problem, setProblem] = useState<"organisation" | "date" | null>(null);
  const set = (name: keyof typeof values) => (value: string): void => setValues({ ...values, [name]: value });
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const organisation = organisationOfChoice(book, choice);
    const dates = [values.until, values.since, values.consentUntil, values.purposeEndedOn];
    const wrong = organisation === null ? "organisation" : dates.some((one) => one !== "" && dayFromIso(one) === null) ? "date" : null;
    setProblem(wrong);
    if (wrong !== null || organisation === null) return;
    const holding = changedNow<Holding>({ ...(known ?? newHolding(organisation.record.id)), ...fieldsOf(values, known) });
    const consent: Consent | null = holding.basis === "consent" && known === null ? { ...newConsent(holding, holding.purposes[0] ?? t("data_unknown")), form: values.form, validUntil: values.consentUntil || null } : null;
    const records: DataRecord[] = [...(organisation.fresh ? [organisation.record] : []), holding, ...(consent ? [consent] : [])];
    if (await book.save(records)) go(`#data/organisation/${organisation.record.id}`);
  };
  const remove = (): void => {
    if (known) void book.remove([known, ...book.ledger.consentsOf(known.id)]).then((done) => (done ? go("#data/holdings") : undefined));
  };
  return (
    <form class="card stack" onSubmit={(event) => void save(event)} noValidate>
      <h3>{t(known ? "data_edit" : "data_add")}</h3>
      {known ? <p>{book.ledger.organisations.get(known.organisationId)?.name}</p> : <OrganisationField book={book} value={choice} onChange={setChoice} />}
      <Text label={t("data_what")} hint={t("data_line_each")} rows={4} value={values.data} onChange={set("data")} />
      <Text label={t("data_why")} hint={t("data_line_each")} rows={2} value={values.purposes} onChange={set("purposes")} />
      <Text label={t("data_who_else")} hint={t("data_line_each")} rows={2} value={values.recipients} onChange={set("recipients")} />
      <Select label={t("data_basis")} value={values.basis} onChange={(value) => setValues({ ...values, basis: legalBases.find((one) => one === value) ?? "unknown" })}>
        {legalBases.map((one) => (
          <option key={one} value={one}>
            {t(`data_basis_${one}`)}
          </option>
        ))}
      </Select>
      {values.basis === "consent" && known === null ? (
        <>
          <Select label={t("data_consent_form")} value={values.form} onChange={(value) => setValues({ ...values, form: consentForms.find((one) => one === value) ?? "tick" })}>
            {consentForms.map((one) => (
              <option key={one} value={one}>
                {t(`data_form_${one}`)}
              </option>
            ))}
          </Select>
          <Text label={t("data_consent_until")} type="date" value={values.consentUntil} onChange={set("consentUntil")} />
        </>
      ) : null}
      <Text label={t("data_until")} type="date" value={values.until} onChange={set("until")} />
      <details>
        <summary>{t("data_more_fields")}</summary>
        <div class="stack data-inner">
          <Text label={t("data_database")} value={values.database} onChange={set("database")} />
          <Text label={t("data_location")} value={values.location} onChange={set("location")} />
          <Select label={t("data_role")} value={values.role} onChange={(value) => setValues({ ...values, role: roles.find((one) => one === value) ?? "owner" })}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`data_role_${one}`)}
              </option>
            ))}
          </Select>
          <Text label={t("data_since")} type="date" value={values.since} onChange={set("since")} />
          <Text label={t("data_purpose_ended")} type="date" value={values.purposeEndedOn} onChange={set("purposeEndedOn")} />
          <Text label={t("data_from_whom")} value={values.collectedFrom} onChange={set("collectedFrom")} />
        </div>
      </details>
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(problem === "date" ? "data_wrong_date" : "data_need_organisation")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("data_save")}
        </button>
        <Button onClick={() => history.back()}>{t("common_cancel")}</Button>
        {known ? <Button onClick={remove}>{t("data_remove")}</Button> : null}
      </div>
    </form>
  );
}

function valuesOf(known: Holding | null) {
  return {
    data: known?.data.map(({ name }) => name).join("\n") ?? "",
    purposes: known?.purposes.join("\n") ?? "",
    recipients: known?.recipients.map(({ name }) => name).join("\n") ?? "",
    basis: known?.basis ?? ("unknown" as const),
    form: "tick" as Consent["form"],
    consentUntil: "",
    until: known?.retention.until ?? "",
    database: known?.database.name ?? "",
    location: known?.database.location ?? "",
    role: known?.role ?? ("owner" as const),
    since: known?.since ?? "",
    purposeEndedOn: known?.purposeEndedOn ?? "",
    collectedFrom: known?.collectedFrom ?? "",
  };
}

/** What is known about a datum or a recipient beyond its name stays. */
function fieldsOf(values: ReturnType<typeof valuesOf>, known: Holding | null): Partial<Holding> {
  return {
    data: dataItems(values.data).map((item) => known?.data.find(({ name }) => name === item.name) ?? item),
    purposes: linesOf(values.purposes),
    recipients: recipientsOf(values.recipients).map((item) => known?.recipients.find(({ name }) => name === item.name) ?? item),
    basis: values.basis,
    retention: { duration: null, text: null, ...known?.retention, until: values.until || null },
    database: { name: values.database || null, location: values.location || null },
    role: values.role,
    since: values.since || null,
    purposeEndedOn: values.purposeEndedOn || null,
    collectedFrom: values.collectedFrom || null,
  };
}
