import { describe, expect, it } from "vitest";
import { knownAs, organisationFrom, recordIdOf, withPage } from "../../../src/popup/organisation.ts";
import { organisationOf } from "../consent/build.ts";

const facts = { address: "https://bank.example.ge", page: "https://bank.example.ge/offices", name: "კავკასიის ბანკი", registryCode: "204999999", email: "data@bank.example.ge", phone: "", policy: "https://bank.example.ge/privacy" };
const hash = "ab".repeat(32);
const seen = organisationFrom(facts, hash, "7f0b1c2d-0000-4000-8000-000000000001", "2026-11-26T09:00:00.000Z");

describe("the organisation of a page", () => {
  it("a hash is evidence of the page that was read, and of no other that it links to", () => {
    expect(seen.evidence).toEqual([
      { kind: "own", where: facts.page, sha256: hash, seenAt: "2026-11-26T09:00:00.000Z", quote: null },
      { kind: "policy", where: facts.policy, sha256: null, seenAt: "2026-11-26T09:00:00.000Z", quote: null },
    ]);
    expect(organisationFrom({ ...facts, policy: " " }, hash, "x", "2026-11-26T09:00:00.000Z").evidence).toHaveLength(1);
  });

  it("is the one on record with its code, whatever it is called there; by its name only where the codes are not two", () => {
    const coded = organisationOf({ id: "coded", name: "სს კბ", registryCode: "204999999" });
    const named = organisationOf({ id: "named", name: "„კავკასიის ბანკი“" });
    const other = organisationOf({ id: "other", name: "კავკასიის ბანკი", registryCode: "111111111" });
    expect(knownAs([named, coded], facts)?.id).toBe("coded");
    expect(knownAs([{ ...coded, registryCode: "204-999-999" }], { ...facts, registryCode: "204 999 999" })?.id, "however its digits are grouped").toBe("coded");
    expect(knownAs([other, named], facts)?.id).toBe("named");
    expect(knownAs([other], facts)).toBeNull();
    expect(knownAs([other], { ...facts, registryCode: "" })?.id).toBe("other");
    expect(knownAs([coded], { name: "სხვა", registryCode: " " })).toBeNull();
  });

  it("has the same id each time, by its code or else its name, so that a locked vault is given it once", async () => {
    const id = await recordIdOf(facts);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await recordIdOf({ name: "სხვა სახელი", registryCode: " 204999999 " })).toBe(id);
    const named = await recordIdOf({ name: "კავკასიის ბანკი", registryCode: "" });
    expect(await recordIdOf({ name: " „კავკასიის  ბანკი“ ", registryCode: " " })).toBe(named);
    expect(new Set([id, named, await recordIdOf({ name: "204999999", registryCode: "" })]).size).toBe(3);
  });

  it("adds what the record lacked, once, and changes nothing that is there", () => {
    const known = organisationOf({ id: "known", name: "სს კბ", email: "own@bank.example.ge", phone: "032 2 00 00 00" });
    const added = withPage(known, seen);
    expect(added).toEqual({ ...known, registryCode: "204999999", website: "https://bank.example.ge", evidence: seen.evidence, updatedAt: seen.updatedAt });
    expect(withPage(added, seen).evidence).toEqual(seen.evidence);
  });
});
