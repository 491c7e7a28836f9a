// Numbers that the words left lying, in sentences of which nearly every one like it tells how long data are kept, or how soon an answer
// comes: "45 days later the backups are clean too". Likeness tells no number, so the number is the sentence's only one, or one of two.
import { stepIn } from "./answerTime.ts";
import { durationsIn, inDays, isoDuration } from "./durations.ts";
import type { Proposal } from "./proposal.ts";
import type { Found, Opinion } from "./secondOpinion.ts";
import type { Unit } from "./units.ts";

/** @param found what is claimed already */
export function likelyTimes(units: readonly Unit[], opinion: Opinion, found: readonly Proposal[]): readonly Found[] {
  const isAnswered = found.some(({ field }) => field === "deadlines");
  const more: Found[] = [];
  for (const unit of units) {
    if (unit.isHeading || found.some(({ field, start }) => field === "deadlines" && start === unit.start)) continue;
    const lengths = durationsIn(unit.text);
    const [first, second, third] = lengths;
    if (first === undefined || third !== undefined) continue;
    if (opinion.tells("retention", unit)) more.push(...lengths.flatMap((one) => claim("retention", isoDuration(one), unit)));
    // Of two times one is for something else, and which it is only words tell.
    else if (!isAnswered && second === undefined && opinion.tells("deadlines", unit)) more.push(...claim("deadlines", stepOf(inDays(first), unit), unit));
  }
  return more.filter(({ field, value }, nth) => ![...found, ...more.slice(0, nth)].some((one) => one.field === field && one.value === value));
}

const stepOf = (limit: ReturnType<typeof inDays>, { text }: Unit): string | null => (limit === null ? null : `${stepIn(text)}:${limit.count}:${limit.unit}`);

const claim = (field: Found["field"], value: string | null, unit: Unit): readonly Found[] => (value === null ? [] : [{ field, value, unit }]);
