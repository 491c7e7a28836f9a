import { georgianDate, georgianInstant, georgianIso } from "../../consent/calendar/day.ts";
import type { Holding, Reach, Told } from "../../consent/record/record.ts";
import { retentionEnd } from "../../consent/record/retention.ts";
import { toldItems } from "../../consent/record/told.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import type { HoldingDetail } from "../../consent/record/joinHoldings.ts";
import type { Row } from "../../consent/view/rows.ts";
import type { Texts } from "../../i18n/texts.tsx";
import { holdingDetailName, holdingDetailText } from "./holdingDetail.ts";
import { keepingText } from "./keepingText.ts";
import { recipientText } from "./recipientText.ts";

/** What is known of a holding besides its data, each with its name, on the screen and on paper; null: nobody has said. */
export function holdingFacts(holding: Holding, row: Row | undefined, reach: Reach, texts: Pick<Texts, "t" | "language">): readonly (readonly [name: string, value: string | null])[] {
  const { t, language } = texts;
  // What was stated, though it should have ended before: that is said beside it.
  const until = retentionEnd(holding) ?? row?.until ?? null;
  const { handling } = holding;
  const said = (detail: HoldingDetail) => [holdingDetailName(detail, texts), holdingDetailText(detail, holding, texts) || null] as const;
  return [
    said("role"),
    said("location"),
    [t("data_why"), holding.purposes.map((one) => inWords(one, language)).join(", ") || null],
    said("purposeEndedOn"),
    said("basis"),
    [t("data_who_else"), holding.recipients.map((one) => recipientText(one, texts)).join("; ") || t("data_nobody_known")],
    said("since"),
    [t("data_until"), handling?.ended ? null : until === null ? keepingText(holding.retention, texts) : georgianDate(until)],
    said("form"),
    said("registered"),
    said("source"),
    said("collectedFrom"),
    [t("data_acts"), handling?.acts.map((one) => t(`data_act_${one}`)).join(", ") || null],
    [t("data_known_by"), t(`data_confidence_${holding.confidence}`)],
    [t("data_reach"), reachText(reach, texts)],
  ];
}

/** How far back the source knows, and that it kept silent where it did; null: it says all there is. */
function reachText({ knownSince, answered, askedAt }: Reach, { t }: Pick<Texts, "t">): string | null {
  const since = knownSince ? t("data_reach_since", { DATE: georgianIso(knownSince) }) : null;
  const silent = answered ? null : askedAt === null ? t("data_reach_silent") : t("data_reach_silent_asked", { DATE: georgianInstant(askedAt) });
  return [since, silent].filter((one) => one !== null).join("; ") || null;
}

/** What the person said of each thing that had to be told to them; nothing of what they left open. */
export function toldAnswers(told: Told, { t }: Pick<Texts, "t">): readonly string[] {
  return toldItems.flatMap((item) => (told[item] === null ? [] : [`${t(`data_told_${item}`)}: ${t(told[item] ? "data_answer_yes" : "data_answer_no")}`]));
}
