import { useState } from "preact/hooks";
import { categories } from "../../codec/categories.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { renamed } from "../../consent/record/organisationName.ts";
import { sectors } from "../../consent/record/vocabulary.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { parseEmail } from "../../profile/contact.ts";
import { Text } from "./fields.tsx";
import { Gone } from "./Gone.tsx";
import { hasWords, Lost, useLatest } from "./Lost.tsx";
import { changedNow, newOrganisation } from "./newRecord.ts";
import { AlwaysOne, OneOf } from "./OneOf.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { goAfter } from "./route.ts";
import { showField } from "./showField.ts";

type Written = "name" | "nameEn" | "registryCode" | "address" | "email" | "phone" | "website" | "formUrl" | "responsible";
const lines: readonly Written[] = ["name", "registryCode", "address", "email", "phone", "responsible", "website", "formUrl", "nameEn"];
const kinds: Readonly<Partial<Record<Written, "email" | "tel">>> = { email: "email", phone: "tel" };
const hinted = ["responsible", "formUrl", "registryCode"] as const;
/** Where an address is opened with a click, it is one of the web. */
const addresses = ["website", "formUrl"] as const satisfies readonly Written[];

/** Who the organisation is (line 118 among it): letters are addressed with it, so it can be written and mended here. */
export function OrganisationEdit({ book, organisationId }: OrganisationEditProps) {
  return <Drafted<OrganisationDraft> base={book.ledger.organisations.get(organisationId)?.updatedAt ?? null}>{(kept) => <OrganisationForm book={book} organisationId={organisationId} kept={kept} />}</Drafted>;
}

interface OrganisationEditProps {
  readonly book: Book;
  readonly organisationId: string;
}

interface OrganisationDraft {
  readonly changes: Partial<Organisation>;
  readonly record: Organisation | null;
}

function OrganisationForm({ book, organisationId, kept }: OrganisationEditProps & { readonly kept: Kept<OrganisationDraft> }) {
  const { t } = useTexts();
  const { latest, begun, lost } = useLatest(book, book.ledger.organisations.get(organisationId) ?? null, kept.start.record);
  // A draft of before drafts had the record: what was written is there, and the rest is to be filled in.
  const [orphan] = useState(() => (latest === null && hasWords(kept.start.changes) ? { ...newOrganisation(""), id: organisationId } : null));
  const known = latest ?? orphan;
  const [changes, setChanges] = useState<Partial<Organisation>>(kept.start.changes ?? {});
  useKeeping(kept, { changes, record: begun });
  const [problem, setProblem] = useState<"name" | "email" | (typeof addresses)[number] | null>(null);
  // Also where nothing that can be read belongs to it, and so nobody stands in for it.
  if (book.unreadable.some(({ id }) => id === organisationId)) return <p>{t("data_who_unreadable")}</p>;
  if (!known) return <Gone />;
  const organisation = { ...known, ...changes };
  const hintOf = (one: Written): { readonly hint?: string } => {
    const found = hinted.find((name) => name === one);
    return found ? { hint: t(`data_who_hint_${found}`) } : {};
  };
  const change = (more: Partial<Organisation>): void => setChanges({ ...changes, ...more });
  const save = async (form: HTMLFormElement): Promise<boolean> => {
    const trimmed = Object.fromEntries(lines.map((one) => [one, (organisation[one] ?? "").trim() || null]));
    const name = organisation.name.trim();
    // What came with an import and was left as it is does not stand in the way of the rest.
    const wrong = name === "" ? "name" : organisation.email !== known.email && isWrongMail(organisation.email) ? "email" : (addresses.find((one) => organisation[one] !== known[one] && !isAddress(organisation[one])) ?? null);
    setProblem(wrong);
    if (wrong !== null) {
      showField(form, wrong);
      return false;
    }
    return goAfter(book.save([changedNow<Organisation>({ ...renamed(known, name), ...changes, ...trimmed, name })]), `#data/organisation/${organisationId}`);
  };
  return (
    <RecordForm title={t("data_who_edit")} onSave={save} onDone={kept.done}>
      {lost ? <Lost /> : latest === null ? <Lost early="organisation" /> : null}
      {lines.map((one) => (
        <Text key={one} name={one} label={t(`data_who_${one}`)} {...hintOf(one)} type={kinds[one] ?? "text"} required={one === "name"} value={organisation[one] ?? ""} onChange={(value) => change({ [one]: value })} />
      ))}
      <AlwaysOne label={t("data_who_sector")} value={organisation.sector} options={sectors} text={(one) => t(one === "unknown" ? "data_unknown" : `data_sector_${one}`)} onChange={(sector) => change({ sector })} />
      <OneOf label={t("data_by_category")} value={organisation.category} options={categories} text={(one) => t(`data_category_${one}`)} none={t("data_category_none")} onChange={(category) => change({ category })} />
      {problem ? (
        <Notice kind="error" announced>
          <p>{problem === "name" ? t("data_who_need_name") : problem === "email" ? `${t("data_who_email")}: ${t("data_email_like")}` : t("data_who_wrong_address", { FIELD: t(`data_who_${problem}`) })}</p>
        </Notice>
      ) : null}
    </RecordForm>
  );
}

const isWrongMail = (mail: string | null): boolean => mail !== null && mail.trim() !== "" && parseEmail(mail) === null;

function isAddress(text: string | null): boolean {
  if (text === null || text.trim() === "") return true;
  return URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol);
}
