import { type Day, isoOf } from "../../../src/consent/calendar/day.ts";
import { requestKinds } from "../../../src/consent/law/requestKind.ts";
import type { DataRecord } from "../../../src/consent/record/record.ts";
import { happened, holdingOf, organisationOf, requestOf } from "../../unit/consent/build.ts";

const id = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** `count` holdings with 200 organisations, of every kind that the dashboard tells apart. */
export function manyRecords(count: number): readonly DataRecord[] {
  const organisations = Array.from({ length: 200 }, (_, i) => organisationOf({ id: id("a", i), name: `ორგანიზაცია ${i} `, category: i % 3 === 0 ? "health" : "business" }));
  const holdings = Array.from({ length: count }, (_, i) =>
    holdingOf({
      id: id("b", i),
      organisationId: id("a", i % 200),
      purposes: ["მომსახურება", `მიზანი ${i}`],
      data: [{ name: "სახელი, გვარი", special: null }, ...(i % 5 === 0 ? [{ name: "დიაგნოზი", special: "health" as const }] : [])],
      recipients: i % 2 === 0 ? [{ name: `მიმღები ${i % 30}`, organisationId: null, role: "thirdParty", purpose: null }] : [],
      retention: { until: i % 3 === 0 ? null : `20${26 + (i % 10)}-0${1 + (i % 9)}-15`, duration: null, text: null },
      since: `20${10 + (i % 15)}-0${1 + (i % 9)}-15`,
    }),
  );
  return [...organisations, ...holdings];
}

/** `count` requests of every kind, sent over the last year, a fifth of them deferred, to 200 organisations. */
export function manyRequests(count: number, today: Day): readonly DataRecord[] {
  const organisations = manyRecords(0);
  const requests = Array.from({ length: count }, (_, i) => {
    const received = isoOf(today - (i % 365) - 1);
    const events = [happened("sent", received), happened("received", received), ...(i % 5 === 0 ? [happened("deferred", isoOf(today - (i % 365)))] : [])];
    return { ...requestOf(requestKinds[i % requestKinds.length] ?? "access", "self", events), id: id("c", i), organisationId: id("a", i % 200) };
  });
  return [...organisations, ...requests];
}
