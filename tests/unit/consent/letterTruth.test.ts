// Whom a letter addresses and what it claims, where an ordinary one's words would be untrue.
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { ordinaryKinds } from "../../../src/consent/law/requestKind.ts";
import { compose, copyOn, leftOn } from "../../../src/consent/letters/compose.ts";
import { type Letter, letterText } from "../../../src/consent/letters/letter.ts";
import { signFor } from "../../../src/consent/letters/signature.ts";
import type { FollowUp } from "../../../src/consent/request/followUp.ts";
import type { Grievance } from "../../../src/consent/request/grievance.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { standInsFor } from "../../../src/consent/record/sound.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const languages = ["ka", "en"] as const;
type Language = (typeof languages)[number];
const sent = happened("sent", "2026-06-01");
const received = happened("received", "2026-06-01");

function letter(iso: string, language: Language, request: DataRequest, kind: FollowUp | null, about: Grievance | null = null): Letter {
  const today = dayFromIso(iso) ?? Number.NaN;
  const { overdue } = situationOf(request, { statutes, policies: [], calendar }, today);
  return compose({ language, request, organisation: organisationOf({ sector: "public" }), followUp: kind && { kind, about, overdue }, complainTo: null, court: null, given: null, follows: null }, calendar, today);
}
const words = (...of: Parameters<typeof letter>): string => letterText(letter(...of));

describe("what follows a complaint or a claim that is a request by itself", () => {
  it.each(languages)("%s: goes where that went, never to whom it is about, and threatens nobody with themself", (language) => {
    const authority = language === "ka" ? "სახელმწიფო აუდიტის სამსახური" : "State Audit Office";
    for (const kind of ["reminder", "details", "incomplete"] as const) {
      for (const events of [[sent], [sent, received], [sent, received, happened("askedMore", "2026-06-03")], [sent, received, happened("partly", "2026-06-03")]]) {
        const complaint = letter("2026-09-20", language, requestOf("complaint", "self", events), kind, kind === "incomplete" ? "incomplete" : null);
        expect(complaint.addressee[0], kind).toContain(authority);
        expect(letterText(complaint).split(authority), kind).toHaveLength(2);
        expect(complaint.addressee.join("\n")).not.toContain("კონტრაგენტი");
        expect(letter("2026-09-20", language, requestOf("claim", "self", events), kind).addressee[0]).toMatch(/^(სასამართლო|Court): /);
      }
    }
    const above = { ...requestOf("complaint", "self", [sent, received]), complainTo: { kind: "higherBody", name: "ჯანდაცვის სამინისტრო" } as const };
    expect(letter("2026-07-20", language, above, "reminder").addressee[0]).toContain("ჯანდაცვის სამინისტრო");
    // Two months are what somebody remembers: no letter says that they have passed.
    expect(words("2026-09-20", language, requestOf("complaint", "self", [sent, received]), "reminder")).not.toMatch(/ვადა ამოიწურა|time has passed/);
    expect(letterText(letter("2026-07-20", language, above, "reminder"))).toMatch(/ვადა ამოიწურა|time has passed/);
    // An organisation is told of the authority as before.
    expect(words("2026-07-20", language, requestOf("access", "self", [sent, received]), "reminder")).toContain(authority);
  });
});

describe("a reminder after a refusal that was taken back", () => {
  it.each(languages)("%s: does not take the day of the refusal's explanation for one of the answer's", (language) => {
    const request = requestOf("publicInformation", "self", [sent, received, happened("refused", "2026-06-03"), happened("promised", "2026-06-04")]);
    expect(words("2026-06-10", language, request, "reminder")).not.toMatch(/08\.06\.2026|ერთ-ერთი ვადა|one of the days/);
    expect(words("2026-06-12", language, request, "reminder")).toMatch(/11\.06\.2026/);
  });
});

describe("a claim after a complaint", () => {
  it.each(languages)("%s: tells the refusal's own reason, and what its own notice lacks, whatever was deferred since", (language) => {
    const refused = happened("refused", "2026-06-10");
    const deferred = happened("deferred", "2026-06-20", { notice: { official: null, sentOn: null, reason: "არქივი", until: null, inWriting: null, explainsAppeal: null } });
    const before = requestOf("access", "self", [sent, received, refused, happened("complained", "2026-06-12", { about: "refusal" })]);
    const claim = words("2026-07-20", language, { ...before, events: [...before.events, deferred] }, "claim", "refusal");
    expect(claim).toContain("საიდუმლოა");
    expect(claim).not.toContain("არქივი");
    expect(claim).toBe(words("2026-07-20", language, before, "claim", "refusal"));
  });
});

