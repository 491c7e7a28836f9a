// What an appeal tells of the answer it is about, what it offers as evidence, and which law it names to whom.
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import type { FollowUp } from "../../../src/consent/request/followUp.ts";
import type { Grievance } from "../../../src/consent/request/grievance.ts";
import type { ComplaintTarget, DataRequest } from "../../../src/consent/request/request.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const languages = ["ka", "en"] as const;
const sent = [happened("sent", "2026-06-01"), happened("received", "2026-06-02")];
const refused = happened("refused", "2026-06-10");
const organisation = organisationOf({ sector: "public", registryCode: "202462150", address: " " });

function words(language: (typeof languages)[number], request: DataRequest, kind: FollowUp, about: Grievance, complainTo: ComplaintTarget | null = null, given: string | null = null): string {
  const today = dayFromIso("2026-07-20") ?? 0;
  const { overdue } = situationOf(request, { statutes, policies: [], calendar }, today);
  return letterText(compose({ language, request, organisation, followUp: { kind, about, overdue }, complainTo, court: null, given, follows: null }, calendar, today));
}

describe.each(languages)("%s: an appeal", (language) => {
  const of = (...more: DataRequest["events"]): DataRequest => requestOf("access", "self", [...sent, ...more]);

  it("says on which day the answer came that it is about", () => {
    for (const kind of ["complaint", "claim", "incomplete"] as const) {
      expect(words(language, of(refused), kind, "refusal")).toMatch(/მეთქვა უარი \(10\.06\.2026\)\.|was refused \(10\.06\.2026\)\./);
      expect(words(language, of(happened("partly", "2026-06-09")), kind, "incomplete")).toMatch(/მიღებული პასუხი \(09\.06\.2026\) არასრული|I received \(09\.06\.2026\) is incomplete/);
    }
    expect(words(language, of(happened("deferred", "2026-06-08")), "complaint", "deferral")).toMatch(/გადაიდო \(08\.06\.2026\)\.|was deferred \(08\.06\.2026\)\./);
  });

  it("says of a refusal that it came late as well, where a law sets the time", () => {
    const late = /უარი კანონით დადგენილი ვადის გასვლის შემდეგ მივიღე|refusal came only after the time set by law had passed/;
    // The last day is 16.06.2026.
    expect(words(language, of(refused), "complaint", "refusal")).not.toMatch(late);
    expect(words(language, of(happened("refused", "2026-06-16")), "complaint", "refusal")).not.toMatch(late);
    for (const before of [[], [happened("silent", "2026-06-17")]]) for (const kind of ["complaint", "claim"] as const) expect(words(language, of(...before, happened("refused", "2026-06-20")), kind, "refusal")).toMatch(late);
    expect(words(language, { ...of(happened("refused", "2026-06-20")), asker: "thirdParty" }, "complaint", "refusal")).not.toMatch(late);
  });

  it("offers no answer as evidence where none came, and the complaint and its decision where there were such", () => {
    const answer = /მოპასუხის პასუხი ან შეტყობინება|the respondent's answer or notice/;
    for (const kind of ["access", "publicInformation"] as const) {
      const silent = { ...of(), kind };
      expect(words(language, silent, "claim", "silence")).not.toMatch(answer);
      expect(words(language, { ...of(refused), kind }, "claim", "refusal")).toMatch(answer);
      const decided = { ...silent, events: [...sent, happened("silent", "2026-06-18"), happened("complained", "2026-06-20"), happened("decided", "2026-07-10")] };
      expect(words(language, silent, "claim", "silence")).not.toMatch(/საჩივარზე მიღებული|the decision on the complaint;/);
      expect(words(language, decided, "claim", "silence")).toMatch(/– საჩივარი და მისი წარდგენის[^]*– საჩივარზე მიღებული გადაწყვეტილება;|– the complaint, and proof[^]*– the decision on the complaint;/);
    }
  });

  it("to another body than the law has cites no law, and tells of the request all the same", () => {
    const elsewhere = { kind: "otherBody", name: "სახალხო დამცველი" } as const;
    for (const kind of ["access", "publicInformation"] as const) {
      const text = words(language, { ...of(refused), kind }, "complaint", "refusal", elsewhere);
      expect(text).toMatch(/^(ადრესატი|To): სახალხო დამცველი\n/);
      expect(text).not.toMatch(/22-ე მუხლ|კოდექსის საფუძველზე|ადმინისტრაციულ საჩივარ|Article 22|Under the General|dministrative complaint/);
      expect(text).toMatch(/მივმართე განცხადებით:\n\n– განცხადების ნომერი: 2026-4K7Q2M9|following request to that organisation:\n\n– Reference: 2026-4K7Q2M9/);
      expect(text).toMatch(/საჩივარს ვურთავ|I enclose/);
    }
    expect(words(language, of(refused), "complaint", "refusal")).toMatch(/22-ე მუხლის|Article 22/);
  });

  it("for public information names the month that the code gives whoever decides, and takes what was written beside the request for no ground", () => {
    const request = { ...of(refused), kind: "publicInformation" as const, asked: { ...requestOf().asked, data: ["ხელშეკრულება"], grounds: "დისკზე" } };
    const text = words(language, request, "complaint", "refusal");
    expect(text).toMatch(/განხილვის ვადა: 1 თვე \([^)]*მუხლი 183\)|Time for reviewing the complaint: 1 month \([^)]*Article 183\)/);
    for (const kind of ["complaint", "claim", "incomplete"] as const) expect(words(language, request, kind, "refusal")).not.toContain("დისკზე");
  });

  it("says what the person finds wrong with the answer, in their words, before and after that is on record", () => {
    const answered = of(happened("satisfied", "2026-06-09"));
    expect(words(language, answered, "incomplete", "incomplete", null, "მისამართი მცდარია")).toMatch(/(კერძოდ|In particular): მისამართი მცდარია\./);
    expect(words(language, answered, "incomplete", "incomplete", null, " ")).toMatch(/არ შეიცავს მოთხოვნილ|does not contain the information/);
    const no = of(refused);
    expect(words(language, no, "incomplete", "refusal")).not.toMatch(/არ ვეთანხმები|I object/);
    expect(words(language, no, "incomplete", "refusal", null, "საიდუმლო არ არის")).toMatch(/(შემდეგი მიზეზით|following reason): საიდუმლო არ არის\./);
    const contested = { ...no, events: [...no.events, happened("contested", "2026-06-12", { why: "საიდუმლო არ არის" })] };
    for (const kind of ["complaint", "claim"] as const) expect(words(language, contested, kind, "refusal")).toMatch(/(შემდეგი მიზეზით|following reason): საიდუმლო არ არის\./);
    // A refusal that came after it is another one.
    const again = { ...contested, events: [...contested.events, happened("refused", "2026-06-20")] };
    expect(words(language, again, "complaint", "refusal")).not.toContain("საიდუმლო არ არის");
  });

  it("tells what the person did meanwhile: answered a question, and reminded", () => {
    const asked = of(happened("askedMore", "2026-06-05"), happened("gaveMore", "2026-06-08"), happened("reminded", "2026-06-25"));
    for (const kind of ["complaint", "claim"] as const) expect(words(language, asked, kind, "silence")).toMatch(/წარდგენის თარიღი: 08\.06\.2026\n– შეხსენების გაგზავნის თარიღი: 25\.06\.2026|given on: 08\.06\.2026\n– Reminder sent on: 25\.06\.2026/);
    expect(words(language, of(), "complaint", "silence")).not.toMatch(/შეხსენების|დამატებითი|Reminder|Further/);
  });

  it("sets no second full stop behind somebody's own", () => {
    for (const reason of ["„საიდუმლოა.“", "(იხ. დანართი.)", "არქივი გადატანის პროცესშია…", "რატომ?"]) {
      const no = of(happened("refused", "2026-06-10", { notice: { official: null, sentOn: null, reason, legalGround: null, inWriting: null, explainsAppeal: null } }));
      expect(words(language, no, "complaint", "refusal")).toContain(`: ${reason} `);
    }
    const plain = of(happened("refused", "2026-06-10", { notice: { official: null, sentOn: null, reason: "„საიდუმლოა“", legalGround: null, inWriting: null, explainsAppeal: null } }));
    expect(words(language, plain, "complaint", "refusal")).toContain(": „საიდუმლოა“. ");
  });

  it("calls the respondent's number what it is, and leaves out what is blank", () => {
    expect(words(language, of(refused), "complaint", "refusal")).toMatch(/მოპასუხე: შპს „კონტრაგენტი“, საიდენტიფიკაციო კოდი 202462150\.|Respondent: შპს „კონტრაგენტი“, identification code 202462150\./);
  });
});
