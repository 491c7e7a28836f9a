// Whom a record or a request is about, found by a few letters.
import { describe, expect, it } from "vitest";
import { georgianInstant, georgianIso } from "../../../src/consent/calendar/day.ts";
import { institutions } from "../../../src/consent/data/institutions.ts";
import { withoutForm } from "../../../src/consent/record/organisationName.ts";
import { evidenceText } from "../../../src/home/data/evidenceText.ts";
import { fromInstitution } from "../../../src/home/data/newRecord.ts";
import { offered, offerOf } from "../../../src/home/data/organisationOptions.ts";
import { organisationOf } from "../consent/build.ts";

describe("a legal form", () => {
  it("is taken off where it stands, and stays where it is all there is", () => {
    expect(withoutForm("სსიპ საჯარო რეესტრის ეროვნული სააგენტო")).toEqual({ name: "საჯარო რეესტრის ეროვნული სააგენტო", form: "სსიპ" });
    expect(withoutForm("ა(ა)იპ სოფლის განვითარების სააგენტო")).toEqual({ name: "სოფლის განვითარების სააგენტო", form: "ა(ა)იპ" });
    expect(withoutForm("Georgian Post LLC")).toEqual({ name: "Georgian Post", form: "LLC" });
    expect(withoutForm("LEPL Public Service Hall")).toEqual({ name: "Public Service Hall", form: "LEPL" });
    for (const name of ["სსიპ", "სსიპატრიოტი", "საქსტატი", "ssk LLCompany"]) expect(withoutForm(name)).toEqual({ name, form: "" });
  });
});

describe("what is offered", () => {
  const clinic = organisationOf({ id: "1", name: "შპს კლინიკა „იმედი“", otherNames: ["ნათება"], registryCode: "204000000" });
  const bank = organisationOf({ id: "2", name: "სს ბანკი" });
  const ids = (text: string, language: "ka" | "en" = "ka"): readonly string[] => Object.values(offered(offerOf([clinic, bank], language), text)).flat().map(({ id }) => id);

  it("is sorted by the names without their legal forms, those on record first, in either language", () => {
    for (const language of ["ka", "en"] as const) {
      const { known, listed } = offered(offerOf([clinic, bank], language), "");
      expect(known.map(({ id }) => id)).toEqual(["2", "1"]);
      expect(listed).toHaveLength(institutions.length);
      const names = listed.map(({ name }) => name);
      expect(names).toEqual(names.toSorted((a, b) => new Intl.Collator("ka", { ignorePunctuation: true }).compare(a, b)));
      expect(names.filter((name) => /^(სსიპ|LEPL)\s/.test(name))).toEqual([]);
    }
  });

  it("is found in Georgian and in Latin letters, by the English name, an earlier name and the code", () => {
    for (const text of ["რეესტრი", "reestri", "sajaro reestris", "Public Registry"]) expect(ids(text)[0]).toBe("napr");
    for (const text of ["იმედი", "imedi", "klinika", "nateba", "204000000"]) expect(ids(text)).toEqual(["1"]);
    expect(ids("public registry", "en")[0]).toBe("napr");
    expect(ids("ასეთი არ არის")).toEqual([]);
  });

  it("one of the catalogue goes on record with its page, and with the day on which that was read", () => {
    const texts = { t: (key: string) => key };
    for (const institution of institutions) {
      // A company is no public body by its form, even if it is the state's.
      expect(fromInstitution(institution).sector, institution.name).toBe(institution.name.startsWith("შპს ") ? "unknown" : "public");
      const [seen] = fromInstitution(institution).evidence;
      if (!seen) throw new Error("no evidence");
      expect(evidenceText(seen, georgianInstant(seen.seenAt), texts), institution.key).toBe(`data_source_catalogue · ${institution.source} · ${georgianIso(institution.verifiedOn)}`);
    }
    expect(evidenceText({ kind: "import", where: "theirs.jsonld", sha256: null, seenAt: "2026-11-25T00:00:00Z", quote: null }, "25.11.2026", texts)).toBe("data_source_import · theirs.jsonld · 25.11.2026");
  });

  it("one that is on record is not offered a second time out of the catalogue", () => {
    const [first] = institutions;
    const { known, listed } = offered(offerOf([organisationOf({ id: "x", name: first?.name ?? "" })], "ka"), "");
    expect(known.map(({ id }) => id)).toEqual(["x"]);
    expect(listed.map(({ id }) => id)).not.toContain(first?.key);
  });
});
