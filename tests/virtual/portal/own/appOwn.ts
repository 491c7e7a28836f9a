import { escape } from "../escape.ts";
import type { OwnMarkup, RegisterId, RegisterView } from "./ownMarkup.ts";

const names: Readonly<Record<RegisterId, string>> = { "civil-acts": "მონაწილეობა სამოქალაქო აქტებში", property: "ქონება", crossings: "ინფორმაცია საზღვრის კვეთის შესახებ" };
const hidden = (csrf: string): string => `<input type="hidden" name="csrf" value="${csrf}">`;
const wrong = (error: string | null): string => (error ? `<p class="error" role="alert">${escape(error)}</p>` : "");

const grid = ({ id, columns, rows }: RegisterView): string =>
  rows.length === 0
    ? "<p>მონაცემები არ არის.</p>"
    : `<div role="table" class="register-grid" aria-label="${names[id]}"><div role="row">${columns.map((one) => `<span role="columnheader">${escape(one)}</span>`).join("")}</div>${rows.map((row) => `<div role="row">${row.map((one) => `<span role="cell">${escape(one)}</span>`).join("")}</div>`).join("")}</div>`;

/** Roles in place of tables, as an application draws itself. */
export const appOwn: OwnMarkup = {
  personal: ({ name, personalNumber, phone, mail, registers, services, csrf }) =>
    `<div data-view="me"><h1>პირადი გვერდი</h1><div class="facts"><div><b>სახელი, გვარი</b><span id="name">${escape(name)}</span></div><div><b>პირადი ნომერი</b><span id="number">${escape(personalNumber)}</span></div><div><b>მობილური</b><span>${escape(phone)}</span></div><div><b>ელ. ფოსტა</b><span>${escape(mail)}</span></div></div><a href="/profile">პროფილი</a>${registers.map((one) => `<section data-register="${one.id}"><h2>${names[one.id]}</h2>${grid(one)}<a href="/personal/${one.id}">ყველა</a></section>`).join("")}<section aria-labelledby="mine"><h2 id="mine">სერვისები</h2><div class="tiles" role="list">${services.map(({ id, title }) => `<div class="tile" role="listitem"><a class="tile-link" href="/services/${id}"><strong>${escape(title)}</strong></a></div>`).join("")}</div></section><form method="post" action="/logout">${hidden(csrf)}<button>გასვლა</button></form></div>`,
  register: (view) => `<section data-register="${view.id}"><h1>${names[view.id]}</h1>${grid(view)}</section>`,
  contact: ({ first, phone, mail, error, csrf }) =>
    `<section data-view="contact"><h1>${first ? "საკონტაქტო მონაცემები" : "პროფილი"}</h1>${wrong(error)}<form method="post" action="/contact" novalidate>${hidden(csrf)}<div class="row-field"><label>ტელეფონის ნომერი<input type="tel" name="phone" value="${escape(phone)}" aria-required="true"></label></div><div class="row-field"><label>ელექტრონული ფოსტა<input type="email" name="mail" value="${escape(mail)}" aria-required="true"></label></div><button class="go">დამახსოვრება</button></form></section>`,
  change: ({ error, csrf }) =>
    `<section data-view="new-password"><h1>ახალი პაროლი</h1>${wrong(error)}<form method="post" action="/password/change" novalidate>${hidden(csrf)}<div class="row-field"><label>მიმდინარე პაროლი<input type="password" name="old"></label></div><div class="row-field"><label>ახალი პაროლი<input type="password" name="fresh"></label></div><div class="row-field"><label>პაროლის გამეორება<input type="password" name="again"></label></div><button class="go">შენახვა</button></form></section>`,
  registration: () =>
    `<article data-view="register"><h1>რეგისტრაციის გზები</h1><section><h2>პირადობის მოწმობით</h2><p>გჭირდებათ ბარათის წამკითხველი.</p><a class="go" href="/">დაწყება</a></section><section><h2>პაროლით</h2><p>ვიდეოზარით ან იუსტიციის სახლში. ვიდეოზარს კამერა და მიკროფონი სჭირდება.</p><a class="go" href="/register/video">ვიდეოზარი</a></section></article>`,
  finished: (mail, oneTime) =>
    `<article data-view="registered"><h1>მზად არის</h1><div class="facts"><div><b>მომხმარებელი</b><span>${escape(mail)}</span></div><div><b>ერთჯერადი პაროლი</b><span>${escape(oneTime)}</span></div></div><a href="/password">შესვლა</a></article>`,
};
