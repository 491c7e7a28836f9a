// Who passes data on to whom, from hand to hand: the chains, and where each stands in the picture.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowPicture } from "../../../src/consent/view/flowPicture.ts";
import { chainsOf, type Flow, flowsOf } from "../../../src/consent/view/flows.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { holdingOf, organisationOf } from "./build.ts";

/** "a>b": on record, both; "a>(x)": to somebody who is not. */
const flows = (...pairs: readonly string[]): readonly Flow[] =>
  pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(">");
    const stranger = /^\((.+)\)$/.exec(to)?.[1];
    return { organisationId: from, from, toId: stranger === undefined ? to : null, to: stranger ?? to, roles: [], purposes: [], special: false, over: false };
  });
const chains = (...pairs: readonly string[]): readonly string[] => chainsOf(flows(...pairs)).map((one) => one.join(">"));

describe("chains", () => {
  it("begin where nobody gives, and end where nothing is given on", () => {
    expect(chains("a>b", "b>(x)")).toEqual(["a>b>x"]);
    expect(chains("a>b", "b>c", "c>(x)", "b>(y)")).toEqual(["a>b>c>x", "a>b>y"]);
    expect(chains("a>(x)", "b>(x)")).toEqual([]);
  });
  it("go round no circle twice, and a circle by itself is one, too", () => {
    expect(chains("a>b", "b>a")).toEqual([]);
    expect(chains("a>b", "b>c", "c>a")).toEqual(["a>b>c"]);
    expect(chains("a>a", "a>b", "b>(x)")).toEqual(["a>b>x"]);
    expect(chains("s>(x)", "a>b", "b>a", "a>(y)", "b>(y)")).toContain("a>b>y");
  });
  it("of however many there are, no more than can be read, and soon", () => {
    const many = Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (__, j) => `${i}>${j}`)).flat();
    const begun = performance.now();
    expect(chainsOf(flows(...many)).length).toBeLessThanOrEqual(50);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
  it("nobody passes data to itself: two records of one organisation may have named each other before they became one", () => {
    const recipient = { name: "ძველი ფარი", organisationId: "insurer", role: "manager" as const, purpose: null };
    const ledger = ledgerOf([organisationOf({ id: "insurer", name: "სს „ფარი“" }), holdingOf({ id: "h1", organisationId: "insurer", recipients: [recipient, { ...recipient, name: "აუდიტორი", organisationId: null }] })]);
    expect(flowsOf(ledger).map(({ to }) => to)).toEqual(["აუდიტორი"]);
  });
  it("what is kept no longer is passed on no longer: it stands in table and picture as over, is special no more, and ends a chain", () => {
    const recipient = (name: string, id: string | null) => ({ name, organisationId: id, role: "thirdParty" as const, purpose: null });
    const ended = { form: null, registered: null, source: null, acts: [], ended: { how: "destroyed", on: "2026-01-01" } } as const;
    const diagnosis = [{ name: "დიაგნოზი", special: "health" as const }];
    const clinic = holdingOf({ id: "h1", organisationId: "clinic", data: diagnosis, recipients: [recipient("ფარი", "insurer")] });
    const insurer = holdingOf({ id: "h2", organisationId: "insurer", data: diagnosis, recipients: [recipient("გადამზღვეველი", null)], handling: ended });
    const all = [organisationOf({ id: "clinic", name: "კლინიკა" }), organisationOf({ id: "insurer", name: "ფარი" }), clinic];
    const found = flowsOf(ledgerOf([...all, insurer]));
    expect(found.map(({ to, over, special }) => [to, over, special])).toEqual([["ფარი", false, true], ["გადამზღვეველი", true, false]]);
    expect(flowPicture(found, 4).arrows.map(({ over }) => over)).toEqual([false, true]);
    expect(chainsOf(found)).toEqual([]);
    // Another database of theirs goes on giving.
    const going = flowsOf(ledgerOf([...all, insurer, { ...insurer, id: "h3", data: [], handling: null }]));
    expect(going.map(({ over, special }) => [over, special])).toEqual([[false, true], [false, false]]);
    expect(chainsOf(going)).toHaveLength(1);
  });
  it("a recipient whose record became part of another one is that one, whatever another computer calls it", () => {
    const ledger = ledgerOf([
      organisationOf({ id: "clinic", name: "კლინიკა" }), organisationOf({ id: "insurer", name: "სს „ფარი“", merged: [{ id: "gone", at: "2026-01-01T08:00:00Z", otherwise: [] }] }),
      holdingOf({ id: "h1", organisationId: "clinic", recipients: [{ name: "სხვა სახელი", organisationId: "gone", role: "thirdParty", purpose: null }] }),
    ]);
    expect(flowsOf(ledger).map(({ toId, to }) => [toId, to])).toEqual([["insurer", "სს „ფარი“"]]);
  });
  it("a recipient written by hand is the organisation that is called so, also by another name it had", () => {
    const recipient = (name: string) => ({ name, organisationId: null, role: "thirdParty" as const, purpose: null });
    const ledger = ledgerOf([
      organisationOf({ id: "clinic", name: "კლინიკა" }), organisationOf({ id: "insurer", name: "სს „ფარი“", otherNames: ["ძველი ფარი"] }),
      holdingOf({ id: "h1", organisationId: "clinic", recipients: [recipient("სს ფარი"), recipient("ძველი ფარი")] }), holdingOf({ id: "h2", organisationId: "insurer", recipients: [recipient("გადამზღვეველი")] }),
    ]);
    expect(flowsOf(ledger).map(({ organisationId, toId, to }) => [organisationId, toId, to])).toEqual([["clinic", "insurer", "სს „ფარი“"], ["insurer", null, "გადამზღვეველი"]]);
    expect(chainsOf(flowsOf(ledger))).toEqual([["კლინიკა", "სს „ფარი“", "გადამზღვეველი"]]);
  });
});

