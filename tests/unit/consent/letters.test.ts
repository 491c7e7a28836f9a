import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { supervisorOn } from "../../../src/consent/law/addressee.ts";
import { applicableRules, deadlines } from "../../../src/consent/law/deadline.ts";
import { askers, isOwn, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { complaintTargets } from "../../../src/consent/letters/complaintTarget.ts";
import { type LetterInput, letterText, mailDraft, writeLetter } from "../../../src/consent/letters/letter.ts";
import { signedBy, signFor } from "../../../src/consent/letters/signature.ts";
import { byHand } from "../../../src/consent/letters/written.ts";
import { templates } from "../../../src/consent/letters/templates.ts";
import type { Organisation } from "../../../src/consent/record/record.ts";
import { causes, restsOnCauses } from "../../../src/consent/request/cause.ts";
import type { Grievance } from "../../../src/consent/request/grievance.ts";
import type { FollowUp } from "../../../src/consent/request/followUp.ts";
import type { Asked, DataRequest } from "../../../src/consent/request/request.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, requestOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const organisation: Organisation = {
  type: "organisation", id: "5d1f7f2a-2f0b-4d63-8a51-c9d9f0f3a001", name: "შპს „კონტრაგენტი“", nameEn: "Kontragenti LLC", registryCode: "400000000", sector: "private", category: null, address: "თბილისი, ჭავჭავაძის გამზირი 1", email: "info@kontragenti.example.ge",
  otherNames: null, phone: null, website: null, formUrl: null, responsible: "ოფიცერი", policy: null, formerPolicies: null, merged: null, distinctFrom: null, evidence: [], createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z",
};
const full: Asked = { database: "კონტრაგენტები", data: ["ტელეფონის ნომერი", "შეკვეთები."], identifying: "მომხმარებლის ნომერი 17", purpose: "მემკვიდრეობის საქმე", grounds: "მონაცემები უკანონოდ მუშავდება", causes: [...causes], shouldBe: "ქუთაისი", consent: "სიახლეების გზავნილი, 01.02.2025", about: "კაპანაძე გიორგი ლევანის ძე", kin: null, answerForm: "electronic" };
const empty: Asked = { database: null, data: [], identifying: null, purpose: null, grounds: null, causes: [], shouldBe: null, consent: null, about: null, kin: null, answerForm: "paper" };
const representative = { name: "ქავთარაძე ლალი ნოდარის ასული", personalNumber: "99001020202", authority: "მინდობილობა № 12", address: "ბათუმი", email: "lali@example.ge", phone: null };

function input(language: "ka" | "en", request: DataRequest, followUp: LetterInput["followUp"] = null): LetterInput {
  const law = { statutes, policies: policyProfiles, calendar: workCalendar() };
  const situation = situationOf(request, law, today);
  const foreseen = deadlines({ kind: request.kind, asker: request.asker, filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] }, applicableRules(today, statutes, policyProfiles), law.calendar);
  return { language, request, organisation, today, deadlines: situation.deadlines.length > 0 ? situation.deadlines : foreseen, followUp, supervisor: supervisorOn(today), complainTo: null, court: "თბილისის საქალაქო სასამართლო", given: followUp?.kind === "details" ? "ასლი თან ერთვის" : null, follows: null, review: null };
}
const lettered = (kind: (typeof requestKinds)[number], asker: (typeof askers)[number], asked: Asked): DataRequest => {
  const request = requestOf(kind, asker);
  return {
    ...request, asked, representative: asker === "representative" ? representative : null,
    applicant: asker === "legalPerson" ? { ...request.applicant, name: "შპს „მაძიებელი“", certifiedBy: { position: "დირექტორი", name: "მაისურაძე დათო ზურაბის ძე" } } : request.applicant,
  };
};

