// What the portal features work out without a browser.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, parseApplication } from "../../../src/forms/application.ts";
import { sortApplications } from "../../../src/forms/applications.ts";
import { parseAnswer } from "../../../src/forms/answer.ts";
import { offersFor, personPartOf } from "../../../src/forms/personFields.ts";
import { type FieldValue, isFilled, parseFields, summaryOf } from "../../../src/forms/snapshot.ts";
import { differenceOf } from "../../../src/notices/difference.ts";
import { factsOf, parseServiceSheet, specialIn } from "../../../src/notices/serviceFacts.ts";
import { recordsOf, type ServiceStart } from "../../../src/notices/serviceStart.ts";
import { decisionOn, parseNoticeRecord, versionsOf } from "../../../src/notices/terms.ts";

const field = (over: Partial<FieldValue>): FieldValue => ({ key: "a", nth: 0, kind: "text", label: "", values: [""], ...over });
const identity = { formKey: "k", url: "https://www.my.gov.ge/services/x/apply", title: "x" };
const application = { type: "application", state: "draft", identity, fields: [field({})], attachments: [], createdAt: 1, changedAt: 2, sha256: null, from: null } as const;

describe("drafts", () => {
  it("survive JSON, and nothing malformed passes for one", () => {
    const value: unknown = JSON.parse(JSON.stringify(application));
    expect(parseApplication(value)).toEqual(application);
    fc.assert(fc.property(fc.jsonValue(), (any) => {
      expect(parseApplication(any)).toBeNull();
      expect(parseAnswer(any)).toBeNull();
      expect(parseNoticeRecord(any)).toBeNull();
      expect(parseServiceSheet(any)).toBeNull();
    }));
    for (const wrong of [{ nth: -1 }, { kind: "password" }, { values: [1] }, { key: "x".repeat(400) }]) expect(parseFields([{ ...field({}), ...wrong }])).toBeNull();
  });
  it("are told apart by their first words; a tick alone is nothing to keep", () => {
    expect(isFilled([field({ kind: "check", values: ["yes"] }), field({ values: ["  "] })])).toBe(false);
    expect(isFilled([field({ values: ["ა"] })])).toBe(true);
    expect(summaryOf([field({ values: [" ნინო "] }), field({ kind: "select", values: ["x"] }), field({ values: ["ქუთაისი"] })])).toBe("ნინო · ქუთაისი");
  });
  it("are sent when the portal says so, and sealed continuations replace exactly the version they continue", () => {
    const at = (id: string, over: object, version = `${id}-1`): { id: string; version: string; value: unknown } => ({ id, version, value: { ...application, ...over } });
    const receipt = { id: "receipt-b", version: "r", value: { type: "receipt", applicationId: "b", number: "2026-1", at: 9, url: "", title: "" } };
    const { drafts, sent } = sortApplications([
      at("a", { changedAt: 5 }), at("b", {}), at("c", { state: "sending" }), receipt,
      at("d", {}, "old"), at("e", { changedAt: 7, from: { applicationId: "d", replaces: "old" } }),
      at("f", {}, "newer"), at("g", { changedAt: 6, from: { applicationId: "f", replaces: "older" } }),
    ]);
    expect(drafts.map(({ draftId }) => draftId)).toEqual(["e", "g", "a", "f"]);
    expect(sent.map(({ applicationId, receipt: one }) => [applicationId, one?.number ?? null])).toEqual([["b", "2026-1"], ["c", null]]);
  });
  it("the hash of what was sent changes with every value, file and place", () => {
    const base = contentOf(application);
    for (const other of [{ fields: [field({ values: ["b"] })] }, { fields: [field({ nth: 1 })] }, { attachments: [{ key: "f", name: "n", size: 1, attachmentId: "i", sha256: "00", signed: false }] }]) expect(contentOf({ ...application, ...other })).not.toBe(base);
    // Where the file lies in the vault is no content.
    const file = { key: "f", name: "n", size: 1, attachmentId: "i", sha256: "00", signed: false };
    expect(contentOf({ ...application, attachments: [file] })).toBe(contentOf({ ...application, attachments: [{ ...file, attachmentId: "j" }] }));
  });
});