describe("a claim after a complaint that is a request by itself", () => {
  it.each(languages)("%s: is about what the complaint was about; what the authority did is not the respondent's doing", (language) => {
    const complaint = (...events: DataRequest["events"]): DataRequest => ({ ...requestOf("complaint", "self", [sent, received, ...events]), asked: { ...requestOf().asked, grounds: "კარტოთეკა გამოაქვეყნეს" } });
    const silent = words("2026-09-20", language, complaint(), "claim", "silence");
    const refused = words("2026-09-20", language, complaint(happened("refused", "2026-07-20")), "claim", "refusal");
    const partly = words("2026-09-20", language, complaint(happened("partly", "2026-07-20")), "claim", "incomplete");
    for (const claim of [silent, refused, partly]) {
      expect(claim).toContain("კარტოთეკა გამოაქვეყნეს");
      expect(claim).toContain(`2026-4K7Q2M9, 01.06.2026, ${language === "ka" ? "სახელმწიფო აუდიტის სამსახური" : "State Audit Office of Georgia"}`);
      expect(claim).not.toMatch(/მოთხოვნაზე პასუხი|მოთხოვნის დაკმაყოფილებაზე მეთქვა|მიღებული პასუხი არასრული|მოსარჩელის მოთხოვნის|My request was refused|answer I received is incomplete|claimant's request/);
    }
    expect(silent).toMatch(/საჩივარზე გადაწყვეტილება დღემდე არ მიმიღია|no decision on the complaint to this day/);
    expect(refused).toMatch(/საჩივარი არ დაკმაყოფილდა\. მითითებული მიზეზი: საიდუმლოა|The complaint was not upheld\. The reason given: საიდუმლოა/);
    expect(partly).toMatch(/საჩივარი სრულად არ დაკმაყოფილდა\. კერძოდ: ზარების|not upheld in full\. In particular: ზარების/);
    // A fee that the authority asked is not the respondent's.
    expect(words("2026-09-20", language, complaint(happened("feeAsked", "2026-06-05")), "claim", "silence")).not.toContain("20 ₾");
    // Who had the office when it was sent.
    const before = { ...complaint(), events: [happened("sent", "2026-02-20"), happened("received", "2026-02-20")] };
    expect(words("2026-09-20", "ka", before, "claim", "silence")).toContain("20.02.2026, პერსონალურ მონაცემთა დაცვის სამსახური");
  });
  it("nobody is offered to sue about a claim, or to contest what a court said with the organisation", () => {
    for (const events of [[sent, received, happened("refused", "2026-07-20")], [sent, received, happened("partly", "2026-07-20")]]) {
      expect(situationOf(requestOf("claim", "self", events), { statutes, policies: [], calendar }, dayFromIso("2026-09-20") ?? 0).steps.map(({ kind }) => kind)).toEqual(["enterAnswer", "close"]);
    }
  });
});

describe("proof of receipt", () => {
  it.each(languages)("%s: is enclosed, and named as evidence, where there is one", (language) => {
    const promised = happened("promised", "2026-06-05");
    const proof = /მიღების დამადასტურებელ|sending and receipt/;
    for (const kind of ["access", "publicInformation"] as const) {
      for (const letterKind of ["complaint", "claim"] as const) {
        const paper = { kind: "document", id: "d", name: "ჩაბარება.pdf", sha256: "ab".repeat(32) } as const;
        for (const more of [{ proof: "post" }, { proof: "stamp" }, { proof: "entered", papers: [paper] }]) expect(words("2026-07-20", language, requestOf(kind, "self", [sent, { ...received, ...more } as typeof received, promised]), letterKind, "silence")).toMatch(proof);
        // Nobody entered a receipt; or all there is of it is the person's own entry.
        for (const events of [[sent, promised], [sent, received, promised]]) {
          const without = words("2026-07-20", language, requestOf(kind, "self", events), letterKind, "silence");
          expect(without, `${kind} ${letterKind}`).not.toMatch(proof);
          expect(without).toMatch(/გაგზავნის დამადასტურებელ|proof of (its )?sending/);
        }
      }
    }
  });
  it("is not asked for again where the receipt is known", () => {
    const third = requestOf("access", "thirdParty", [sent, received]);
    expect(words("2026-07-20", "ka", third, "reminder")).toContain("პასუხი დღემდე არ მიმიღია. გთხოვთ, პასუხი რაც შეიძლება მალე გამომიგზავნოთ.");
    for (const language of languages) for (const events of [third.events, [...third.events, happened("promised", "2026-06-05")]]) expect(words("2026-07-20", language, { ...third, events }, "reminder")).not.toMatch(/დამიდასტუროთ|confirm/);
  });
});

describe("a reminder", () => {
  it("after an answer that came late, was contested, and was followed by a promise does not say that nothing came", () => {
    const events = [sent, received, happened("silent", "2026-06-16"), happened("satisfied", "2026-06-20"), happened("contested", "2026-06-22")];
    for (const language of languages) {
      for (const more of [[], [happened("promised", "2026-06-25")]]) {
        const text = words("2026-07-20", language, requestOf("access", "self", [...events, ...more]), "reminder");
        expect(text).not.toMatch(/პასუხი დღემდე არ მიმიღია|no answer to this day/);
        expect(text).toContain(more.length > 0 ? "25.06.2026" : "20.06.2026");
      }
    }
  });
  it("nobody says of the law's time that it has passed before it has", () => {
    const early = requestOf("access", "self", [sent, received, happened("complained", "2026-06-05", { about: null })]);
    for (const language of languages) expect(words("2026-06-08", language, early, "claim", "silence")).not.toMatch(/ვადა ამოიწურა|has passed/);
  });
});

describe("line 133: a fee", () => {
  const asked = (kind: "access" | "erase") => requestOf(kind, "self", [sent, received, happened("feeAsked", "2026-06-05")]);
  it("for an erasure is none for access, and no letter says so", () => {
    const free = /საკუთარი პერსონალური მონაცემების|one's own personal data|my own personal data/;
    for (const language of languages) {
      for (const kind of ["feeObjection", "complaint"] as const) {
        const about = kind === "complaint" ? "silence" : "fee";
        expect(words("2026-06-20", language, asked("access"), kind, about)).toMatch(free);
        const erasure = words("2026-06-20", language, asked("erase"), kind, about);
        expect(erasure).not.toMatch(free);
        expect(erasure).toContain("20 ₾");
      }
    }
    expect(words("2026-06-08", "ka", asked("erase"), "feeObjection", "fee")).toContain("ჩემთვის უცნობია, რომელი კანონი ითვალისწინებს საფასურს");
  });
});

describe("an objection to an answer", () => {
  const partly = (kind: "access" | "publicInformation" = "access") => requestOf(kind, "self", [sent, received, happened("partly", "2026-06-10")]);
  it("asks for the rest in time as long as there is time, and at once when there is none, by every reading", () => {
    expect(words("2026-06-12", "ka", partly(), "incomplete", "incomplete")).toContain("დაასაბუთოთ განცხადების დაკმაყოფილებისათვის დადგენილ ვადაში.");
    expect(words("2026-06-16", "ka", partly(), "incomplete", "incomplete")).toContain("ვადა უკვე გავიდა. გთხოვთ, პასუხი დაუყოვნებლივ შეავსოთ");
    expect(words("2026-06-16", "en", partly(), "incomplete", "incomplete")).toContain("has already passed. Please complete the answer and give reasons without delay.");
    expect(words("2026-06-13", "en", partly("publicInformation"), "incomplete", "incomplete")).not.toContain("already passed");
    expect(words("2026-06-16", "en", partly("publicInformation"), "incomplete", "incomplete")).toContain("already passed");
  });

  it("says what a notice lacks, and claims of nothing that the law wants it", () => {
    const refused = requestOf("access", "self", [sent, received, happened("refused", "2026-06-10", { notice: { official: null, sentOn: "2026-06-10", reason: "საიდუმლოა", legalGround: "21", inWriting: true, explainsAppeal: true } })]);
    expect(words("2026-06-12", "ka", refused, "complaint", "refusal")).toContain("შეტყობინებას აკლია შემდეგი:\n\n– თანამდებობის პირის გვარი");
    for (const language of languages) expect(words("2026-06-12", language, refused, "complaint", "refusal")).not.toMatch(/სავალდებულო|must contain/);
  });
});

describe("a complaint that left on another day than it is entered", () => {
  it("is written as of that day: its date, and who had the office", () => {
    const request = requestOf("access", "self", [happened("sent", "2026-02-02"), happened("received", "2026-02-02")]);
    const of = { language: "ka", request, organisation: organisationOf(), followUp: { kind: "complaint", about: "silence", overdue: true }, complainTo: null, court: null, given: null, follows: null } as const;
    const copy = copyOn(of, null, calendar, dayFromIso("2026-02-20") ?? 0);
    expect(copy.text).toMatch(/^ადრესატი: პერსონალურ მონაცემთა დაცვის სამსახური\n[^]*თარიღი: 20\.02\.2026/);
    expect(copyOn(of, null, calendar, dayFromIso("2026-03-02") ?? 0).text).toMatch(/^ადრესატი: სახელმწიფო აუდიტის სამსახური\n/);
    // On the page it is today's letter. What was edited, printed or signed there is what left; what was not is that day's.
    const today = dayFromIso("2026-11-27") ?? 0;
    const shown = copyOn(of, null, calendar, today);
    const on = { day: dayFromIso("2026-02-20") ?? 0, today };
    expect(leftOn(of, shown, null, calendar, on)).toEqual(copy);
    expect(leftOn(of, shown, null, calendar, { day: today, today })).toEqual(shown);
    expect(leftOn(of, { ...shown, text: "ჩემი სიტყვები" }, { language: "ka", text: "ჩემი სიტყვები", madeFrom: null }, calendar, on).text).toBe("ჩემი სიტყვები");
    const signed = { ...shown, text: signFor(shown.text, "ka", "card"), file: { documentId: "d", name: "x.pdf", sha256: "ab".repeat(32) } };
    expect(leftOn(of, signed, null, calendar, on)).toBe(signed);
    expect(leftOn(of, { ...signed, file: null }, { language: "ka", text: signed.text, madeFrom: null }, calendar, on).text).toBe(shown.text);
    // A reminder of a day on which the time had not passed does not say that it had.
    const reminder = { ...of, followUp: { kind: "reminder", about: null, overdue: true } } as const;
    expect(copyOn(reminder, null, calendar, dayFromIso("2026-02-10") ?? 0).text).not.toContain("ვადა ამოიწურა");
    expect(copyOn(reminder, null, calendar, dayFromIso("2026-02-20") ?? 0).text).toContain("ვადა ამოიწურა");
  });
});

describe("a letter of before 1 March 2024", () => {
  it.each(languages)("%s: rests on the law of its day, and names none of today's articles", (language) => {
    const article = /(?:მე-\d+|\d+-ე) მუხლ|Article \d+ of/;
    for (const kind of ordinaryKinds) {
      if (kind === "publicInformation") continue;
      expect(words("2023-05-02", language, requestOf(kind), null), kind).not.toMatch(article);
      // Those of today do.
      if (kind !== "protect") expect(words("2024-03-01", language, requestOf(kind), null), kind).toMatch(article);
    }
    // A claim names the law, and no article of it.
    const of = /„პერსონალურ მონაცემთა დაცვის შესახებ“ საქართველოს კანონი და ის მუხლი|Georgia; the Law of Georgia on Personal Data Protection, and/;
    expect(words("2023-08-02", language, requestOf("access", "self", [happened("sent", "2023-05-02"), happened("received", "2023-05-02")]), "claim", "silence")).toMatch(of);
    expect(words("2023-08-02", language, requestOf("claim"), null)).toMatch(/საქართველოს კანონი; ამავე კანონის|Georgia; the Law of Georgia on Personal Data Protection; the provision/);
    const access = words("2023-05-02", language, requestOf("access"), null);
    expect(access).toMatch(/საქართველოს კანონის საფუძველზე გთხოვთ|Under the Law of Georgia on Personal Data Protection, please/);
    expect(access).toMatch(/№5669, 28\.12\.2011\), მუხლი 21 \(3\)|No\. 5669, 28\.12\.2011\), Article 21 \(3\)/);
  });
});