describe("the picture", () => {
  it("has one box for each, however often it gives and receives, and an arrow for each flow", () => {
    const picture = flowPicture(flows("a>b", "b>(x)", "a>(x)", "b>c"), 4);
    expect(Object.fromEntries(picture.boxes.map(({ name, column }) => [name, column]))).toEqual({ a: 0, b: 1, x: 2, c: 2 });
    expect(picture.arrows.map(({ from, to }) => `${from.name}>${to.name}`)).toEqual(["a>b", "b>x", "a>x", "b>c"]);
    expect(picture).toMatchObject({ columns: 3, rows: 2 });
    expect(flowPicture(flows("a>b", "b>c", "c>d"), 3).boxes.map(({ column }) => column)).toEqual([0, 1, 2, 2]);
  });
  it("arrows lead to the right unless somebody gives back, and no two boxes stand in one place", () => {
    const letters = fc.constantFrom("a", "b", "c", "d", "e", "f", "(x)", "(y)");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), letters), { minLength: 1, maxLength: 14 }), (pairs) => {
        const all = flows(...new Set(pairs.map(([from, to]) => `${from}>${to}`)));
        const { boxes, arrows, columns } = flowPicture(all, 9);
        expect(new Set(boxes.map(({ column, row }) => `${column}/${row}`)).size).toBe(boxes.length);
        expect(new Set(boxes.map(({ key }) => key)).size).toBe(boxes.length);
        expect(arrows).toHaveLength(all.length);
        // No column is empty between two others.
        expect(Math.max(...boxes.map(({ column }) => column))).toBe(columns - 1);
        const onwards = (from: string, to: string, seen = new Set<string>()): boolean => from === to || all.some((one) => one.organisationId === from && one.toId !== null && !seen.has(one.toId) && onwards(one.toId, to, new Set([...seen, one.toId])));
        for (const { from, to } of arrows) if (from.column >= to.column) expect(onwards(to.key, from.key)).toBe(true);
      }),
    );
  });
});
