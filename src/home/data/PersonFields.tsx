import type { Asker } from "../../consent/law/requestKind.ts";
import type { Applicant, Representative } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Text } from "./fields.tsx";
import type { Profile } from "../../profile/profile.ts";

interface PersonFieldsProps {
  readonly asker: Asker;
  readonly value: Profile;
  readonly onChange: (value: Profile) => void;
}

/** Who asks: from the card and from the last letter, to be corrected here. */
export function PersonFields({ asker, value, onChange }: PersonFieldsProps) {
  const { t } = useTexts();
  const { applicant, representative } = value;
  const change = (more: Partial<Applicant>): void => onChange({ ...value, applicant: { ...applicant, ...more } });
  const changeOther = (more: Partial<Representative>): void => onChange({ ...value, representative: { ...representative, ...more } });
  const certified = applicant.certifiedBy ?? { position: "", name: "" };
  const legal = asker === "legalPerson";
  const others = asker === "representative" || legal;
  return (
    <>
      <fieldset class="data-choice stack">
        <legend>{t(legal ? "data_person_legal" : asker === "representative" ? "data_person_represented" : "data_person")}</legend>
        <p class="soft">{t(others ? "data_person_other_hint" : "data_person_hint")}</p>
        <Text label={t(legal ? "data_person_legal_name" : "data_person_name")} required value={applicant.name} onChange={(name) => change({ name })} />
        <Text label={t(legal ? "data_code" : "data_person_number")} value={applicant.personalNumber ?? ""} onChange={(text) => change({ personalNumber: text || null })} />
        {legal ? null : <Text label={t("data_person_document")} value={applicant.documentNumber ?? ""} onChange={(text) => change({ documentNumber: text || null })} />}
        <Text label={t(legal ? "data_address" : "data_person_residence")} value={applicant.address ?? ""} onChange={(text) => change({ address: text || null })} />
        <Text label={t("data_email")} type="email" value={applicant.email ?? ""} onChange={(text) => change({ email: text || null })} />
        <Text label={t("data_phone")} type="tel" value={applicant.phone ?? ""} onChange={(text) => change({ phone: text || null })} />
      </fieldset>
      {legal ? (
        <fieldset class="data-choice stack">
          <legend>{t("data_person_certifies")}</legend>
          <Text label={t("data_person_certifier")} required value={certified.name} onChange={(name) => change({ certifiedBy: { ...certified, name } })} />
          <Text label={t("data_person_position")} required value={certified.position} onChange={(position) => change({ certifiedBy: { ...certified, position } })} />
        </fieldset>
      ) : null}
      {asker === "representative" ? (
        <fieldset class="data-choice stack">
          <legend>{t("data_person_represents")}</legend>
          <Text label={t("data_representative_name")} required value={representative.name} onChange={(name) => changeOther({ name })} />
          <Text label={t("data_representative_authority")} required value={representative.authority} onChange={(authority) => changeOther({ authority })} />
          <Text label={t("data_representative_number")} value={representative.personalNumber ?? ""} onChange={(text) => changeOther({ personalNumber: text || null })} />
          <Text label={t("data_representative_address")} value={representative.address ?? ""} onChange={(text) => changeOther({ address: text || null })} />
          <Text label={t("data_representative_email")} type="email" value={representative.email ?? ""} onChange={(text) => changeOther({ email: text || null })} />
          <Text label={t("data_representative_phone")} type="tel" value={representative.phone ?? ""} onChange={(text) => changeOther({ phone: text || null })} />
        </fieldset>
      ) : null}
    </>
  );
}