describe("the data of somebody who has died", () => {
  it("are asked for in the applicant's own name, who says who they were to them; no provision is made up for it", () => {
    const request = requestOf("access", "thirdParty");
    const asked = { ...request.asked, about: "გელაშვილი დავით", data: ["სამედიცინო ბარათი"], purpose: "მემკვიდრეობა", kin: "მამა; მისი მემკვიდრე ვარ" };
    const text = words("2026-06-01", "ka", { ...request, asked }, null);
    expect(text).toContain("ეს პირი გარდაცვლილია. ჩემი კავშირი მასთან: მამა; მისი მემკვიდრე ვარ. ვურთავ გარდაცვალებისა");
    expect(text).not.toMatch(/ჩემი სახელით მოქმედებს|მუხლი/);
    expect(words("2026-06-01", "en", { ...request, asked }, null)).toContain("This person has died. My relation to them: მამა; მისი მემკვიდრე ვარ. I enclose proof");
    expect(words("2026-06-01", "ka", { ...request, asked: { ...asked, kin: null } }, null)).not.toContain("გარდაცვ");
    // As a draft of before has it: without the field.
    const { kin: _, ...former } = asked;
    expect(words("2026-06-01", "ka", { ...request, asked: former as typeof asked }, null)).not.toContain("გარდაცვ");
  });
});

