// What speaks of data: what they are called, that they are given, and the label that a sentence has.
import type { Entry } from "./phrases.ts";
import type { topics } from "./topics.ts";
import { dataNoun } from "./frames.ts";
import { affirmed } from "./negation.ts";
import { gives } from "./recipientFrames.ts";
import { spelt } from "./spelt.ts";
import { words } from "./words.ts";

export type Topic = keyof typeof topics;
export const topicNames: readonly Topic[] = ["purpose", "recipients", "retention", "rights"];

/** `Recipients: banks; the enforcement bureau`: the label holds for what follows the semicolon, too. */
export const labelOf = (before: string): string => /^\s*([^:]{2,60}):/u.exec(before)?.[1] ?? "";

export function matching(entries: readonly Entry[], text: string): readonly string[] {
  const parts = affirmed(text);
  return entries.filter((one) => parts.some((part) => one.words.test(part))).map(({ value }) => value);
}

/** What data are called, and the papers that they stand on. */
export const kept = words(spelt`
  // English
  ${dataNoun}
  |\b(?:orders?|invoices?|receipts?|messages?|letters|applications?|cvs?|calls?|slips?|documents?|logs?|backups?|bookings?|enquir\p{L}*|questionnaires?
    |recordings?|readings?|transcripts?|traces|films|x-rays?|diar(?:y|ies)|sheets?|scans?|consents?|contracts?|tickets?|samples?|particulars
    |(?:crash|error|accident|incident|bug|credit|medical|test) reports?|reports? (?:is|are|was)|results?|scores?|ledgers?|logins?|papers?|hums?|films?
    |tapes?|clips?|answers|statements?|payslips?|vouchers?|roll|registers?|badges?|licences?|plates?|minutes|locations?|positions?|trips?|traffic
    |cookies|ids?|passports?|signatures?|emails?|requests?|quotations?|submissions?|queries|readings?|particulars|e-?mails?|calls?|findings|maps?
    |invoices?|lists?|papers?|mails?|homework|marks?|receipts?|declarations?|numbers?)\b
  // Georgian
  |შეკვეთ|ინვოის|ქვითრ|წერილ|განაცხად|რეზიუმე|ზარ|დოკუმენტ|ასლ|ჯავშ|შეტყობინ|კითხვარ|(?<!\p{L})სია(?!\p{L})|დაავადებ|უწყის
  |დოსიე|რეცეპტ|სამედიცინო ცნობ|ოქმ|ფურცლ|ფურცელ|საქაღალდ|ხელშეკრულებ|თანხმობ|ბილეთ|ნიმუშ|მასალ|დავთარ|დავთრ|რვეულ|ცხრილ
  |ინვოისებ|ზედნადებ|ოქმებ|მოწმობ|პასპორტ|მონაცემთა|ვიდეო|აუდიო|ანაბეჭდ|შედეგ|ცნობა|პასუხებ|კალათ|ჟურნალ|ვაუჩერ|აქტებ
  |მონაკვეთ|ნაწყვეტ|დეკლარაცი|ხელმოწერ|სინჯ|რუკ|ქუქი|გასაღებ|მაჩვენებ|დღიურ|განაცხადებ
`);
/** That something goes to somebody, or is seen by somebody. */
export const given = words(gives);
