// What organisations promise of their own accord, dated: which text a request is judged by, and that nothing is lost on the way.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayFromIso, dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { applicableRules } from "../../../src/consent/law/deadline.ts";
import type { RuleSet } from "../../../src/consent/law/ruleSet.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { ownRules, ownRuleSet, type Promising, promisesOf, rulesInForce, withOwnRules, withoutOwnRules } from "../../../src/consent/policy/ownRules.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const none: Promising = { policy: null, formerPolicies: null };
const calendar = workCalendar();

function promising(day: Day, count: number): RuleSet {
  const made = ownRuleSet({ organisation: "მარანი", day }, [{ stage: "fulfilment", count, unit: "workingDays", section: "7.1" }], "https://marani.example.ge/", day);
  if (!made) throw new Error("no promise");
  return made;
}

/** The texts by brute force: the latest of the days up to then, else the first of all. */
function heldOn(texts: ReadonlyMap<Day, number>, filedOn: Day): number | undefined {
  const days = [...texts.keys()].toSorted((a, b) => a - b);
  return texts.get(days.findLast((one) => one <= filedOn) ?? days[0] ?? 0);
}

describe("own rules", () => {
  it("whatever order they come in, a request is judged by the text of its day, and by exactly one", () => {
    const day = fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2028, 1, 1) });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 6 }), day, (texts, filedOn) => {
        let organisation = none;
        for (const [of, count] of texts) organisation = withOwnRules(organisation, promising(of, count));
        const inForce = applicableRules(filedOn, [], rulesInForce(organisation));
        expect(inForce.map(({ limits }) => limits[0]?.count)).toEqual([heldOn(new Map(texts), filedOn)]);
        const days = ownRules(organisation).map(({ from }) => dayFromIso(from ?? "") ?? 0);
        expect(days).toEqual([...new Set(texts.map(([of]) => of))].toSorted((a, b) => b - a));
      }),
    );
  });

  it("one of the same day takes the other's place; what is taken out can be put in again", () => {
    const [old, middle, fresh] = [promising(dayOf(2025, 1, 1), 5), promising(dayOf(2025, 6, 1), 6), promising(dayOf(2026, 1, 1), 7)] as const;
    const all = [middle, fresh, old].reduce(withOwnRules, none);
    expect(all).toEqual({ policy: fresh, formerPolicies: [middle, old] });
    expect(ownRules(withOwnRules(all, promising(dayOf(2025, 6, 1), 9))).map(({ limits }) => limits[0]?.count)).toEqual([7, 9, 5]);
    expect(withoutOwnRules(all, fresh)).toEqual({ policy: middle, formerPolicies: [old] });
    expect(withOwnRules(withoutOwnRules(all, fresh), fresh)).toEqual(all);
    expect([old, middle, fresh].reduce(withoutOwnRules, all)).toEqual(none);
  });

  it("one without a day, of a record of before, is the oldest", () => {
    const undated: RuleSet = { ...promising(dayOf(2026, 1, 1), 3), from: null };
    const both = withOwnRules({ policy: undated, formerPolicies: null }, promising(dayOf(2026, 6, 1), 8));
    const counts = (filedOn: Day) => applicableRules(filedOn, [], rulesInForce(both)).map(({ limits }) => limits[0]?.count);
    expect([counts(dayOf(2026, 5, 31)), counts(dayOf(2026, 6, 1))]).toEqual([[3], [8]]);
  });

  it("an older request keeps the older text's day, a newer one has the newer's, both beside the law's own", () => {
    const organisation = organisationOf([promising(dayOf(2025, 1, 1), 3), promising(dayOf(2026, 7, 1), 5)].reduce<ReturnType<typeof organisationOf>>((so, one) => ({ ...so, ...withOwnRules(so, one) }), organisationOf()));
    const asked = (id: string, on: string) => ({ ...requestOf("access", "self", [happened("sent", on), happened("received", on)]), id, organisationId: organisation.id });
    const tracked = trackRequests(ledgerOf([organisation, asked("old", "2026-06-01"), asked("new", "2026-07-06")]), { statutes, calendar }, dayOf(2026, 7, 7));
    const own = (id: string) => tracked.find(({ request }) => request.id === id)?.situation.deadlines.map(({ basis, count, title }) => [basis, count, title.en.slice(-19)]);
    expect(own("old")).toEqual([["policy", 3, "text of 01.01.2025)"], ["statute", 10, expect.any(String)]]);
    expect(own("new")).toEqual([["policy", 5, "text of 01.07.2026)"], ["statute", 10, expect.any(String)]]);
  });

  it("a letter cites the text by its day, and no section where none was named", () => {
    const made = ownRuleSet({ organisation: "მარანი", day: dayOf(2026, 7, 1) }, [{ stage: "fulfilment", count: 5, unit: "workingDays", section: " " }], null, dayOf(2026, 7, 2));
    if (!made) throw new Error("no promise");
    const organisation = organisationOf({ policy: made });
    for (const language of ["ka", "en"] as const) {
      const text = letterText(compose({ language, request: requestOf(), organisation, followUp: null, complainTo: null, court: null, given: null, follows: null }, calendar, dayOf(2026, 7, 6)));
      expect(text).toContain(language === "ka" ? "მარანი (01.07.2026‑ის ტექსტი)" : "მარანი (text of 01.07.2026)");
      expect(text).not.toMatch(/(?:პუნქტი|section) –/);
    }
  });

  it("what was written down comes back into the form", () => {
    const promises = [{ stage: "firstAnswer", count: 10, unit: "workingDays", section: "" }, { stage: "extended", count: 2, unit: "months", section: "5.7" }] as const;
    const made = ownRuleSet({ organisation: "მარანი", day: dayOf(2026, 7, 1) }, promises, null, dayOf(2026, 7, 2));
    expect(made && promisesOf(made)).toEqual(promises);
    expect(made?.from).toBe(isoOf(dayOf(2026, 7, 1)));
    // Line 138: a deferral that is promised is for third parties.
    expect(made?.deferral?.askers).toEqual(["thirdParty", "legalPerson"]);
    expect(ownRuleSet({ organisation: "მარანი", day: dayOf(2026, 7, 1) }, [], null, dayOf(2026, 7, 2))).toBeNull();
  });
});
