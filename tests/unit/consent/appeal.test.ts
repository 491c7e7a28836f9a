// What a complaint and a claim say: only what happened, and only what is known of the law; and where they go.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { supervisorOn } from "../../../src/consent/law/addressee.ts";
import { applicableRules, type Deadline, deadlines } from "../../../src/consent/law/deadline.ts";
import { addresseeOf } from "../../../src/consent/letters/complaintTarget.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { type LetterInput, letterText, writeLetter } from "../../../src/consent/letters/letter.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const law = { statutes, policies: [], calendar: workCalendar() };
const sent = [happened("sent", "2026-09-01"), happened("received", "2026-09-01")];
/** The law's last day for `sent` is 15.09.2026. */
const complained = (on: string, about: string | null = null): RequestEvent => happened("complained", on, { about });

function letter(request: DataRequest, followUp: LetterInput["followUp"], more: Partial<LetterInput> = {}): LetterInput {
  return { language: "ka", request, organisation: organisationOf({ sector: "public" }), today, deadlines: situationOf(request, law, today).deadlines, followUp, supervisor: supervisorOn(today), complainTo: null, court: null, given: null, follows: null, review: null, ...more };
}
const textOf = (input: LetterInput): string => letterText(writeLetter(input));

/** The claim that the next steps offer. */
function claimOf(events: readonly RequestEvent[], by = law): string {
  const request = requestOf("access", "self", events);
  const { steps, deadlines: days } = situationOf(request, by, today);
  const step = steps.find(({ kind }) => kind === "sue");
  return textOf(letter(request, { kind: "claim", about: step?.about ?? null, overdue: false }, { deadlines: days }));
}

describe("line 131: a claim says what happened", () => {
  it("an answer that came late is no silence to this day", () => {
    for (const about of ["silence", null]) {
      const claim = claimOf([...sent, happened("silent", "2026-09-16"), complained("2026-09-17", about), happened("satisfied", "2026-09-20"), happened("decided", "2026-10-20")]);
      expect(claim).not.toContain("დღემდე არ მიმიღია");
      expect(claim).toContain("კანონით დადგენილ ვადაში პასუხი არ მიმიღია. პასუხი მხოლოდ ვადის გასვლის შემდეგ მივიღე: 20.09.2026.");
    }
    expect(claimOf([...sent, happened("silent", "2026-09-16"), complained("2026-09-17"), happened("decided", "2026-10-20")])).toContain("პასუხი დღემდე არ მიმიღია");
  });
  it("no answer is late that came before the time had passed, whatever was entered before it", () => {
    const off = { ...law, calendar: workCalendar({ daysOff: ["2026-09-14"], worked: [] }) };
    const late = /ვადის გასვლის შემდეგ მივიღე|დღემდე არ მიმიღია/u;
    for (const about of ["silence", null]) {
      const road = [...sent, happened("silent", "2026-09-16"), complained("2026-09-17", about), happened("satisfied", "2026-09-16"), happened("decided", "2026-10-20")];
      expect(claimOf(road)).toContain("პასუხი მხოლოდ ვადის გასვლის შემდეგ მივიღე: 16.09.2026.");
      // The day off was entered after all that: the last day is the 16th.
      expect(claimOf(road, off)).not.toMatch(late);
      expect(claimOf(road, off)).toContain("არასრული ან დაუსაბუთებელია");
    }
    // It was found after the silence had been recorded.
    expect(claimOf([...sent, happened("silent", "2026-09-16"), happened("satisfied", "2026-09-11"), complained("2026-09-20"), happened("decided", "2026-10-20")])).not.toMatch(late);
  });
  it("a deferral whose day has passed is silence, whether or not anybody entered it", () => {
    const deferred = happened("deferred", "2026-09-10", { notice: { official: "ბერიძე ნინო", sentOn: "2026-09-10", reason: "არქივი", until: "2026-09-25", inWriting: true, explainsAppeal: true } });
    for (const about of ["silence", null]) {
      const claim = claimOf([...sent, deferred, complained("2026-10-05", about), happened("decided", "2026-11-02")]);
      expect(claim).not.toContain("გადადება არ შეესაბამება");
      // The deferral was an answer, so this letter does not say that there was none.
      expect(claim).not.toContain("პასუხი დღემდე არ მიმიღია");
      expect(claim).toContain("შეტყობინება მივიღე (10.09.2026), თუმცა კანონით დადგენილი ვადა ამოიწურა და მოთხოვნა დღემდე არ დაკმაყოფილებულა.");
    }
    expect(claimOf([...sent, happened("deferred", "2026-09-10", { notice: { ...(deferred.type === "deferred" ? deferred.notice : {}), reason: null } }), complained("2026-09-12"), happened("decided", "2026-11-02")])).toContain("გადადება არ შეესაბამება");
  });
  it("a refusal stays one, with its reason and what its notice lacks, after the person objected to it", () => {
    const refused = happened("refused", "2026-09-10", { notice: { official: null, sentOn: "2026-09-10", reason: "საიდუმლოა", legalGround: "21", inWriting: true, explainsAppeal: true } });
    for (const about of ["refusal", null]) {
      const claim = claimOf([...sent, refused, happened("contested", "2026-09-12"), complained("2026-09-20", about), happened("decided", "2026-11-02")]);
      expect(claim).toMatch(/მეთქვა უარი[^]*საიდუმლოა[^]*თანამდებობის პირის გვარი/);
      expect(claim).not.toContain("არასრული ან დაუსაბუთებელია");
    }
  });
  it("what the organisation did after the complaint is what the claim is about", () => {
    expect(claimOf([...sent, complained("2026-09-17", "silence"), happened("refused", "2026-09-20"), happened("decided", "2026-10-20")])).toContain("მეთქვა უარი");
    expect(claimOf([...sent, complained("2026-09-17", "silence"), happened("partly", "2026-09-20"), happened("decided", "2026-10-20")])).toContain("ზარების ჩანაწერები");
  });
});

