// A person's own pages in the look of cards: what the registers say is a stack of cards with their facts, a journey is a line.
import { escape } from "../escape.ts";
import type { ContactView, OwnMarkup, PasswordView, PersonalView, RegisterId, RegisterView } from "./ownMarkup.ts";

const shell = (title: string, inside: string): string => `<div class="shell shell--narrow" id="content">
<h1>${escape(title)}</h1>
${inside}
</div>`;

const fact = (name: string, html: string): string => `<div class="facts__row"><dt>${escape(name)}</dt><dd>${html}</dd></div>`;
const alert = (error: string | null): string => error === null ? ""
  : `<div class="banner banner--bad" role="alert"><h2 class="banner__title">გთხოვთ, გადაამოწმოთ</h2><p>${escape(error)}</p></div>`;
const token = (csrf: string): string => `<input type="hidden" name="csrf" value="${escape(csrf)}">`;

const names: Readonly<Record<RegisterId, string>> = {
  "civil-acts": "თქვენი სამოქალაქო აქტები",
  property: "თქვენს სახელზე რეგისტრირებული ქონება",
  crossings: "საზღვრის გადაკვეთები",
};

/** The first column names the card; the others are its facts. */
function card({ columns }: RegisterView, row: readonly string[]): string {
  const [first = "", ...rest] = row;
  return `<li class="stack__item"><article class="tile">
<h3 class="tile__name">${escape(first)}</h3>
<dl class="facts">${rest.map((value, i) => fact(columns[i + 1] ?? "", escape(value))).join("")}</dl>
</article></li>`;
}

function journey({ columns, rows }: RegisterView): string {
  return `<table class="grid-table">
<thead><tr>${columns.map((name) => `<th scope="col">${escape(name)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((value, i) => i === 0 ? `<th scope="row">${escape(value)}</th>` : `<td>${escape(value)}</td>`).join("")}</tr>`).join("")}</tbody>
</table>`;
}

function rowsOf(view: RegisterView): string {
  if (view.rows.length === 0) return `<p class="empty">ჩანაწერი არ მოიძებნა.</p>`;
  return view.id === "crossings" ? journey(view) : `<ul class="stack" role="list">${view.rows.map((row) => card(view, row)).join("")}</ul>`;
}

const part = (view: RegisterView): string => `<section class="topic" aria-labelledby="reg-${view.id}">
<h2 class="topic__name" id="reg-${view.id}">${escape(names[view.id])}</h2>
${rowsOf(view)}
<p><a class="cta cta--quiet" href="/personal/${view.id}">სრულად ნახვა</a></p>
</section>`;

function personal({ name, personalNumber, phone, mail, registers, services, csrf }: PersonalView): string {
  return shell("ჩემი გვერდი", `<section class="facts" aria-label="ვინ შემოვიდა"><dl>
${fact("სახელი და გვარი", `<span id="name">${escape(name)}</span>`)}
${fact("პირადი ნომერი", `<span id="number">${escape(personalNumber)}</span>`)}
${fact("მობილურის ნომერი", escape(phone))}
${fact("ელ. ფოსტა", escape(mail))}
</dl><a class="cta cta--quiet" href="/profile">მონაცემების შეცვლა</a></section>
${registers.map(part).join("\n")}
<section class="topic" aria-labelledby="own-services"><h2 class="topic__name" id="own-services">ხშირად გამოყენებული სერვისები</h2>
<ul class="grid" role="list">${services.map(({ id, title }) => `<li class="grid__cell"><article class="tile"><h3 class="tile__name"><a href="/services/${escape(id)}">${escape(title)}</a></h3></article></li>`).join("")}</ul></section>
<form class="request" method="post" action="/logout">${token(csrf)}<button class="cta cta--quiet" type="submit">გამოსვლა</button></form>`);
}

