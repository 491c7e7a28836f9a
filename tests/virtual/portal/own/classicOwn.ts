import { escape } from "../escape.ts";
import type { OwnMarkup, RegisterId, RegisterView } from "./ownMarkup.ts";

const names: Readonly<Record<RegisterId, string>> = { "civil-acts": "სამოქალაქო აქტები", property: "უძრავი ქონება", crossings: "საზღვრის კვეთა" };
const hidden = (csrf: string): string => `<input type="hidden" name="csrf" value="${csrf}">`;
const wrong = (error: string | null): string => (error ? `<p class="error" role="alert">${escape(error)}</p>` : "");

const table = ({ id, columns, rows }: RegisterView): string =>
  rows.length === 0
    ? "<p>ჩანაწერი არ არის.</p>"
    : `<table class="register sent" data-register="${id}"><tr>${columns.map((one) => `<th>${escape(one)}</th>`).join("")}</tr>${rows.map((row) => `<tr>${row.map((one) => `<td>${escape(one)}</td>`).join("")}</tr>`).join("")}</table>`;

/** Headings and tables, as portals were built ten years ago. */
export const classicOwn: OwnMarkup = {
  personal: ({ name, personalNumber, phone, mail, registers, services, csrf }) =>
    `<h1>პერსონალური გვერდი</h1><dl class="person"><dt>სახელი, გვარი</dt><dd id="name">${escape(name)}</dd><dt>პირადი ნომერი</dt><dd id="number">${escape(personalNumber)}</dd><dt>მობილური</dt><dd>${escape(phone)}</dd><dt>ელ. ფოსტა</dt><dd>${escape(mail)}</dd></dl><p><a href="/profile">პროფილის რედაქტირება</a></p>${registers.map((one) => `<h2>${names[one.id]}</h2>${table(one)}<p><a href="/personal/${one.id}">დაწვრილებით</a></p>`).join("")}<h2>სერვისები</h2><ul class="services">${services.map(({ id, title }) => `<li><a href="/services/${id}">${escape(title)}</a></li>`).join("")}</ul><form method="post" action="/logout">${hidden(csrf)}<button>გასვლა</button></form>`,
  register: (view) => `<h1>${names[view.id]}</h1>${table(view)}<p><a href="/personal">პერსონალური გვერდი</a></p>`,
  contact: ({ first, phone, mail, error, csrf }) =>
    `<h1>${first ? "პირველი შესვლა" : "პროფილის რედაქტირება"}</h1><p>მიუთითეთ მობილური ტელეფონის ნომერი და ელ. ფოსტა. მომავალში აღარ დაგჭირდებათ.</p>${wrong(error)}<form class="contact" method="post" action="/contact">${hidden(csrf)}<label>მობილური ტელეფონი<input name="phone" inputmode="tel" autocomplete="tel" value="${escape(phone)}" required></label><label>ელ. ფოსტა<input name="mail" type="email" autocomplete="email" value="${escape(mail)}" required></label><button>შენახვა</button></form>`,
  change: ({ error, csrf }) =>
    `<h1>პაროლის შეცვლა</h1><p>რეგისტრაციისას მიღებული პაროლი ერთჯერადია და უნდა შეიცვალოს.</p>${wrong(error)}<form class="change-password" method="post" action="/password/change">${hidden(csrf)}<label>ძველი პაროლი<input type="password" name="old" autocomplete="current-password" required></label><label>ახალი პაროლი<input type="password" name="fresh" autocomplete="new-password" required></label><label>გაიმეორეთ ახალი პაროლი<input type="password" name="again" autocomplete="new-password" required></label><button>შეცვლა</button></form>`,
  registration: () =>
    `<h1>რეგისტრაცია</h1><div class="ways"><h2>ახალი პირადობის მოწმობით</h2><p>საჭიროა ახალი ტიპის პირადობის მოწმობა და ბარათის წამკითხველი.</p><p><a href="/">შესვლა</a></p><h2>მომხმარებლის სახელითა და პაროლით</h2><p>იუსტიციის ნებისმიერ სახლში, ან ვიდეოზარით; საჭიროა მოქმედი პირადობის დამადასტურებელი მოწმობა, ვიდეოკამერა და მიკროფონი.</p><p><a href="/register/video">ვიდეო კომუნიკაციის სერვისი</a></p></div>`,
  finished: (mail, oneTime) =>
    `<h1>რეგისტრაციის დასრულება</h1><dl class="first-password"><dt>მომხმარებლის სახელი</dt><dd>${escape(mail)}</dd><dt>ერთჯერადი პაროლი</dt><dd><code>${escape(oneTime)}</code></dd></dl><p>პაროლი პირველი შესვლისას უნდა შეცვალოთ.</p><p><a href="/password">შესვლა</a></p>`,
};