describe("an organisation whose record is gone", () => {
  it.each(languages)("%s: has a line to write its name on, in its address and where it is complained of, and no mark that means nothing", (language) => {
    const lost = standInsFor(new Map(), [{ organisationId: requestOf().organisationId }], [])[0] ?? organisationOf();
    for (const followUp of [null, { kind: "complaint", about: "silence", overdue: true }, { kind: "claim", about: "silence", overdue: true }, { kind: "reminder", about: null, overdue: true }] as const) {
      const said = letterText(compose({ language, request: requestOf("access", "self", [sent, received]), organisation: lost, followUp, complainTo: null, court: null, given: null, follows: null }, calendar, dayFromIso("2026-07-20") ?? 0));
      expect(said).not.toContain("?");
      expect(said).toMatch(/: _{10,}/);
    }
  });
});

describe("all that was asked came, but late", () => {
  const late = [sent, received, happened("satisfied", "2026-07-10")];
  const silence = (kind: DataRequest["kind"], events = late) => situationOf(requestOf(kind, "self", events), { statutes, policies: [], calendar }, dayFromIso("2026-07-15") ?? 0).steps.find((one) => one.kind === "complain");

  it("can be complained of as late, by every kind of request; in time it can't", () => {
    for (const kind of ordinaryKinds) {
      expect(silence(kind), kind).toMatchObject({ about: "silence", from: null, event: "complained" });
      expect(silence(kind, [sent, received, happened("satisfied", "2026-06-03")]), kind).toBeUndefined();
    }
    // Nobody says when it was received: nobody says that it is late.
    expect(silence("access", [sent, happened("satisfied", "2026-07-10")])).toBeUndefined();
  });

  it.each(languages)("%s: asks nobody to order what was done, and says when it came", (language) => {
    const order = language === "ka" ? /დაევალოს მოპასუხეს მოსარჩელის მოთხოვნის|დაავალოთ|გაცემის დავალდებულება\.|დაკმაყოფილების დავალება/ : /order (?:the respondent|that body) to|ordered to (?:satisfy|give)|an order to/;
    const delay = language === "ka" ? /დაგვიან|დროულად/ : /late|delay|good time/;
    for (const kind of ["access", "publicInformation"] as const) {
      for (const asker of kind === "access" ? (["self", "thirdParty"] as const) : (["self"] as const)) {
        for (const followUp of ["complaint", "claim"] as const) {
          const said = words("2026-07-15", language, requestOf(kind, asker, late), followUp, "silence");
          expect(said, `${kind} ${asker} ${followUp}`).not.toMatch(order);
          expect(said, `${kind} ${asker} ${followUp}`).toMatch(delay);
          // More was promised since: the rest is still asked for.
          expect(words("2026-07-15", language, requestOf(kind, asker, [...late, happened("promised", "2026-07-12")]), followUp, "silence"), `${kind} ${asker} ${followUp}`).toMatch(order);
        }
      }
      expect(words("2026-07-15", language, requestOf(kind, "self", late), "complaint", "silence")).toContain("10.07.2026");
    }
  });
});

it.each(languages)("%s: what a letter can't do without has a line to write on, where nobody has told it", (language) => {
  for (const [kind, asker, holes] of [["publicInformation", "self", 1], ["rectify", "self", 2], ["objection", "self", 1], ["access", "thirdParty", 4]] as const) {
    const lines = words("2026-06-01", language, requestOf(kind, asker), null).split("____________________").length - 1;
    // The last is for the signature.
    expect(lines, kind).toBe(holes + 1);
  }
});
