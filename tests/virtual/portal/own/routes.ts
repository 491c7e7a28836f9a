// A person's own pages, and those around an account: signing in by password, the one-time password, registration.
import { services } from "../content.ts";
import { entryOf } from "../entry/entries.ts";
import { page } from "../pages.ts";
import type { Person } from "../token.ts";
import { appOwn } from "./appOwn.ts";
import { classicOwn } from "./classicOwn.ts";
import { type OwnMarkup, registerIds } from "./ownMarkup.ts";
import type { Registry } from "./registry.ts";
import { thirdOwn } from "./thirdOwn.ts";

const markups: Readonly<Record<string, OwnMarkup>> = { classic: classicOwn, app: appOwn, third: thirdOwn };
const offered = ["address", "extract", "road-fines", "birth", "doctor", "water"];

export interface OwnVisit {
  /** `GET /personal` */
  readonly route: string;
  /** Name of the session's markup. */
  readonly markup: string;
  readonly csrf: string;
  readonly person: Person | null;
  readonly body: () => Promise<string>;
  readonly html: (text: string, status?: number) => void;
  readonly go: (path: string) => void;
  /** Begins a new session for this person. */
  readonly signIn: (person: Person) => void;
}

export type Contacts = Map<string, { readonly phone: string; readonly mail: string }>;

/** @returns false when the address is none of these. */
export async function serveOwn(registry: Registry, contacts: Contacts, visit: OwnVisit): Promise<boolean> {
  const { route, csrf, person, html, go } = visit;
  const markup = markups[visit.markup] ?? classicOwn;
  const signInPage = (error: string | null): string => page("პაროლით შესვლა", entryOf(visit.markup).signIn({ csrf, error }));
  const form = async (): Promise<URLSearchParams> => new URLSearchParams(await visit.body());
  const show = (title: string, inside: string, status = 200): true => {
    html(page(title, inside), status);
    return true;
  };
  const to = (path: string): true => {
    go(path);
    return true;
  };
  switch (route) {
    case "GET /register":
      return show("რეგისტრაცია", markup.registration());
    case "GET /register/video":
      return show("ვიდეოზარი", "<h1>ვიდეოზარი</h1><p>სასწავლო პორტალზე ოპერატორი არ არის.</p>");
    case "GET /register/finish":
      return show("რეგისტრაცია", markup.finished("giorgi@example.org", "Pirveli-2026"));
    case "GET /password":
      html(signInPage(null));
      return true;
    case "POST /password": {
      const given = await form();
      const account = given.get("csrf") === csrf ? registry.signIn(given.get("user")?.trim() ?? "", given.get("password") ?? "") : null;
      if (!account) {
        html(signInPage("მომხმარებლის სახელი ან პაროლი არასწორია."), 401);
        return true;
      }
      visit.signIn(account.person);
      return to(account.oneTime ? "/password/change" : "/personal");
    }
    default:
  }
  if (!person) return false;
  const account = registry.accounts.find((one) => one.person.personalNumber === person.personalNumber);
  const known = contacts.get(person.personalNumber);
  const contact = (error: string | null, phone = "", mail = "", status = 200): true => show("საკონტაქტო მონაცემები", markup.contact({ first: !known, phone, mail, error, csrf }), status);
  if (route === "GET /password/change") return show("პაროლის შეცვლა", markup.change({ error: null, csrf }));
  if (route === "POST /password/change") {
    const given = await form();
    const text = (name: string): string => given.get(name) ?? "";
    const error = text("csrf") === csrf ? registry.changePassword(person, text("old"), text("fresh"), text("again")) : "სესია შეიცვალა. სცადეთ ხელახლა.";
    return error === null ? to("/personal") : show("პაროლის შეცვლა", markup.change({ error, csrf }), 400);
  }
  // Nothing else before the one-time password is changed.
  if (account?.oneTime && /^GET \/(personal|profile)/.test(route)) return to("/password/change");
  const register = registerIds.find((id) => route === `GET /personal/${id}`);
  if (register) return show("პერსონალური გვერდი", markup.register(registry.register(register)));
  switch (route) {
    case "GET /personal":
      // Mobile and e-mail are asked at the first login only.
      if (!known) return contact(null);
      return show("პერსონალური გვერდი", markup.personal({ ...person, ...known, registers: registry.registers(), services: services.filter(({ id }) => offered.includes(id)), csrf }));
    case "GET /profile":
      return contact(null, known?.phone, known?.mail);
    case "POST /contact": {
      const given = await form();
      const [phone, mail] = [given.get("phone")?.trim() ?? "", given.get("mail")?.trim() ?? ""];
      if (given.get("csrf") !== csrf) return contact("სესია შეიცვალა. სცადეთ ხელახლა.", phone, mail, 403);
      if (!/^(\+?995)?\s?5\d{2}[\s-]?\d{2,3}[\s-]?\d{2,3}[\s-]?\d{0,2}$/.test(phone)) return contact("მობილურის ნომერი არასწორია, მაგალითად 599 12 34 56.", phone, mail, 400);
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)) return contact("ელ. ფოსტის მისამართი არასწორია.", phone, mail, 400);
      contacts.set(person.personalNumber, { phone, mail });
      return to("/personal");
    }
    default:
      return false;
  }
}