describe("line 116: whom it went to", () => {
  it("the record names the supervisor of the day of the complaint", () => {
    const supervisor = { kind: "supervisor", name: "" } as const;
    expect(addresseeOf(supervisor, dayOf(2026, 2, 20))).toBe("pdps");
    expect(addresseeOf(supervisor, dayOf(2026, 3, 2))).toBe("state-audit-office");
    expect(addresseeOf({ kind: "otherBody", name: " სახალხო დამცველი " }, today)).toBe("სახალხო დამცველი");
    expect(addresseeOf({ kind: "higherBody", name: "" }, today)).toBe("higher-body");
    expect(addresseeOf(supervisor, dayOf(2010, 1, 1))).toBe("other-body");
  });
  it("a complaint without a request goes where the person says, and cites no law on personal data to another body", () => {
    const complaint = { ...requestOf("complaint"), asked: { ...requestOf().asked, grounds: "პასუხი არ გამცეს" } };
    const usual = writeLetter(letter(complaint, null));
    expect(usual.addressee[0]).toBe("ადრესატი: სახელმწიფო აუდიტის სამსახური");
    expect(letterText(usual)).toContain("22-ე მუხლის საფუძველზე");
    const other = writeLetter(letter({ ...complaint, complainTo: { kind: "higherBody", name: "ჯანდაცვის სამინისტრო" } }, null));
    expect(other.addressee).toEqual(["ადრესატი: ჯანდაცვის სამინისტრო"]);
    expect(letterText(other)).toContain("გარემოებები, რომლებსაც ვეყრდნობი: პასუხი არ გამცეს.");
    expect(letterText(other)).not.toMatch(/პერსონალურ|22-ე/);
    // To the body that decided, or the one above it, it is an administrative complaint; to any other it cites no law.
    expect(other.title).toBe("ადმინისტრაციული საჩივარი");
    expect(letterText(other)).toContain("ზოგადი ადმინისტრაციული კოდექსის მე-13 თავის საფუძველზე");
    const elsewhere = letterText(writeLetter(letter({ ...complaint, complainTo: { kind: "otherBody", name: "საქართველოს სახალხო დამცველი" } }, null)));
    expect(elsewhere).not.toMatch(/კოდექს|კანონის \d|22-ე/);
    // The two months are the supervisor's.
    const events = [happened("sent", "2026-11-02"), happened("received", "2026-11-02")];
    expect(situationOf({ ...complaint, events }, law, today).deadlines).not.toEqual([]);
    expect(situationOf({ ...complaint, events, complainTo: { kind: "otherBody", name: "" } }, law, today).deadlines).toEqual([]);
  });
  it("a reminder of a complaint whose addressee has gone says so to whom its powers passed, and claims no letter to them", () => {
    const before = requestOf("complaint", "self", [happened("sent", "2026-02-20"), happened("received", "2026-02-20")]);
    const reminder = (language: "ka" | "en", request: DataRequest): string => textOf(letter(request, { kind: "reminder", about: null, overdue: false }, { language }));
    expect(reminder("ka", before)).toMatch(/^ადრესატი: სახელმწიფო აუდიტის სამსახური\n[^]*თქვენი წინამორბედი იყო: პერსონალურ მონაცემთა დაცვის სამსახური\./);
    expect(reminder("en", before)).toContain("to your predecessor: Personal Data Protection Service. Its powers have passed to you.");
    for (const language of ["ka", "en"] as const) {
      expect(reminder(language, before)).not.toMatch(/თქვენთან წარდგენილი|submitted to you:/);
      expect(reminder(language, requestOf("complaint", "self", sent))).toMatch(/თქვენთან წარდგენილი|submitted to you:/);
      expect(reminder(language, { ...before, complainTo: { kind: "higherBody", name: "სამინისტრო" } })).toMatch(/თქვენთან წარდგენილი|submitted to you:/);
    }
  });
  it("a claim without a request names its court, and no request that there never was", () => {
    for (const language of ["ka", "en"] as const) {
      const claim = { ...requestOf("claim"), court: "ქუთაისის საქალაქო სასამართლო" };
      const text = textOf(letter(claim, null, { language }));
      expect(text).toContain(language === "ka" ? "სასამართლო: ქუთაისის საქალაქო სასამართლო\n" : "Court: ქუთაისის საქალაქო სასამართლო\n");
      expect(text).not.toMatch(/მოთხოვნის (შესრულების|დაკმაყოფილება)|მოთხოვნა წარვადგინე|განცხადება,|my request|satisfy|the request/);
      expect(text).toContain(language === "ka" ? "დარღვევის აღმოფხვრა" : "put an end to the violation");
      expect(text).toContain("____________________.");
    }
  });
});

