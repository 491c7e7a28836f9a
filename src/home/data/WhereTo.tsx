import type { Organisation } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Day } from "../../consent/calendar/day.ts";
import { ComplaintTo } from "./ComplaintTo.tsx";
import { Text } from "./fields.tsx";

interface WhereToProps {
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The earlier request that this one follows. */
  readonly follows: DataRequest | null;
  readonly onChange: (request: DataRequest) => void;
}

/** For a complaint or a claim that follows no request: to whom it goes. Whatever else goes to the organisation. */
export function WhereTo({ request, organisation, today, follows, onChange }: WhereToProps) {
  const { t } = useTexts();
  if (request.kind === "complaint") return <ComplaintTo request={request} organisation={organisation} today={today} follows={follows} value={request.complainTo} onChange={(complainTo) => onChange({ ...request, complainTo })} />;
  if (request.kind === "claim") return <Text label={t("data_words_sued")} hint={t("data_court_hint")} value={request.court ?? ""} onChange={(court) => onChange({ ...request, court: court === "" ? null : court })} />;
  return null;
}
