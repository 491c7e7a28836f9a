import { georgianIso } from "../../consent/calendar/day.ts";
import type { LegalSource } from "../../consent/law/ruleSet.ts";
import type { Texts } from "../../i18n/useTexts.ts";

/** When somebody last confirmed what a source says, or that nobody has. */
export const verifiedText = (t: Texts["t"], { verifiedOn }: Pick<LegalSource, "verifiedOn">): string =>
  verifiedOn ? t("data_verified_on", { DATE: georgianIso(verifiedOn) }) : t("data_unverified");