const field = (id: string, label: string, attributes: string, hint = ""): string => `<div class="block"><label class="block__label" for="${id}">${escape(label)}</label>${hint ? `<p class="block__hint" id="${id}-hint">${escape(hint)}</p>` : ""}<input class="entry" id="${id}" ${attributes}></div>`;

function contact({ first, phone, mail, error, csrf }: ContactView): string {
  return shell(first ? "კიდევ ერთი ნაბიჯი" : "მონაცემების შეცვლა", `<p class="lead">${first ? "ამ ნომერსა და მისამართზე მოგწერთ, როცა თქვენს განაცხადს უპასუხებენ." : "ცვლილება მაშინვე ამოქმედდება."}</p>
${alert(error)}
<form class="request" method="post" action="/contact" novalidate>
${token(csrf)}
${field("who-phone", "თქვენი მობილურის ნომერი", `name="phone" type="tel" autocomplete="tel" value="${escape(phone)}"`, "9 ციფრი, მაგალითად 599 12 34 56")}
${field("who-mail", "თქვენი ელექტრონული ფოსტა", `name="mail" type="email" autocomplete="email" value="${escape(mail)}"`)}
<div class="request__end"><button class="cta" type="submit">${first ? "გაგრძელება" : "შენახვა"}</button></div>
</form>`);
}

function change({ error, csrf }: PasswordView): string {
  return shell("აირჩიეთ საკუთარი პაროლი", `<p class="lead">თქვენ ერთჯერადი პაროლით შემოხვედით. სანამ გააგრძელებთ, შეცვალეთ ის.</p>
${alert(error)}
<form class="request" method="post" action="/password/change" novalidate>
${token(csrf)}
${field("pw-now", "ერთჯერადი პაროლი", 'name="old" type="password" autocomplete="current-password"')}
${field("pw-new", "ახალი პაროლი", 'name="fresh" type="password" autocomplete="new-password"', "სულ მცირე 10 სიმბოლო: დიდი და პატარა ლათინური ასო და ციფრი")}
${field("pw-again", "ახალი პაროლი კიდევ ერთხელ", 'name="again" type="password" autocomplete="new-password"')}
<div class="request__end"><button class="cta" type="submit">პაროლის შეცვლა</button></div>
</form>`);
}

const way = (id: string, title: string, steps: readonly string[], link: string): string => `<article class="tile" aria-labelledby="${id}">
<h2 class="tile__name" id="${id}">${escape(title)}</h2>
<ol>${steps.map((one) => `<li>${escape(one)}</li>`).join("")}</ol>
<p>${link}</p>
</article>`;

const registration = (): string => shell("როგორ დავრეგისტრირდე", `<p class="lead">რეგისტრაცია ერთხელ ხდება. ორი გზიდან ერთი აირჩიეთ.</p>
${way("by-card", "პირადობის ელექტრონული მოწმობით", ["მოამზადეთ მოწმობა და ბარათის წამკითხველი.", "შესვლის მენიუში აირჩიეთ „ახალი პირადობის მოწმობით“."], '<a class="cta" href="/">შესვლა მოწმობით</a>')}
${way("by-password", "მომხმარებლის სახელითა და პაროლით", ["მიდით იუსტიციის სახლში ან დარეკეთ ვიდეოკავშირით.", "თან იქონიეთ მოქმედი პირადობის მოწმობა.", "მიიღებთ ერთჯერად პაროლს."], '<a class="cta" href="/register/video">ვიდეოზარი ოპერატორთან</a>')}`);

const finished = (mail: string, oneTime: string): string => shell("რეგისტრაცია დასრულებულია", `<section class="receipt">
<dl class="facts">${fact("მომხმარებლის სახელი", escape(mail))}${fact("ერთჯერადი პაროლი", `<output>${escape(oneTime)}</output>`)}</dl>
</section>
<p><a class="cta" href="/password">შესვლა</a></p>`);

export const thirdOwn: OwnMarkup = { personal, register: (view) => shell(names[view.id], rowsOf(view)), contact, change, registration, finished };
