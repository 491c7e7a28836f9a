import { describe, expect, it } from "vitest";
import { mobileE164, mobileForField, mobileForPeople, parseEmail, parseMobile, parsePhone } from "../../../src/profile/contact.ts";
import { nobody, parseProfile, profileJson, withContact } from "../../../src/profile/profile.ts";
import { randomBelow, suggestionBits, suggestPassword } from "../../../src/passwords/suggest.ts";
import { advise } from "../../../src/registration/advise.ts";
import { mailtoOf } from "../../../src/codec/mailto.ts";

describe("mobile numbers", () => {
  it.each(["599123456", "599 12 34 56", "599-12-34-56", "(599) 123 456", "+995599123456", "+995 599 12 34 56", "995 599 123456", "00995599123456", "0599123456", " 599\u00A012\u00A034\u00A056 ", "599\u201112\u201134\u201156", "599–12–34–56", "\u202A+995 599 12 34 56\u202C", "599/12 34 56"])("%s", (text) => expect(parseMobile(text)).toBe("599123456"));
  it.each(["790123456", "+995 790 12 34 56"])("%s, of the older range", (text) => expect(parseMobile(text)).toBe("790123456"));
  it.each([["+995 599-12-34-56", "599 12 34 56"], [" 0431 24 55 55 ", "0431 24 55 55"], ["+49 (30) 123456", "+49 (30) 123456"], ["12345", null], ["ნინოს ტელეფონი", null], ["1234567890123456", null], ["", null]])("letters take a telephone at home and one abroad as well: %s", (text, kept) => expect(parsePhone(text)).toBe(kept));
  it.each(["", "59912345", "5991234567", "+996599123456", "322123456", "+995322123456", "599 12 34 5x", "599123456 or 555123456", "+49599123456", "791123456"])("%s is none", (text) => expect(parseMobile(text)).toBeNull());
  it("are written for people, for machines, and as a field has it", () => {
    expect(mobileForPeople("599123456")).toBe("599 12 34 56");
    expect(mobileE164("599123456")).toBe("+995599123456");
    expect(mobileForField("599123456", "მობილური ტელეფონი", "")).toBe("599123456");
    expect(mobileForField("599123456", "მობილური (+995…)", "")).toBe("+995599123456");
    expect(mobileForField("599123456", "მობილური", "+995")).toBe("+995599123456");
  });
});

describe("mail addresses", () => {
  it.each([["nino@example.ge", "nino@example.ge"], [" nino.k+my@mail.Example.GE ", "nino.k+my@mail.example.ge"], ["a_b-c@x-y.co", "a_b-c@x-y.co"], ["nino@example.ge\u200B", "nino@example.ge"]])("%s", (text, address) => expect(parseEmail(text)).toBe(address));
  it.each(["", "nino", "nino@", "@example.ge", "nino@example", "nino@@example.ge", "nino @example.ge", "nino@-example.ge", "nino@example..ge", "ნინო@example.ge", `${"a".repeat(65)}@example.ge`, "nino@example.ge, giorgi@example.ge"])("%s is none", (text) => expect(parseEmail(text)).toBeNull());
});

describe("the profile", () => {
  it("keeps all else when mobile and mail change", () => {
    const before = parseProfile({ applicant: { ...nobody.applicant, name: "ტესტაძე ნინო", address: "ქუთაისი" }, representative: { name: "x" } });
    const after = withContact(before, { phone: "599 12 34 56", email: "nino@example.ge" });
    expect(after).toEqual({ applicant: { ...before.applicant, phone: "599 12 34 56", email: "nino@example.ge" }, representative: before.representative });
    expect(parseProfile(profileJson(after))).toEqual(after);
  });
  it.each([null, 7, "x", {}, { applicant: 3 }])("%o is nobody's", (value) => expect(parseProfile(value)).toEqual(nobody));
});

describe("a suggested password", () => {
  it("has what most rules want, can be read aloud, and is never the same", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      const text = suggestPassword(randomBelow);
      expect(text).toMatch(/^(?:[A-Za-z][a-z]{5}-){4}\d\d$/);
      expect(text.match(/[A-Z]/g)).toHaveLength(1);
      seen.add(text);
    }
    expect(seen.size).toBe(200);
    expect(suggestionBits).toBeGreaterThan(75);
  });
  it("is drawn evenly: every syllable comes, none much more often than another", () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 7_000; i += 1) {
      const drawn = randomBelow(14);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(14);
    // 500 each; seven standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(160);
  });
});

describe("which way to register", () => {
  it.each([
    [{ card: true, reader: true, camera: true }, "card", false, false],
    [{ card: true, reader: false, camera: true }, "video", true, true],
    [{ card: true, reader: false, camera: false }, "house", true, true],
    [{ card: false, reader: true, camera: true }, "video", false, true],
    [{ card: false, reader: false, camera: false }, "house", false, true],
  ] as const)("%o: %s", (atHand, best, readerMissing, withoutSigning) => expect(advise(atHand)).toEqual({ best, readerMissing, withoutSigning }));
});

describe("the mail draft", () => {
  it("is an address with subject and text, lines as mail has them", () => {
    const { href } = new URL(mailtoOf("info@my.gov.ge", "ხარვეზი", "ა & ბ\nგ").href);
    expect(href).toBe(`mailto:info@my.gov.ge?subject=${encodeURIComponent("ხარვეზი")}&body=${encodeURIComponent("ა & ბ\r\nგ")}`);
  });
  it("leaves out a text that is too long for an address", () => expect(mailtoOf("info@my.gov.ge", "s", "ა".repeat(1_000))).toEqual({ href: "mailto:info@my.gov.ge?subject=s", isWhole: false }));
});
