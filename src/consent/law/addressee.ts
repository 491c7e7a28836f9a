import { type Day, dayFromIso } from "../calendar/day.ts";
import { type Addressee, addressees } from "../data/authorities.ts";

/** Where a deferral, a refusal or silence can be taken on that day (line 116), the supervisor first. */
export function addresseesOn(day: Day, publicBody: boolean): readonly Addressee[] {
  return addressees.filter((one) => holdsOn(one, day) && (publicBody || one.kind !== "higherBody"));
}

/** @throws for a day before 2013: there was no supervisor */
export function supervisorOn(day: Day): Addressee {
  const found = addressees.find((one) => one.kind === "supervisor" && holdsOn(one, day));
  if (!found) throw new RangeError("nobody supervised personal data on that day");
  return found;
}

function holdsOn({ from, until }: Addressee, day: Day): boolean {
  return (from === null || day >= (dayFromIso(from) ?? Infinity)) && (until === null || day < (dayFromIso(until) ?? -Infinity));
}
