// Words of ours in records: read and written to letters in the reader's language, whatever language they were stored in.
import { describe, expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json";
import ka from "../../../public/_locales/ka/messages.json";
import { organisationName, organisationNamed } from "../../../src/consent/record/organisationName.ts";
import { inWords, ownWords, sameWords } from "../../../src/consent/record/ownWords.ts";
import { flowsOf } from "../../../src/consent/view/flows.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { recordsOf } from "../../../src/notices/serviceStart.ts";
import { holdingOf, organisationOf } from "./build.ts";

describe("words of ours", () => {
  it("are the catalogues' own, each text of one pair only", () => {
    const texts = (catalogue: object): Readonly<Record<string, { readonly message: string } | undefined>> => ({ ...catalogue });
    for (const [key, [georgian, english]] of Object.entries(ownWords)) {
      if (!(key in ka)) continue;
      expect([texts(ka)[key]?.message, texts(en)[key]?.message], key).toEqual([georgian, english]);
    }
    const all = Object.values(ownWords).flat();
    expect(new Set(all).size).toBe(all.length);
    // What a policy's reader proposes, is.
    const proposed = Object.keys(ka).filter((key) => /^data_(?:purpose|recipient)_/.test(key) && !["data_purpose_ended", "data_recipient_nobody"].includes(key));
    expect(Object.keys(ownWords)).toEqual(expect.arrayContaining(proposed));
  });
  it("are read in the reader's language, and a person's own words as they are", () => {
    expect([inWords("LEPL Digital Governance Agency", "ka"), inWords("სსიპ ციფრული მმართველობის სააგენტო", "en"), inWords("ჩემი სიტყვა", "en")]).toEqual(["სსიპ ციფრული მმართველობის სააგენტო", "LEPL Digital Governance Agency", "ჩემი სიტყვა"]);
    const agency = organisationOf({ name: "LEPL Digital Governance Agency" });
    expect(organisationName(agency, "ka")).toBe("სსიპ ციფრული მმართველობის სააგენტო");
    expect(organisationNamed([agency], "სსიპ ციფრული მმართველობის სააგენტო")).toBe(agency);
    expect(sameWords(" Security", "უსაფრთხოება")).toBe(false);
    expect([sameWords(" security", "უსაფრთხოება"), sameWords("ჩემი", "სხვა"), sameWords("Mine", "mine ")]).toEqual([true, false, true]);
  });
  it("of another day's language are no second recipient", () => {
    const bank = organisationOf({ id: "bank", name: "ბანკი" });
    const held = holdingOf({ organisationId: "bank", service: "სერვისი", recipients: [{ name: ownWords.form_consent_agency[1], organisationId: null, role: "manager", purpose: ownWords.agencyPurpose[1] }] });
    expect(flowsOf(ledgerOf([bank, held]), "ka").map(({ to, purposes }) => [to, purposes])).toEqual([[ownWords.form_consent_agency[0], [ownWords.agencyPurpose[0]]]]);
    const words = { unknownProvider: ownWords.unknownProvider[0], agency: ownWords.form_consent_agency[0], agencyPurpose: ownWords.agencyPurpose[0], withdrawal: ownWords.withdrawal[0] };
    const sheet = { service: "სერვისი", url: "https://my.gov.ge/s", provider: "ბანკი", category: null, paragraphs: [] };
    const [again] = recordsOf({ sheet, sha256: "ab", at: 0 }, [bank, held], words, () => "new");
    expect(again).toMatchObject({ type: "holding", recipients: held.recipients });
  });
});
