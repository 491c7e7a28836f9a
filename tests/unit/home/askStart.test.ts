// Where a complaint goes that is made, or made again.
import { expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { addressedNow, carriedOver, complaintTo, filledFor, ofDecision } from "../../../src/home/data/askStart.ts";
import { consentOf, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const defender = { kind: "otherBody", name: "სახალხო დამცველი" } as const;
const [body, shop] = [{ sector: "public" }, { sector: "private" }] as const;

it("a complaint made again goes where the first one went, and where nobody is above, to nobody above", () => {
  expect(complaintTo("complaint", body, { kind: "complaint" }, { kind: "higherBody", name: "ჯანდაცვის სამინისტრო" })).toEqual({ kind: "higherBody", name: "ჯანდაცვის სამინისტრო" });
  for (const organisation of [body, shop]) expect(complaintTo("complaint", organisation, null, defender)).toBe(defender);
  expect(complaintTo("complaint", shop, null, ofDecision)).toBeNull();
  expect(complaintTo("complaint", body, null, null)).toBeNull();
  expect(complaintTo("complaint", body, null, { kind: "supervisor", name: "" })).toBeNull();
});

it("about public information it goes to the body above, or to the one that was named; what is no complaint goes to the organisation", () => {
  for (const chosen of [null, ofDecision, { kind: "supervisor", name: "" } as const]) expect(complaintTo("complaint", body, { kind: "publicInformation" }, chosen)).toBe(ofDecision);
  expect(complaintTo("complaint", body, { kind: "publicInformation" }, defender)).toBe(defender);
  expect(complaintTo("access", body, null, defender)).toBeNull();
  expect(complaintTo("claim", body, null, ofDecision)).toBeNull();
});

it("a letter that was begun to a record which was made one with another goes to the one that stayed, and doubles nothing", () => {
  const [gone, kept, fresh] = ["gone", "kept", "fresh"].map((id) => organisationOf({ id }));
  if (!gone || !kept || !fresh) throw new Error("no organisations");
  const stays = organisationOf({ id: "stays", merged: [{ id: gone.id, at: "2026-11-27T08:00:00.000Z", otherwise: [] }] });
  const organisations = new Map([stays, kept].map((one) => [one.id, one]));
  expect(addressedNow({ record: gone, fresh: false }, organisations)).toEqual({ record: stays, fresh: false });
  for (const chosen of [{ record: kept, fresh: false }, { record: fresh, fresh: true }, null]) expect(addressedNow(chosen, organisations)).toBe(chosen);
});

it("what the record filled in for one organisation does not go to another, and is there again on the way back; what the person wrote stays", () => {
  const holding = holdingOf({ id: "h1", organisationId: "clinic", database: { name: "პაციენტები", location: null }, data: [{ name: "დიაგნოზი", special: "health" }] });
  const consent = consentOf({ id: "c1", organisationId: "clinic", holdingId: "h1", purpose: "მკურნალობა" });
  const followed = { ...requestOf("access"), organisationId: "clinic", asked: { ...requestOf().asked, identifying: "ბარათი 77", data: ["ანალიზები"] } };
  const book = { ledger: ledgerOf([organisationOf({ id: "clinic" }), organisationOf({ id: "bank" }), holding, consent]), today: dayOf(2026, 6, 1) };
  const filled = (organisationId: string | null, again: typeof followed | null = null) => filledFor(book, organisationId, { holdingId: "h1", consentId: null, followed: again }, "ka");
  const [clinic, bank] = [filled("clinic"), filled("bank")];
  expect(clinic).toMatchObject({ database: "პაციენტები", data: "დიაგნოზი", consent: "მკურნალობა" });
  expect(bank).toMatchObject({ database: "", data: "", consent: "" });
  expect(carriedOver(clinic, clinic, bank)).toEqual(bank);
  expect(carriedOver(bank, bank, clinic)).toEqual(clinic);
  const written = { ...clinic, data: "დიაგნოზი\nრეცეპტები", grounds: "მჭირდება", answerForm: "paper" as const };
  expect(carriedOver(written, clinic, bank)).toEqual({ ...bank, data: "დიაგნოზი\nრეცეპტები", grounds: "მჭირდება", answerForm: "paper" });
  // Asked again of another: what was asked may be the same, the customer's number is not.
  const again = { ...filled("clinic", followed), data: "ანალიზები" };
  expect(carriedOver(again, filled("clinic", followed), filled("bank", followed))).toMatchObject({ identifying: "", data: "ანალიზები" });
  expect(filled(null)).toEqual(bank);
  // A consent to nothing that is on record is the first one's as well.
  const alone = consentOf({ id: "c2", organisationId: "clinic", holdingId: null, purpose: "სიახლეები" });
  const withdrawn = (organisationId: string) => filledFor({ ...book, ledger: ledgerOf([organisationOf({ id: "clinic" }), organisationOf({ id: "bank" }), alone]) }, organisationId, { holdingId: null, consentId: "c2", followed: null }, "ka");
  expect(withdrawn("clinic").consent).toBe("სიახლეები");
  expect(carriedOver(withdrawn("clinic"), withdrawn("clinic"), withdrawn("bank")).consent).toBe("");
});