describe("letters", () => {
  const every = (["ka", "en"] as const).flatMap((language) => requestKinds.flatMap((kind) => askers.flatMap((asker) => [full, empty].map((asked) => [language, kind, asker, asked] as const))));
  it("every kind, for everybody, in both languages, has no hole and no place left over", () => {
    for (const [language, kind, asker, asked] of every) {
      const letter = writeLetter(input(language, lettered(kind, asker, asked)));
      const text = letterText(letter);
      expect(text, `${language} ${kind} ${asker}`).not.toMatch(/[{}]|undefined|null|\.\.|;\.|\n{3}| {2}/);
      expect(letter.blocks.length).toBeGreaterThan(0);
      for (const block of letter.blocks) if (block.kind === "paragraph") expect(block.text, `${language} ${kind}`).toMatch(/[.:;]$/);
    }
  });

  it("line 129: grounds that were chosen stand in the letter, in its language; where a provision of law is asked they do not", () => {
    for (const [language, kind, asker] of every) {
      const words = templates[language].causes;
      const text = letterText(writeLetter(input(language, lettered(kind, asker, { ...empty, causes: ["concealed", "tooLong"] }))));
      for (const one of causes) expect(text.includes(words[one]), `${language} ${kind} ${asker} ${one}`).toBe(restsOnCauses(kind, asker) && (one === "concealed" || one === "tooLong"));
    }
    // Chosen grounds are grounds: no line to write on is left for them.
    expect(letterText(writeLetter(input("ka", lettered("complaint", "self", { ...empty, causes: ["late"] }))))).not.toContain("ფაქტობრივი გარემოებები");
    expect(letterText(writeLetter(input("ka", lettered("complaint", "self", empty))))).toContain(`ფაქტობრივი გარემოებები, რომლებსაც ვეყრდნობი: ${byHand}`);
  });

  it("line 134: one's own request has four items and no purpose", () => {
    for (const kind of requestKinds) {
      if (["complaint", "claim", "publicInformation", "objection", "protect", "stopMarketing", "withdraw", "whereWho", "recipients"].includes(kind)) continue;
      const text = letterText(writeLetter(input("ka", lettered(kind, "self", full))));
      for (const item of ["გელაშვილი ნინო დავითის ასული", "ქუთაისი, რუსთაველის გამზირი 1", "99IA00001", "მომხმარებლის ნომერი 17", "კონტრაგენტები", "ტელეფონის ნომერი"]) expect(text, kind).toContain(item);
      expect(text, kind).not.toContain("მემკვიდრეობის საქმე");
      if (kind !== "portability") expect(text, kind).not.toContain("კაპანაძე გიორგი");
    }
  });

  it("line 105: a legal person's request has six items", () => {
    const text = letterText(writeLetter(input("ka", lettered("access", "legalPerson", full))));
    for (const item of ["შპს „მაძიებელი“", "დირექტორი, მაისურაძე დათო ზურაბის ძე", "უფლებამოსილებებს", "კაპანაძე გიორგი ლევანის ძე", "კონტრაგენტები", "ტელეფონის ნომერი", "მემკვიდრეობის საქმე"]) expect(text).toContain(item);
    // Line 103: the undertaking without which nobody gets access.
    expect(text).toContain("ვკისრულობ ვალდებულებას");
  });

  it("line 123: a representative is named with the authority to act, and signs", () => {
    const letter = writeLetter(input("ka", lettered("whereWho", "representative", full)));
    expect(letter.applicant).toContain("წარმომადგენელი: ქავთარაძე ლალი ნოდარის ასული");
    expect(letter.applicant).toContain("წარმომადგენლობის საფუძველი: მინდობილობა № 12");
    expect(letter.signature[0]).toBe("ქავთარაძე ლალი ნოდარის ასული");
    expect(letterText(letter)).toContain("lali@example.ge");
  });

  it("line 123: what is said in the first person stays the represented person's, in every kind and language", () => {
    for (const [language, kind, asker, asked] of every) {
      if (asker !== "representative") continue;
      const text = letterText(writeLetter(input(language, lettered(kind, asker, asked))));
      expect(text, kind).toContain(language === "ka" ? "ჩემი სახელით მოქმედებს წარმომადგენელი: ქავთარაძე ლალი ნოდარის ასული." : "A representative acts in my name: ქავთარაძე ლალი ნოდარის ასული.");
      expect(text, kind).toContain(language === "ka" ? "თან ერთვის: მინდობილობა № 12." : "is enclosed: მინდობილობა № 12.");
    }
    const nameless = lettered("access", "representative", full);
    const letter = letterText(writeLetter(input("ka", { ...nameless, applicant: { ...nameless.applicant, name: " " }, representative: { ...representative, name: "", authority: "" } })));
    expect(letter).toContain("განმცხადებელი: ____________________");
    expect(letter).toContain("წარმომადგენელი: ____________________.");
    expect(letter).not.toContain("თან ერთვის");
  });

  it("lines 132, 133: free of charge, no purpose; the law's time and the controller's own, each with its source", () => {
    const text = letterText(writeLetter(input("ka", lettered("access", "self", full))));
    expect(text).toContain("უსასყიდლოა");
    expect(text).toContain("10 სამუშაო დღე");
    expect(text).toContain("მუხლი 14");
    expect(text).toContain("30 კალენდარული დღე");
    expect(text).toContain("პუნქტი 8.6");
    // Its longer promise is no time to wait for: the law's is.
    expect(text).toContain("კანონით დადგენილ ვადას ვერ შეცვლის");
    const third = letterText(writeLetter(input("ka", lettered("access", "thirdParty", full))));
    expect(third).not.toContain("უსასყიდლოა");
    expect(third).toContain("თქვენი კონფიდენციალურობის პოლიტიკის თანახმად, მოთხოვნა მისი მიღებიდან შემდეგ ვადაში უნდა დაკმაყოფილდეს: 30 კალენდარული დღე");
    expect(third).toContain("მესამე პირის მოთხოვნა პერსონალურ მონაცემებზე წვდომის თაობაზე");
  });

  it("what is only said from memory is not cited, and no such limit stands in a letter", () => {
    for (const language of ["ka", "en"] as const) {
      const review = deadlines({ kind: "complaint", asker: "self", filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] }, applicableRules(today, statutes, []), workCalendar())[0] ?? null;
      expect(review?.source.verifiedOn).toBeNull();
      const complaint = letterText(writeLetter({ ...input(language, late, { kind: "complaint", about: "silence", overdue: true }), review }));
      expect(complaint).not.toMatch(/განხილვის ვადა|Time for reviewing/);
      const old = requestOf("stop", "self", [happened("sent", "2024-02-01"), happened("received", "2024-02-01")]);
      expect(letterText(writeLetter(input(language, old, { kind: "reminder", about: null, overdue: true })))).not.toMatch(/2011|16\.02\.2024/);
    }
  });

  it("a letter that follows another names it, in every kind", () => {
    const follows = { kind: "access" as const, reference: "2026-4K7Q2M9", events: [happened("sent", "2026-11-03")] };
    for (const language of ["ka", "en"] as const) for (const kind of requestKinds) expect(letterText(writeLetter({ ...input(language, lettered(kind, "self", full)), follows })), kind).toContain(": 2026-4K7Q2M9, 03.11.2026.");
    expect(letterText(writeLetter({ ...input("ka", requestOf("access", "self", follows.events), { kind: "reminder", about: null, overdue: false }), follows }))).not.toContain("წინა მიმართვა");
  });

  it("no proof of receipt: the reminder asks for it, and has neither dashes nor days that nobody knows", () => {
    const sent = requestOf("access", "self", [happened("sent", "2026-11-02")]);
    const text = letterText(writeLetter({ ...input("ka", sent, { kind: "reminder", about: null, overdue: false }), deadlines: [] }));
    expect(text).toContain("დამიდასტუროთ განცხადების მიღების თარიღი");
    expect(text).not.toMatch(/მიღების თარიღი: |ბოლო დღე|—/);
  });

  it("the nearer of two days has passed: a polite letter names it, and says nothing of an authority", () => {
    const asked = requestOf("publicInformation", "self", [happened("sent", "2026-11-13"), happened("received", "2026-11-13")]);
    const text = letterText(writeLetter(input("ka", asked, { kind: "reminder", about: null, overdue: false })));
    expect(text).toContain("ერთ-ერთი ვადა უკვე გავიდა: 24.11.2026");
    expect(text).not.toContain("უფლებამოსილ ორგანოს");
  });

  it("line 45: refused public information is appealed to the body above, under the administrative code", () => {
    const asked = requestOf("publicInformation", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02"), happened("refused", "2026-11-05")]);
    const complaint = writeLetter(input("ka", asked, { kind: "complaint", about: "refusal", overdue: false }));
    expect(complaint.addressee).toEqual(["ადრესატი: ზემდგომი ადმინისტრაციული ორგანო"]);
    expect(letterText(complaint)).toMatch(/ზოგადი ადმინისტრაციული კოდექსის საფუძველზე[^]*საიდუმლოა/);
    expect(letterText(complaint)).not.toContain("პერსონალურ მონაცემთა დაცვის შესახებ");
    expect(letterText(writeLetter({ ...input("ka", asked, { kind: "claim", about: "refusal", overdue: false }), court: null }))).toMatch(/^სასამართლო: ____________________\n[^]*კოდექსის 37-ე, მე-40 და 41-ე/);
  });

  it("lines 45, 116: so is what the portal answered to a request for it, though the complaint is a request by itself", () => {
    const follows = { kind: "publicInformation" as const, reference: "2026-4K7Q2M9", events: [happened("sent", "2026-11-03")] };
    const alone = lettered("complaint", "self", full);
    expect(complaintTargets({ request: alone, organisation: { sector: "public" }, follows })).toEqual(["higherBody", "otherBody"]);
    for (const [language, code, superior] of [["ka", "კოდექსის საფუძველზე", "ადრესატი: ზემდგომი ადმინისტრაციული ორგანო"], ["en", "General Administrative Code", "To: the superior administrative body"]] as const) {
      const complaint = writeLetter({ ...input(language, alone), follows });
      expect(complaint.addressee[0]?.toLowerCase()).toBe(superior.toLowerCase());
      expect(letterText(complaint)).toContain(code);
      expect(letterText(complaint)).toContain("2026-4K7Q2M9, 03.11.2026");
      expect(letterText(complaint)).not.toMatch(/პერსონალურ მონაცემთა დაცვის შესახებ|Personal Data Protection/);
      expect(letterText(writeLetter({ ...input(language, lettered("claim", "self", full)), follows }))).toMatch(/40 და 41-ე|37, 40 and 41/);
    }
    const elsewhere = writeLetter({ ...input("ka", { ...alone, complainTo: { kind: "otherBody", name: "საქართველოს სახალხო დამცველი" } }), follows });
    expect(elsewhere.addressee).toEqual(["ადრესატი: საქართველოს სახალხო დამცველი"]);
    expect(letterText(elsewhere)).not.toContain("კოდექსის საფუძველზე");
  });

  it("lines 105, 116: a third party complains about its request, not about its own data; without a request, of what is wrong", () => {
    const third = requestOf("access", "thirdParty", [...late.events, happened("refused", "2026-11-10")]);
    for (const kind of ["complaint", "claim"] as const) {
      const text = letterText(writeLetter(input("ka", third, { kind, about: "refusal", overdue: false })));
      expect(text).not.toMatch(/ჩემი პერსონალური|სუბიექტის უფლების|22-ე მუხლ/);
      expect(text).toContain("მეთქვა უარი");
    }
    const alone = letterText(writeLetter(input("ka", lettered("complaint", "self", full))));
    expect(alone).toContain("გარემოებები, რომლებსაც ვეყრდნობი: მონაცემები უკანონოდ მუშავდება.");
    expect(alone).not.toMatch(/დამატებით განვმარტავ|მოთხოვნის დაკმაყოფილება/);
  });

  it("line 116: the complaint goes where the person says; a later claim says where it went and what came of it", () => {
    const complaint = (complainTo: LetterInput["complainTo"]) => writeLetter({ ...input("ka", late, { kind: "complaint", about: "silence", overdue: true }), complainTo }).addressee[0];
    expect(complaint({ kind: "otherBody", name: "საქართველოს სახალხო დამცველი" })).toBe("ადრესატი: საქართველოს სახალხო დამცველი");
    expect(complaint({ kind: "otherBody", name: "" })).toBe("ადრესატი: ____________________");
    expect(complaint({ kind: "higherBody", name: "" })).toBe("ადრესატი: ზემდგომი ადმინისტრაციული ორგანო");
    expect(complaintTargets({ request: late, organisation, follows: null })).toEqual(["supervisor", "otherBody"]);
    expect(complaintTargets({ request: late, organisation: { sector: "public" }, follows: null })).toEqual(["supervisor", "higherBody", "otherBody"]);
    expect(complaintTargets({ request: { kind: "publicInformation" }, organisation: { sector: "public" }, follows: null })).toEqual(["higherBody", "otherBody"]);
    const decided = requestOf("access", "self", [...late.events, happened("silent", "2026-11-17"), happened("complained", "2026-11-18"), happened("decided", "2026-11-24", { outcome: "rejected" })]);
    const claim = letterText(writeLetter(input("ka", decided, { kind: "claim", about: "silence", overdue: false })));
    // The court is named once.
    expect(claim.split("თბილისის საქალაქო სასამართლო")).toHaveLength(2);
    expect(claim).toMatch(/საჩივრის წარდგენის თარიღი: 18\.11\.2026[^]*სახელმწიფო აუდიტის სამსახური[^]*არ დაკმაყოფილდა, 24\.11\.2026/);
  });

  const late = requestOf("access", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02")]);
  const followUps: readonly (readonly [FollowUp, Grievance | null, DataRequest, RegExp])[] = [
    ["reminder", null, late, /ვადა ამოიწურა[^]*სახელმწიფო აუდიტის სამსახური/],
    ["complaint", "silence", late, /ადრესატი: სახელმწიფო აუდიტის სამსახური[^]*მოპასუხე: შპს „კონტრაგენტი“[^]*02\.11\.2026[^]*16\.11\.2026/],
    ["complaint", "refusal", requestOf("access", "self", [...late.events, happened("refused", "2026-11-10", { notice: { official: null, sentOn: null, reason: "საიდუმლოა.", legalGround: null, inWriting: true, explainsAppeal: false } })]), /საიდუმლოა\. მიმაჩნია[^]*თანამდებობის პირის გვარი[^]*გაგზავნის თარიღი[^]*სამართლებრივი საფუძველი/],
    ["complaint", "deferral", requestOf("access", "self", [...late.events, happened("deferred", "2026-11-10", { notice: { official: "ბ", sentOn: "2026-11-10", reason: "არქივი", until: null, inWriting: true, explainsAppeal: true } })]), /გადაიდო[^]*არქივი[^]*პერიოდი, რომლის/],
    ["complaint", "fee", requestOf("access", "self", [...late.events, happened("feeAsked", "2026-11-10")]), /საფასური: 20 ₾/],
    ["incomplete", "incomplete", requestOf("access", "self", [...late.events, happened("partly", "2026-11-10")]), /ზარების ჩანაწერები/],
    ["feeObjection", "fee", requestOf("access", "self", [...late.events, happened("feeAsked", "2026-11-10")]), /20 ₾[^]*უსასყიდლო/],
    ["details", null, requestOf("access", "self", [...late.events, happened("askedMore", "2026-11-10")]), /მოწმობის ასლი[^]*ასლი თან ერთვის/],
    ["claim", "silence", late, /^სასამართლო: თბილისის საქალაქო სასამართლო[^]*მოსარჩელე: გელაშვილი[^]*სახელმწიფო ბაჟის/],
  ];
  it.each(followUps)("%s about %s", (kind, about, request, expected) => {
    const text = letterText(writeLetter(input("ka", request, { kind, about, overdue: true })));
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/[{}]|undefined|null|\.\.|;\./);
    expect(letterText(writeLetter(input("en", request, { kind, about, overdue: true })))).not.toMatch(/[{}]|undefined|null|\.\.|;\./);
  });

  it("a mail draft carries the reference in its subject, and the letter where there is room: beyond 2,048 characters Windows opens none", () => {
    for (const language of ["ka", "en"] as const) {
      for (const kind of requestKinds) {
        const letter = writeLetter(input(language, lettered(kind, "self", full)));
        const draft = mailDraft(letter, letterText(letter), "2026-4K7Q2M9", "info@kontragenti.example.ge");
        const { href, protocol, pathname, searchParams } = new URL(draft?.href ?? "");
        expect(href.length, kind).toBeLessThan(2_000);
        expect([protocol, pathname]).toEqual(["mailto:", "info@kontragenti.example.ge"]);
        expect(searchParams.get("subject")).toContain("[2026-4K7Q2M9]");
        expect([draft?.isWhole, searchParams.get("body")]).toEqual([false, null]);
      }
    }
    const letter = writeLetter(input("en", lettered("access", "self", full)));
    const short = mailDraft(letter, "Dear Sirs,\nmy data & all.", "2026-4K7Q2M9", "");
    expect(short?.isWhole).toBe(true);
    expect(new URL(short?.href ?? "").searchParams.get("body")).toBe("Dear Sirs,\r\nmy data & all.");
    expect(mailDraft(letter, "", "x", null)).toBeNull();
  });
});

