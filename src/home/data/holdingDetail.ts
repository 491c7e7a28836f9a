import { georgianIso } from "../../consent/calendar/day.ts";
import type { HoldingDetail } from "../../consent/record/joinHoldings.ts";
import { type Holding, unknownHandling } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";
import { keepingText } from "./keepingText.ts";

const labels = {
  name: "data_database", role: "data_role", location: "data_location", basis: "data_basis", purposeEndedOn: "data_purpose_ended", retention: "data_until", collectedFrom: "data_from_whom", since: "data_since", form: "data_database_form",
  registered: "data_registered", source: "data_source", ended: "data_ending",
} as const;

/** What a detail of a record is called. */
export function holdingDetailName(detail: HoldingDetail, { t }: Pick<Texts, "t">): string {
  return detail === "entry" || detail === "rights" || detail === "purpose" || detail === "recipients" ? `${t("data_told")} – ${t(`data_told_${detail}`)}` : t(labels[detail]);
}

/** What a record says of it; it says something. */
export function holdingDetailText(detail: HoldingDetail, holding: Holding, texts: Pick<Texts, "t">): string {
  const { t } = texts;
  const { form, registered, source, ended } = holding.handling ?? unknownHandling;
  switch (detail) {
    case "name":
      return holding.database.name ?? "";
    case "location":
      return holding.database.location ?? "";
    case "role":
      return t(`data_role_${holding.role}`);
    case "basis":
      return [t(`data_basis_${holding.basis}`), holding.basisText].filter(Boolean).join(", ");
    case "retention":
      return [holding.retention.until && georgianIso(holding.retention.until), holding.retention.text ?? holding.retention.duration ? keepingText(holding.retention, texts) : null].filter(Boolean).join(", ");
    case "purposeEndedOn":
    case "since":
      return georgianIso(holding[detail] ?? "");
    case "collectedFrom":
      return holding.collectedFrom ?? "";
    case "form":
      return form ? t(`data_kept_as_${form}`) : "";
    case "registered":
      return registered ?? "";
    case "source":
      return source ? t(`data_came_${source}`) : "";
    case "ended":
      return ended ? t("data_ended_badge", { HOW: t(`data_ended_${ended.how}`), DATE: georgianIso(ended.on) }) : "";
    case "entry":
    case "rights":
    case "purpose":
    case "recipients":
      return t(holding.told[detail] === true ? "data_answer_yes" : "data_answer_no");
  }
}
