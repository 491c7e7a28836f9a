// Applications in the look of cards: one column of question blocks, a receipt panel, and lists of cards with their facts.
import { escape } from "../escape.ts";
import { dateOf, type AnswerView, type FormMarkup, type FormPage, type NoticeView, type SentView, type StoredFile, type TermsView } from "./formMarkup.ts";
import { block, conditions } from "./thirdFields.ts";

const shell = (title: string, inside: string): string => `<div class="shell shell--narrow" id="content">
<h1>${escape(title)}</h1>
${inside}
</div>`;

const fact = (name: string, html: string): string => `<div class="facts__row"><dt>${escape(name)}</dt><dd>${html}</dd></div>`;
const moment = (at: Date): string => `<time datetime="${at.toISOString()}">${dateOf(at)}</time>`;
/** @param date as in 24.11.2026 */
const day = (date: string): string => `<time datetime="${escape(date.split(".").toReversed().join("-"))}">${escape(date)}</time>`;
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escape(text)}</p>`).join("\n");
const cards = (items: readonly string[], none: string): string => items.length === 0
  ? `<p class="empty">${escape(none)}</p>`
  : `<ul class="stack" role="list">${items.map((item) => `<li class="stack__item">${item}</li>`).join("")}</ul>`;
const alert = (error: string | null): string => error === null ? ""
  : `<div class="banner banner--bad" role="alert"><h2 class="banner__title">გთხოვთ, გადაამოწმოთ</h2><p>${escape(error)}</p></div>`;
const token = (csrf: string): string => `<input type="hidden" name="csrf" value="${escape(csrf)}">`;

function form({ service, fields, csrf, error, values }: FormPage): string {
  return `${conditions(fields)}${shell(service.title, `<p class="lead">განაცხადს მიიღებს ${escape(service.provider)}.</p>
${alert(error)}
<form class="request" method="post" action="/services/${escape(service.id)}/apply" enctype="multipart/form-data" novalidate>
${token(csrf)}
${fields.map((field) => block(field, values)).join("\n")}
<div class="request__end">
  <button class="cta" type="submit">განაცხადის გაგზავნა</button>
  <a class="cta cta--quiet" href="/services/${escape(service.id)}">უკან დაბრუნება</a>
</div>
</form>`)}`;
}

const sentFacts = ({ number, service, at, answered }: SentView): string => `<dl class="facts">
${fact("რეგისტრაციის ნომერი", `<strong class="facts__number">${escape(number)}</strong>`)}
${fact("გაგზავნის თარიღი", moment(at))}
${fact("ადრესატი", escape(service.provider))}
${fact("მდგომარეობა", answered ? "პასუხი მიღებულია" : "განხილვის პროცესშია")}
</dl>`;

function sent(one: SentView): string {
  return shell("თქვენი განაცხადი მიღებულია", `<section class="receipt" role="status">
<p class="receipt__what">${escape(one.service.title)}</p>
${sentFacts(one)}
</section>
<p>შეინახეთ ნომერი: მისი მეშვეობით შეძლებთ განაცხადის მიმდინარეობის გაგებას.</p>`);
}

function sentList(list: readonly SentView[]): string {
  return shell("ჩემი განაცხადები", cards(list.map((one) => `<article class="tile">
<h2 class="tile__name"><a href="/services/${escape(one.service.id)}">${escape(one.service.title)}</a></h2>
${sentFacts(one)}
</article>`), "განაცხადი ჯერ არ გაგიგზავნიათ."));
}

const answerFacts = ({ number, service, at }: AnswerView): string => `<dl class="facts">
${fact("განაცხადის ნომერი", escape(number))}
${fact("გამომგზავნი", escape(service.provider))}
${fact("მიღების თარიღი", moment(at))}
</dl>`;

function answers(list: readonly AnswerView[]): string {
  return shell("მიღებული პასუხები", cards(list.map((one) => `<article class="tile">
<h2 class="tile__name"><a href="/answers/${escape(one.id)}">${escape(one.service.title)}</a></h2>
${answerFacts(one)}
</article>`), "პასუხი ჯერ არ მიგიღიათ."));
}

function answer(one: AnswerView): string {
  const files = one.attachments.map(({ name, path }) => `<li><a href="${escape(path)}" download>${escape(name)}</a></li>`).join("");
  return shell(`პასუხი: ${one.service.title}`, `${answerFacts(one)}
<article class="letter">${paragraphs(one.text.split("\n").filter((line) => line.trim() !== ""))}</article>${files === "" ? "" : `
<section aria-labelledby="files-name"><h2 id="files-name">თანდართული ფაილები</h2><ul class="files">${files}</ul></section>`}
<p><a href="/answers">ყველა პასუხი</a></p>`);
}

const termsText = ({ date, paragraphs: texts }: TermsView): string => `<p class="stamp">ძალაშია ${day(date)}-დან</p>
<article class="letter">${paragraphs(texts)}</article>`;

const terms = (view: TermsView): string => shell(view.title, termsText(view));

const serviceTerms: FormMarkup["serviceTerms"] = (service, view) => shell(view.title, `<p class="lead">${escape(service.title)}</p>
${termsText(view)}
<p><a href="/services/${escape(service.id)}">სერვისის გვერდზე დაბრუნება</a></p>`);

function notices(list: readonly NoticeView[]): string {
  return shell("შეტყობინებები", cards(list.map(({ id, title, date, text }) => `<article class="tile" id="notice-${escape(id)}">
<h2 class="tile__name">${escape(title)}</h2>
<p class="stamp">${day(date)}</p>
${paragraphs([text])}
</article>`), "ახალი შეტყობინება არ გაქვთ."));
}

const sizeOf = (bytes: number): string => bytes < 1024 ? `${bytes} ბაიტი` : `${Math.round(bytes / 1024)} კბ`;

function documents(files: readonly StoredFile[], csrf: string, error: string | null): string {
  return shell("ჩემი დოკუმენტები", `${alert(error)}
${cards(files.map(({ id, name, size }) => `<a href="/documents/${escape(id)}">${escape(name)}</a> <span class="stamp">${sizeOf(size)}</span>`), "საცავი ცარიელია.")}
<form class="request" method="post" action="/documents" enctype="multipart/form-data">
${token(csrf)}
<div class="block"><label class="block__label" for="new-file">დაამატეთ დოკუმენტი</label><input class="entry" type="file" id="new-file" name="file" required></div>
<button class="cta" type="submit">ატვირთვა</button>
</form>`);
}

export const thirdForms: FormMarkup = { form, sent, sentList, answers, answer, terms, serviceTerms, notices, documents };
