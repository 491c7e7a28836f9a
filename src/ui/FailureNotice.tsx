import type { CardFailure } from "../card/error.ts";
import type { RoadName } from "../card/reader.ts";
import { useTexts } from "../i18n/useTexts.ts";
import { operatingSystem } from "../platform/operatingSystem.ts";
import { Notice } from "./Notice.tsx";

/** Refusals whose way out depends on the operating system. */
const systemCodes = ["READER_PROTECTED", "READER_HELD", "READER_DENIED"] as const;

interface FailureNoticeProps {
  readonly code: CardFailure["code"];
  readonly name?: string;
  readonly road?: RoadName;
  /** What to do next, where the button for it stands below; else the code's own words lead there. */
  readonly next?: string;
}

/** What happened, what it means for the card or data, and what to do next; on refusals also for this system. */
export function FailureNotice({ code, name, road, next }: FailureNoticeProps) {
  const { t } = useTexts();
  const bySystem = systemCodes.find((one) => one === code);
  // Behind a PC/SC service the system is not in the way: another program is.
  const behindService = road === "connector" || road === "smartcard";
  return (
    <Notice kind={bySystem ? "warning" : "error"} announced>
      <h2>{t(`error_${code}_title`)}</h2>
      {name ? <p class="soft">{name}</p> : null}
      <p>{t(`error_${code}_meaning`)}</p>
      <p>{next ?? t(`error_${code}_next`)}</p>
      {bySystem && !behindService ? <p>{t(`os_${operatingSystem()}_${bySystem}`)}</p> : null}
    </Notice>
  );
}