describe("what is only said from memory is in no letter", () => {
  const block = requestOf("block", "self", [happened("sent", "2026-11-16"), happened("received", "2026-11-16")]);
  it("no day of it, neither as passed nor as the last", () => {
    const on = dayOf(2026, 11, 20);
    const of = (language: "ka" | "en"): string => textOf(letter(block, { kind: "reminder", about: null, overdue: false }, { language, today: on, deadlines: situationOf(block, law, on).deadlines }));
    expect(of("ka")).not.toMatch(/19\.11\.2026|ერთ-ერთი ვადა/);
    expect(of("ka")).toContain("პასუხის ვადის ბოლო დღე: 01.12.2026");
    expect(of("en")).not.toMatch(/19\.11\.2026|already passed/);
    // Of an old request nothing but the old law's name is known.
    const old = requestOf("stop", "self", [happened("sent", "2024-02-01"), happened("received", "2024-02-01")]);
    expect(textOf(letter(old, { kind: "reminder", about: null, overdue: true }))).not.toMatch(/ბოლო დღე|16\.02\.2024|2011/);
  });
  it("the administrative letters name the code, and only the articles that somebody has read", () => {
    const asked = requestOf("publicInformation", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02"), happened("refused", "2026-11-05")]);
    for (const language of ["ka", "en"] as const) for (const kind of ["complaint", "claim"] as const) expect(textOf(letter(asked, { kind, about: "refusal", overdue: false }, { language }))).not.toMatch(/177|178|მე-10 |Articles? 10\b/);
  });
  it("a month is the time for an administrative complaint, and the supervisor's stands in none of those", () => {
    const complaint = { ...requestOf("complaint"), complainTo: { kind: "higherBody", name: "" } as const, asked: { ...requestOf().asked, grounds: "პასუხი დაუსაბუთებელია" } };
    const of = { language: "ka", request: complaint, organisation: organisationOf({ sector: "public" }), followUp: null, complainTo: null, court: null, given: null, follows: null } as const;
    expect(letterText(compose(of, workCalendar(), today))).toMatch(/საჩივრის განხილვის ვადა: 1 თვე \(საქართველოს ზოგადი ადმინისტრაციული კოდექსი, მუხლი 183\)/);
    const review = deadlines({ kind: "complaint", asker: "self", filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] }, applicableRules(today, statutes, []), workCalendar())[0];
    if (!review) throw new Error("no time for reviewing");
    expect(letterText(writeLetter(letter(complaint, null, { review: { ...review, source: { ...review.source, verifiedOn: "2026-11-24" } } })))).not.toContain("განხილვის ვადა");
  });
  it("the time for reviewing is the supervisor's, and stands only in a complaint to it", () => {
    const found = deadlines({ kind: "complaint", asker: "self", filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] }, applicableRules(today, statutes, []), workCalendar())[0];
    if (!found) throw new Error("no time for reviewing");
    const review: Deadline = { ...found, source: { ...found.source, verifiedOn: "2026-11-24" } };
    const silent = requestOf("access", "self", sent);
    const information = requestOf("publicInformation", "self", sent);
    const about = { kind: "complaint", about: "silence", overdue: true } as const;
    expect(textOf(letter(silent, about, { review }))).toContain("საჩივრის განხილვის ვადა: 2 თვე");
    expect(textOf(letter(silent, about, { review, complainTo: { kind: "higherBody", name: "" } }))).not.toContain("განხილვის ვადა");
    expect(textOf(letter(information, about, { review }))).not.toContain("განხილვის ვადა");
  });
});