describe("the person's details", () => {
  it.each([
    ["სახელი და გვარი", "name"], ["სახელი, გვარი *", "name"], ["სახელი", "givenName"], ["გვარი:", "surname"], ["პირადი ნომერი", "personalNumber"],
    ["მობილური ტელეფონი", "phone"], ["ელ. ფოსტა", "email"], ["ელ-ფოსტის მისამართი", "email"], ["ფაქტობრივი მისამართი", "address"], ["Full name", "name"], ["E-mail address", "email"],
    ["შვილის სახელი", null], ["კომპანიის მისამართი", null], ["მიზეზი", null], ["დოკუმენტის ნომერი", null],
  ])("%s", (label, part) => {
    expect(personPartOf(field({ label }))).toBe(part);
  });
  it("are offered only where the form does not have them", () => {
    const fields = [field({ label: "პირადი ნომერი", values: ["01001000001"] }), field({ key: "b", label: "სახელი და გვარი" }), field({ key: "c", label: "ელ. ფოსტა" })];
    expect(offersFor(fields, { personalNumber: "01001000001", name: "ნინო ტესტაძე" }).map(({ value }) => value)).toEqual(["ნინო ტესტაძე"]);
    // A number as the field wants it, not as people read it.
    const phone = "599 12 34 56";
    expect([field({ label: "მობილური" }), field({ label: "ტელეფონი (+995…)" }), field({ label: "ტელეფონი", values: ["+995 "] })].map((one) => offersFor([one], { phone })[0]?.value)).toEqual(["599123456", "+995599123456", "+995599123456"]);
    expect(offersFor([field({ label: "ტელეფონი" })], { phone: "032 2 12 34 56" })[0]?.value).toBe("032 2 12 34 56");
  });
});