describe("the templates", () => {
  const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.entries(value).filter(([key]) => !["if", "each", "include", "language"].includes(key)).flatMap(([, inner]) => texts(inner)) : []);
  it("have the same parts in both languages", () => {
    const form = (value: unknown): unknown => (typeof value === "string" ? [...value.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted((a, b) => a.localeCompare(b)) : Array.isArray(value) ? value.map(form) : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, ["if", "each", "include"].includes(key) ? inner : form(inner)])));
    expect(form({ ...templates.en, language: "" })).toEqual(form({ ...templates.ka, language: "" }));
  });
  it("Georgian is Georgian: no Latin, Cyrillic or capital Georgian letters, Georgian quotation marks in pairs", () => {
    for (const text of texts(templates.ka)) {
      const plain = text.replaceAll(/\{\w+\}/g, "");
      expect(plain).not.toMatch(/[A-Za-z\p{Script=Cyrillic}\u10A0-\u10C5\u1C90-\u1CBF"]/u);
      expect([...plain].filter((letter) => letter === "„").length).toBe([...plain].filter((letter) => letter === "“").length);
    }
  });
  it("one's own kinds cite the law they rest on", () => {
    expect(askers.filter(isOwn)).toEqual(["self", "representative"]);
    for (const [kind, article] of [["whereWho", "მე-13"], ["recipients", "მე-13"], ["existence", "მე-13"], ["access", "მე-14"], ["rectify", "მე-15"], ["erase", "მე-16"], ["stop", "მე-16"], ["block", "მე-17"], ["portability", "მე-18"], ["withdraw", "მე-20"], ["stopMarketing", "მე-12"], ["complaint", "22-ე"], ["publicInformation", "37-ე და მე-40"]] as const) {
      expect(texts(templates.ka.kinds[kind].body).join(" "), kind).toContain(`${article} მუხლ`);
    }
  });
});

