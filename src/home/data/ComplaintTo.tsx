import { complaintTarget, complaintTargets, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import { addresseesOn, supervisorOn } from "../../consent/law/addressee.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Day } from "../../consent/calendar/day.ts";
import { Choice, Text } from "./fields.tsx";

interface ComplaintToProps {
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The earlier request that this one follows. */
  readonly follows: DataRequest | null;
  readonly value: ComplaintTarget | null;
  readonly onChange: (target: ComplaintTarget) => void;
}

/** Where the complaint goes (line 116): what the law has a body for, or one that the person names. */
export function ComplaintTo({ request, organisation, today, follows, value, onChange }: ComplaintToProps) {
  const { t, language } = useTexts();
  const options = complaintTargets({ request, organisation, follows });
  const { kind, name } = complaintTarget({ request, organisation, follows, complainTo: value });
  const supervisor = supervisorOn(today);
  const chosen = kind === "supervisor" ? supervisor : addresseesOn(today, true).find((one) => one.kind === kind);
  return (
    <>
      <Choice label={t("data_complain_to")} name="complain-to" value={kind} options={options} text={(one) => (one === "supervisor" ? supervisor.name[language] : t(`data_to_${one}`))} onChange={(one) => onChange({ kind: one, name: "" })} />
      {chosen?.note ? (
        <p class="soft">
          {chosen.note[language]}
          {chosen.verifiedOn === null ? ` (${t("data_unverified")})` : ""}
        </p>
      ) : null}
      {kind === "supervisor" ? null : <Text label={t("data_complain_body")} hint={t("data_complain_body_hint")} value={name} onChange={(text) => onChange({ kind, name: text })} />}
    </>
  );
}
