// An organisation's answer read from its words: which it is, and which of a notice's items stand in it.
import { describe, expect, it } from "vitest";
import { checkDeferral, checkRefusal, isComplete } from "../../../src/consent/request/notice.ts";
import { readAnswer } from "../../../src/consent/answers/readAnswer.ts";
import { type NoticeItem, type NoticeKind, noticeText } from "../../virtual/portal/forms/noticeTexts.ts";

const facts = { sentOn: "20.11.2026", until: "15.12.2026" };
const kinds: readonly NoticeKind[] = ["satisfied", "deferred", "refused", "partly", "promised", "askedMore", "feeAsked"];
/** As a page of the portal has it around the letter: the portal's own day is no notice's day of sending. */
const onPage = (letter: string): string => `პასუხი: აცრების ბარათის ამონაწერი\nგანაცხადის ნომერი\n2026-100001\nთარიღი\n21.11.2026\nჯანმრთელობის ცენტრი, 21.11.2026\n${letter}`;

describe.each(["ka", "en"] as const)("answers in %s", (language) => {
  it.each(kinds)("%s is told from the others", (kind) => {
    expect(readAnswer(onPage(noticeText(kind, facts, [], language)), "page")?.type).toBe(kind);
  });

  it("a whole notice has all its items, and each that is left out is found missing, alone", () => {
    for (const [kind, items] of [["deferred", ["official", "sentOn", "reason", "until", "appeal"]], ["refused", ["official", "sentOn", "reason", "legalGround", "appeal"]]] as const) {
      const check = (without: readonly NoticeItem[]) => {
        const found = readAnswer(onPage(noticeText(kind, facts, without, language)), "page");
        if (!found) throw new Error("not read");
        return kind === "deferred" ? checkDeferral(found.notice) : checkRefusal(found.notice);
      };
      expect(isComplete(check([])), kind).toBe(true);
      for (const item of items) {
        const { missing, alsoMissing } = check([item]);
        expect([...missing, ...alsoMissing], `${kind} without ${item}`).toEqual([item === "appeal" ? "explainsAppeal" : item]);
      }
    }
  });

  it("says what it is about", () => {
    expect(readAnswer(noticeText("deferred", facts, [], language))?.notice).toMatchObject({ sentOn: "2026-11-20", until: "2026-12-15", legalGround: null, inWriting: true, explainsAppeal: true });
    expect(readAnswer(noticeText("feeAsked", facts, [], language))?.words).toMatch(/^20 (?:ლარი|GEL)$/);
    expect(readAnswer(noticeText("askedMore", facts, [], language))?.words).toMatch(/ასლი\.$|card\.$/);
  });
});