describe("how a letter is signed", () => {
  it("depends on how it leaves, and comes back to what it was", () => {
    for (const language of ["ka", "en"] as const) {
      const text = letterText(writeLetter(input(language, lettered("access", "self", full))));
      expect(signedBy(text, language)).toBe("hand");
      for (const by of ["card", "sent", "hand"] as const) {
        const other = signFor(text, language, by);
        expect(signedBy(other, language)).toBe(by);
        expect(other.includes(byHand)).toBe(by === "hand");
        expect(signFor(other, language, "hand")).toBe(text);
      }
    }
  });

  it("an end that the person has written stays", () => {
    const text = `${letterText(writeLetter(input("ka", lettered("access", "self", full))))}\nპატივისცემით`;
    expect(signedBy(text, "ka")).toBeNull();
    expect(signFor(text, "ka", "card")).toBe(text);
  });

  it("an answer by mail is asked to the address, and without one by the way that the letter came", () => {
    const words = (email: string | null, address: string | null): string => {
      const { request } = input("ka", lettered("access", "self", full));
      return letterText(writeLetter(input("ka", { ...request, applicant: { ...request.applicant, email, address }, asked: { ...request.asked, answerForm: "electronic" } })));
    };
    expect(words("nino@example.ge", "ქუთაისი")).toContain("ელექტრონულად, შემდეგ მისამართზე: nino@example.ge.");
    expect(words(null, "ქუთაისი")).toContain("იმავე გზით, რომლითაც ეს წერილი მიიღეთ; თუ წერილი ქაღალდზე მიიღეთ – შემდეგ მისამართზე: ქუთაისი.");
    expect(words(null, null)).toContain("გამომიგზავნოთ იმავე გზით, რომლითაც ეს წერილი მიიღეთ.");
  });
});