describe("what changed between two texts", () => {
  const paragraph = fc.array(fc.constantFrom("ვადა", "10", "15", "სამუშაო", "დღე", "მონაცემი"), { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  it("both texts can be had back from it, and nothing else is in it", () => {
    fc.assert(fc.property(fc.array(paragraph, { maxLength: 6 }), fc.array(paragraph, { maxLength: 6 }), (before, after) => {
      const changes = differenceOf(before, after);
      const side = (without: "added" | "removed"): readonly string[] => changes.filter(({ kind }) => kind !== without).map(({ pieces }) => pieces.filter(({ kind }) => kind !== without).map(({ text }) => text).join(""));
      expect(side("added")).toEqual(before);
      expect(side("removed")).toEqual(after);
    }));
  });
  it("two long texts with nothing in common, and long paragraphs shuffled, are compared in a moment", () => {
    const text = (seed: number, paragraphs: number, words: number): readonly string[] => Array.from({ length: paragraphs }, (_, n) => Array.from({ length: words }, (__, k) => `${"სიტყვა".slice(0, 2 + ((n * k * seed) % 4))}${(n * 7_919 + k * 104_729 * seed) % 997}`).join(" "));
    const began = performance.now();
    for (const [before, after] of [[text(1, 400, 60), text(2, 400, 60)], [text(3, 6, 3_000), text(3, 6, 3_000).map((one) => one.split(" ").toReversed().join(" "))]] as const) {
      const changes = differenceOf(before, after);
      const side = (without: "added" | "removed"): readonly string[] => changes.filter(({ kind }) => kind !== without).map(({ pieces }) => pieces.filter(({ kind }) => kind !== without).map(({ text: words }) => words).join(""));
      expect(side("added")).toEqual(before);
      expect(side("removed")).toEqual(after);
    }
    expect(performance.now() - began).toBeLessThan(8_000);
  });
  it("a number that changed is one word that changed", () => {
    expect(differenceOf(["ა", "პასუხი 10 დღეში."], ["ა", "პასუხი 15 დღეში."])[1]).toEqual({
      kind: "changed",
      pieces: [{ kind: "same", text: "პასუხი " }, { kind: "removed", text: "10" }, { kind: "added", text: "15" }, { kind: "same", text: " დღეში." }],
    });
  });
});

describe("what a service's page says", () => {
  const sheet = {
    service: "აცრების ბარათი", url: "https://www.my.gov.ge/services/v", provider: "ცენტრი", category: 2,
    paragraphs: ["სერვისის მისაღებად მუშავდება: სახელი, გვარი და ჯანმრთელობის მდგომარეობა.", "მონაცემების შენახვის ვადა: 3 წელი.", "მიმღები: სადაზღვევო კომპანია."],
  };
  const start: ServiceStart = { sheet, sha256: "0".repeat(64), at: Date.UTC(2026, 10, 24) };
  const words = { unknownProvider: "უცნობი", agency: "სააგენტო", agencyPurpose: "პორტალი", withdrawal: "წერილობით" };
  let made = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;

  it("is read, and where it is silent nothing is claimed", () => {
    const facts = factsOf(sheet);
    expect(facts).toEqual({ data: [{ name: "სახელი", special: null }, { name: "გვარი", special: null }, { name: "ჯანმრთელობის მდგომარეობა", special: "health" }], purpose: null, retention: { text: "3 წელი", duration: "P3Y" }, recipients: ["სადაზღვევო კომპანია"] });
    expect(specialIn(facts)).toEqual(["health"]);
    expect(factsOf({ paragraphs: ["სასწავლო სერვისი."], provider: null })).toEqual({ data: null, purpose: null, retention: null, recipients: null });
  });
  it.each([
    ["the data are not passed on", "მონაცემების მიმღები მესამე პირები არ არიან.", {}],
    ["nobody receives them", "მიმღები: არავინ.", {}],
    ["no other recipient", "No other recipient gets these data.", {}],
    ["who gets the service", "სერვისის მიმღები იხდის 5 ლარს.", {}],
    ["special ones are not taken", "განსაკუთრებული კატეგორიის მონაცემები არ მუშავდება: ჯანმრთელობის მდგომარეობა, რწმენა.", {}],
    ["the same in English", "No special categories are processed: health, religion.", {}],
    ["not kept for longer than", "მონაცემები არ ინახება 1 წელზე მეტ ხანს.", {}],
    ["kept under a number, which is no time", "განაცხადი ინახება სისტემაში 123456 ნომრით.", {}],
    ["no more than", "მონაცემები ინახება არა უმეტეს 5 წლისა.", { retention: { text: "5 წლისა", duration: "P5Y" } }],
    ["to whom, and not what", "მონაცემები გადაეცემა შემდეგ ორგანიზაციებს: სს ბანკი, სააგენტო.", { recipients: ["სს ბანკი, სააგენტო"] }],
    ["two sentences of one paragraph", "მუშავდება: სახელი, ელ. ფოსტა. მონაცემები არ გადაეცემა მესამე პირებს.", { data: [{ name: "სახელი", special: null }, { name: "ელ. ფოსტა", special: null }] }],
    ["a condition is no denial", "თუ განცხადება ელექტრონული არ არის, მუშავდება: სახელი.", { data: [{ name: "სახელი", special: null }] }],
  ])("nothing is claimed that the page denies or says of something else: %s", (_, paragraph, said) => {
    expect(factsOf({ paragraphs: [paragraph], provider: null })).toEqual({ data: null, purpose: null, retention: null, recipients: null, ...said });
  });
  it.each([
    ["მონაცემები ინახება სამი წლის განმავლობაში.", "სამი წლის განმავლობაში", "P3Y"],
    ["შენახვის ვადა: ათი დღე.", "ათი დღე", "P10D"],
    ["მონაცემების შენახვის ვადა: სერვისის მიღებამდე.", "სერვისის მიღებამდე", null],
    ["მონაცემები ინახება უვადოდ.", "უვადოდ", null],
    ["მონაცემები ინახება მიზნის მიღწევამდე.", "მიზნის მიღწევამდე", null],
    ["The data are kept for two years.", "two years", "P2Y"],
    ["The data are stored until the case is closed.", "until the case is closed", null],
  ])("how long, in words: %s", (paragraph, text, duration) => {
    expect(factsOf({ paragraphs: [paragraph], provider: null }).retention).toEqual({ text, duration });
  });
  it.each(["მონაცემები არ ინახება სამი წლის შემდეგ.", "განაცხადი ინახება სისტემაში.", "მონაცემები ინახება დაცულ სერვერზე, თბილისში.", "The form is kept in the archive."])("no term: %s", (paragraph) => {
    expect(factsOf({ paragraphs: [paragraph], provider: null }).retention).toBeNull();
  });
  it("what stands in brackets is part of its word", () => {
    expect(factsOf({ paragraphs: ["მუშავდება: სახელი და გვარი, საკონტაქტო მონაცემები (ტელეფონი, ელფოსტა და მისამართი), ასაკი."], provider: null }).data?.map(({ name }) => name)).toEqual(["სახელი", "გვარი", "საკონტაქტო მონაცემები (ტელეფონი, ელფოსტა და მისამართი)", "ასაკი"]);
  });
  it("becomes an organisation, a holding and a consent; the second time a renewed consent", () => {
    const first = recordsOf(start, [], words, newId);
    expect(first.map(({ type }) => type)).toEqual(["organisation", "holding", "consent"]);
    const again = recordsOf({ ...start, at: start.at + 1_000 }, first, words, newId);
    expect(again.map(({ type, id }) => [type, id])).toEqual(first.slice(1).map(({ type, id }) => [type, id]));
    expect(again[1]).toMatchObject({ events: [{ state: "given" }, { state: "renewed" }] });
    expect(recordsOf({ ...start, sheet: { ...sheet, provider: null } }, [], words, newId)[0]).toMatchObject({ name: "უცნობი" });
  });
});

describe("versions of terms", () => {
  const seen = { type: "terms", what: "portal", pageKey: "k", url: "u", title: "t", stated: null, paragraphs: ["ა"] } as const;
  it("newest first, each with the last decision about it", () => {
    const records = [
      { ...seen, sha256: "1", firstSeen: 1 }, { ...seen, sha256: "2", firstSeen: 2 }, { ...seen, pageKey: "other", sha256: "3", firstSeen: 3 },
      { type: "decision", pageKey: "k", sha256: "2", decision: "later", at: 5 }, { type: "decision", pageKey: "k", sha256: "2", decision: "agree", at: 6 },
    ].map(parseNoticeRecord).filter((one) => one !== null);
    const [newest, older] = versionsOf(records, "k");
    expect([newest?.sha256, older?.sha256]).toEqual(["2", "1"]);
    if (!newest || !older) throw new Error("no versions");
    expect([decisionOn(records, newest)?.decision, decisionOn(records, older)]).toEqual(["agree", null]);
  });
});