describe("what the words do not say", () => {
  it.each([
    "თქვენს შესახებ ინახება აცრების ბარათი.", "We have received your letter.", "",
    // What may come is no decision.
    "თუ მოთხოვნას უარი ეთქვა, შეგიძლიათ გაასაჩივროთ.", "If your request is refused, you may appeal.",
    "პასუხს 10 სამუშაო დღეში მიიღებთ.",
  ])("%s", (text) => {
    expect(readAnswer(text)).toBeNull();
  });

  it("a deferral that explains the appeal against a refusal stays a deferral", () => {
    expect(readAnswer("მოთხოვნის შესრულების ვადა 10 სამუშაო დღით გაგრძელდა.\nთუ მოთხოვნა არ დაკმაყოფილდება, შეგიძლიათ გაასაჩივროთ.")?.type).toBe("deferred");
  });

  it("a refusal in other words: its reason and its article are the sentences that say them", () => {
    const found = readAnswer("გაცნობებთ, რომ თქვენი განცხადება ვერ დაკმაყოფილდება. ინფორმაცია საიდუმლოა, რადგან გამოძიება მიმდინარეობს.\n„პერსონალურ მონაცემთა დაცვის შესახებ“ კანონის 21-ე მუხლის შესაბამისად უფლება შეზღუდულია.");
    expect(found).toMatchObject({ type: "refused", notice: { reason: "ინფორმაცია საიდუმლოა, რადგან გამოძიება მიმდინარეობს.", official: null, sentOn: null, explainsAppeal: false } });
    expect(found?.notice.legalGround).toContain("21-ე მუხლის");
  });

  it("a page's endless row of digits is no sum, and takes no time", () => {
    const began = performance.now();
    expect(readAnswer(`საფასური 1${" 1".repeat(20_000)}.`)?.type).toBe("feeAsked");
    expect(performance.now() - began).toBeLessThan(2_000);
    const short = performance.now();
    expect(readAnswer("ა. ".repeat(60_000))).toBeNull();
    expect(readAnswer("ა ".repeat(90_000))).toBeNull();
    expect(performance.now() - short).toBeLessThan(8_000);
    expect(readAnswer("საფასურია 1 200,50 ლარი.")?.words).toBe("1 200,50 ლარი");
  });

  it.each([
    "ასლი ", "ვერ ", "ვადა ", "გთხოვთ ", "რომელიც უარი ", "თქვენი ", "„ა ბ ", '"a b ', "we will have ", "the copy ", "if you, and ", "1 ლარი ", "please send ", "| არა ", "მისი მიზეზი ", "A. Bc ",
  ])("a page full of \"%s\" takes no time", (words) => {
    const began = performance.now();
    readAnswer(words.repeat(12_000));
    readAnswer(`${words.repeat(40)}. `.repeat(300));
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it.each([
    ["პატივისცემით, ნინო ვარშანიძე", "ნინო ვარშანიძე"], ["ნინო ვარშანიძე – იურისტი", "ნინო ვარშანიძე"], ["სკოლის დირექტორი: ნინო ვარშანიძე (ხელმოწერა, ბეჭედი)", "ნინო ვარშანიძე"], ["All the best with the move,\n\nDato Mikava\nNestFinder Support", "Dato Mikava"],
    ["Best, Nino Beridze", "Nino Beridze"], ["Head of Legal: Nino Beridze", "Nino Beridze"], ["For the Company:\nNino Beridze\nData Protection Officer", "Nino Beridze"], ["მადლობა.\n\nნინო ვარშანიძე", "ნინო ვარშანიძე"],
    // Who made it ready, and whom a visit is to, sign nothing; nor does a given name alone.
    ["შემსრულებელი: ნინო ვარშანიძე", null], ["თქვენი ვიზიტი: 11.01.2027, 12:30, ექიმი ნინო ვარშანიძე", null], ["ნინო", null], ["Contact: Nino Beridze", null],
  ])("who signed: %s", (foot, name) => {
    expect(readAnswer(`თქვენს მოთხოვნას უარი ეთქვა.\n\n${foot}`)?.notice.official).toBe(name);
  });

  it.each([
    ["ოცდაექვსი ნოემბერი, 2026 წ.", "2026-11-26"], ["TICKET 88 | Reply posted 10 November 2026, 18:31", "2026-11-10"], ["Date of this notice | 30 November 2026", "2026-11-30"], ["Dated this 9th day of December 2026", "2026-12-09"], ["თემა: თქვენი მოთხოვნა\n7 დეკემბერი 2026", "2026-12-07"],
    ["Your letter: 7 December 2026", null], ["სხდომის თარიღი: 7 დეკემბერი 2026", null],
  ])("its own day: %s", (head, iso) => {
    expect(readAnswer(`${head}\n\nთქვენს მოთხოვნას უარი ეთქვა.`)?.notice.sentOn).toBe(iso);
  });

  it("what is done in part and refused in part, behind each other or in a table, is neither", () => {
    expect(readAnswer("| 1 | ასლი | გაიცა |\n| 2 | ქულები | არ გაიცემა |")?.type).toBe("partly");
    expect(readAnswer("გიგზავნით ხელშეკრულების ასლს. ჩანაწერს ვერ მოგაწვდით.")?.type).toBe("partly");
    expect(readAnswer("ელფოსტა წავშალეთ, თუმცა გადახდების ისტორიას ვერ წავშლით.")?.type).toBe("partly");
  });

  it("the rest of a part is over where it is refused; where it is only called a part, more may come", () => {
    for (const text of ["| 1 | ასლი | გაიცა |\n| 2 | ქულები | არ გაიცემა |", "გიგზავნით ხელშეკრულების ასლს. ჩანაწერს ვერ მოგაწვდით.", noticeText("partly", facts), noticeText("partly", facts, [], "en")]) expect(readAnswer(text), text).toMatchObject({ type: "partly", isAll: true });
    for (const text of ["თქვენი მოთხოვნა ნაწილობრივ დაკმაყოფილდა.", "Your request was partly granted."]) expect(readAnswer(text), text).toMatchObject({ type: "partly", isAll: null });
  });

  it("a \"no\" beside a word that something was handed over is left to the person", () => {
    expect(readAnswer("ჩანაწერს ვერ მოგაწვდით.")?.type).toBe("refused");
    expect(readAnswer("ჩანაწერს ვერ მოგაწვდით. ყველაფერი სხვა ამ კონვერტს ახლავს.")?.type).not.toBe("refused");
  });

  it("a day that does not exist is none", () => {
    expect(readAnswer("ვადა გადაიდო 31.02.2026-მდე.")?.notice.until).toBeNull();
  });
});
