// An organisation whose name was mended is still the one that its sources call by the old name.
import { describe, expect, it } from "vitest";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { organisationLike, organisationName, organisationNamed, renamed } from "../../../src/consent/record/organisationName.ts";
import type { Organisation } from "../../../src/consent/record/record.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { findOrganisations, organisationsOf } from "../../../src/consent/view/organisations.ts";
import { organisationOf } from "./build.ts";

const agency = organisationOf({ name: "სდა" });
const full = renamed(agency, "სახელმწიფო სერვისების განვითარების სააგენტო");

it("is shown as it is read from left to right, whatever turns there are in it", () => {
  expect(organisationName(organisationOf({ name: "ბანკი \u202eegp.exe\u2069" }), "ka")).toBe("ბანკი egp.exe");
});

describe("a mended name", () => {
  it("is found by what it is called now and by what it was called, the present name first", () => {
    expect(full.otherNames).toEqual(["სდა"]);
    expect(organisationNamed([full], "სდა")).toBe(full);
    expect(organisationNamed([full], full.name)).toBe(full);
    expect(organisationNamed([full], "")).toBeUndefined();
    const other = { ...agency, id: "other" };
    expect(organisationNamed([full, other], "სდა")).toBe(other);
  });
  it("comes and goes without a trace of itself, and an unchanged one is no other name", () => {
    expect(renamed(agency, "სდა")).toBe(agency);
    expect(renamed(full, "სდა")).toMatchObject({ name: "სდა", otherNames: [full.name] });
  });
  it("stays in the exported file and in the search; a record of before has none and is read as before", () => {
    expect(importRecords(JSON.parse(exportRecords([full], 0)))).toEqual([full]);
    const { otherNames: _, ...old } = agency;
    expect(importRecords(JSON.parse(exportRecords([old as Organisation], 0)))).toEqual([agency]);
    expect(organisationNamed([old as Organisation], "სხვა")).toBeUndefined();
    const ledger = ledgerOf([full, { ...(old as Organisation), id: "old", name: "ბანკი" }]);
    expect(findOrganisations(organisationsOf(ledger, [], []), "სდა").map(({ id }) => id)).toEqual([full.id]);
  });
  it("typed by hand it is found again, whatever the case, the blanks and the quotation marks", () => {
    const clinic = organisationOf({ name: "კლინიკა „იმედი“", nameEn: "Clinic Imedi", otherNames: ["ძველი კლინიკა"] });
    for (const typed of ['კლინიკა "იმედი"', " კლინიკა  იმედი ", "CLINIC imedi", "ძველი კლინიკა"]) expect(organisationLike([clinic], typed), typed).toBe(clinic);
    // So does whatever reads its name on a page or in a policy: else it would be on record twice.
    for (const read of ["კლინიკა «იმედი»", 'კლინიკა\u00a0"იმედი"']) expect(organisationNamed([clinic], read), read).toBe(clinic);
    for (const typed of ["კლინიკა", "", " ", "„“"]) expect(organisationLike([clinic, organisationOf({ name: "" })], typed), typed).toBeUndefined();
  });
});
