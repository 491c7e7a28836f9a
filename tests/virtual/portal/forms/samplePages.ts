// One page of each kind, with something on it: what site data and words are held to.
import { serviceOf } from "../content.ts";
import { fieldsOf } from "./fields.ts";
import type { Office } from "./office.ts";

export interface SamplePages {
  /** The registration number on the confirmation and the answer. */
  readonly number: string;
  /** Fixture name → address. */
  readonly paths: Readonly<Record<string, string>>;
}

export function samplePages(office: Office): SamplePages {
  const service = serviceOf("address");
  if (!service) throw new Error("no such service");
  const form = new FormData();
  for (const [name, value] of [["fullName", "ნინო ტესტაძე"], ["personalNumber", "01001000001"], ["phone", "599123456"], ["reason", "ცნობისთვის"]] as const) form.set(name, value);
  const taken = office.take(service, fieldsOf(service), form, []);
  if (typeof taken === "string") throw new Error(taken);
  const answer = office.answer(taken.number, "ცნობა მზადაა.", { "cnoba.pdf": new Uint8Array(10) });
  return {
    number: taken.number,
    paths: {
      services: "/services", service: "/services/extract", apply: "/services/address/apply", "apply-signed": "/services/border/apply", sent: `/applications/${taken.number}/sent`, answer: `/answers/${answer.id}`,
      terms: "/terms", "service-terms": "/services/address/terms", notices: "/notices", documents: "/documents", applications: "/applications", answers: "/answers", front: "/", password: "/password", "web-eid": "/sign",
      // These only for somebody who is signed in (harness/signIn.ts).
      personal: "/personal", "civil-acts": "/personal/civil-acts", property: "/personal/property", crossings: "/personal/crossings", profile: "/profile", "password-change": "/password/change",
      register: "/register", registered: "/register/finish",
    },
  };
}
