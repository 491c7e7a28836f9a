// What a form for a request begins with.
import { expect, it } from "vitest";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { resumed } from "../../../src/home/data/askStart.ts";
import { organisationOf, requestOf } from "../consent/build.ts";

it("a request that waited in a form since before the dead could be asked about has its letter all the same", () => {
  const { kin: _, ...before } = requestOf("access", "thirdParty").asked;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the version before wrote it
  const waiting = { ...requestOf("access", "thirdParty"), asked: before } as DataRequest;
  const write = (request: DataRequest) => letterText(compose({ language: "ka", request, organisation: organisationOf(), followUp: null, complainTo: null, court: null, given: null, follows: null }, workCalendar(), 20_000));
  expect(() => write(waiting)).toThrow("kin");
  expect(write(resumed(waiting))).toBe(write(requestOf("access", "thirdParty")));
});
