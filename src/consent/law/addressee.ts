import { type Day, dayFromIso } from "../calendar/day.ts";
import { type Addressee, addressees } from "../data/authorities.ts";

/** Where a deferral, a refusal or silence can be taken on that day (line 116), the supervisor first. */
export function addresseesOn(day: Day, publicBody: boolean): readonly Addressee[] {
  return addressees.filter((one) => holdsOn(one, day) && (publicBody || one.kind !== "higherBody"));
}

/**
 * Who supervises personal data on that day. Before 2013 nobody did: a letter of such a day, which a person may have entered, names the
 * first who could take it up.
 */
export function supervisorOn(day: Day): Addressee {
  const supervisors = addressees.filter(({ kind }) => kind === "supervisor");
  const found = supervisors.find((one) => holdsOn(one, day)) ?? supervisors[0];
  if (!found) throw new RangeError("no supervisor of personal data is on record");
  return found;
}

function holdsOn({ from, until }: Addressee, day: Day): boolean {
  return (from === null || day >= (dayFromIso(from) ?? Infinity)) && (until === null || day < (dayFromIso(until) ?? -Infinity));
}
