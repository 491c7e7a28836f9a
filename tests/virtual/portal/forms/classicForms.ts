import { escape } from "../escape.ts";
import type { Field } from "./fields.ts";
import { dateOf, type FormMarkup, type FormPage } from "./formMarkup.ts";

const first = (page: FormPage, name: string): string => page.values.get(name)?.[0] ?? "";

function control(page: FormPage, { name, kind, options = [], required, label }: Field): string {
  const values = page.values.get(name) ?? [];
  const must = required ? " required" : "";
  switch (kind) {
    case "textarea":
      return `<textarea id="f-${name}" name="${name}" rows="5"${must}>${escape(first(page, name))}</textarea>`;
    case "select":
    case "multi":
      return `<select id="f-${name}" name="${name}"${kind === "multi" ? " multiple size=3" : ""}${must}>${options.map(([value, text]) => `<option value="${value}"${values.includes(value) ? " selected" : ""}>${escape(text)}</option>`).join("")}</select>`;
    case "radio":
      return `<fieldset><legend>${escape(label)}</legend>${options.map(([value, text]) => `<label class="choice"><input type="radio" name="${name}" value="${value}"${values.includes(value) ? " checked" : ""}> ${escape(text)}</label>`).join("")}</fieldset>`;
    case "checkbox":
      return `<label class="choice"><input type="checkbox" name="${name}" value="yes"${values.includes("yes") ? " checked" : ""}> ${escape(label)}</label>`;
    case "file":
      return `<input id="f-${name}" type="file" name="${name}" multiple>`;
    case "signature":
      return `<input id="f-${name}" type="file" name="${name}" accept=".pdf,.asice,.p7s,.p7m" data-signed="required">`;
    case "hidden-signature":
      return `<input type="hidden" name="${name}" data-signed>`;
    case "text":
    case "tel":
    case "email":
    case "number":
    case "date":
      return `<input id="f-${name}" type="${kind}" name="${name}" value="${escape(first(page, name))}"${must}>`;
  }
}

/** Labels and fields in table rows, sent by the browser itself. */
export const classicForms: FormMarkup = {
  form: (page) =>
    `<h1>${escape(page.service.title)}: განაცხადი</h1>${page.error ? `<p class="error" role="alert">${escape(page.error)}</p>` : ""}<form class="application" method="post" enctype="multipart/form-data" action="/services/${page.service.id}/apply"><input type="hidden" name="csrf" value="${page.csrf}"><table class="fields">${page.fields
      .map((field) => (field.kind === "hidden-signature" ? `<tr hidden><td>${control(page, field)}</td></tr>` : field.kind === "radio" || field.kind === "checkbox" ? `<tr><td colspan="2">${control(page, field)}</td></tr>` : `<tr><th><label for="f-${field.name}">${escape(field.label)}</label></th><td>${control(page, field)}</td></tr>`))
      .join("")}</table><p><button type="submit">განაცხადის გაგზავნა</button></p></form>`,
  sent: ({ number, service, at }) =>
    `<h1>განაცხადი გაგზავნილია</h1><div class="confirmation"><p>თქვენი განაცხადი „${escape(service.title)}“ მიღებულია.</p><dl><dt>რეგისტრაციის ნომერი</dt><dd class="number">${number}</dd><dt>თარიღი</dt><dd>${dateOf(at)}</dd><dt>ადრესატი</dt><dd>${escape(service.provider)}</dd></dl></div><p><a href="/applications">გაგზავნილი განაცხადები</a> · <a href="/services">ყველა სერვისი</a></p>`,
  sentList: (list) =>
    `<h1>გაგზავნილი განაცხადები</h1>${list.length === 0 ? "<p>ჯერ არაფერი გაგიგზავნიათ.</p>" : `<table class="sent"><tr><th>ნომერი</th><th>სერვისი</th><th>თარიღი</th><th>მდგომარეობა</th></tr>${list.map((one) => `<tr><td>${one.number}</td><td>${escape(one.service.title)}</td><td>${dateOf(one.at)}</td><td>${one.answered ? "პასუხი მიღებულია" : "განიხილება"}</td></tr>`).join("")}</table>`}<p><a href="/answers">პასუხები</a></p>`,
  answers: (list) =>
    `<h1>მიღებული პასუხები</h1>${list.length === 0 ? "<p>პასუხი ჯერ არ არის.</p>" : `<ul class="answers">${list.map((one) => `<li><a href="/answers/${one.id}">${one.number} · ${escape(one.service.title)}</a> <small>${dateOf(one.at)}</small></li>`).join("")}</ul>`}`,
  answer: (answer) =>
    `<div class="answer"><h1>პასუხი: ${escape(answer.service.title)}</h1><dl><dt>განაცხადის ნომერი</dt><dd class="number">${answer.number}</dd><dt>გამცემი</dt><dd>${escape(answer.service.provider)}</dd><dt>თარიღი</dt><dd>${dateOf(answer.at)}</dd></dl><div class="answer-text">${answer.text.split("\n").map((line) => `<p>${escape(line)}</p>`).join("")}</div><ul class="attachments">${answer.attachments.map(({ name, path }) => `<li><a href="${path}" download>${escape(name)}</a></li>`).join("")}</ul></div><p><a href="/answers">ყველა პასუხი</a></p>`,
  terms: ({ title, date, paragraphs }) => `<div class="terms"><h1>${escape(title)}</h1><p>ძალაშია: ${date}</p>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join("")}</div><p><a href="/">მთავარი</a></p>`,
  serviceTerms: (service, { title, date, paragraphs }) => `<div class="service-terms"><h1>${escape(title)}: ${escape(service.title)}</h1><p>ძალაშია: ${date}</p>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join("")}</div><p><a href="/services/${service.id}">${escape(service.title)}</a></p>`,
  notices: (list) => `<h1>შეტყობინებები</h1><div class="notices">${list.map((one) => `<div class="notice-row" id="${one.id}"><h2>${escape(one.title)}</h2><small>${one.date}</small><p>${escape(one.text)}</p></div>`).join("")}</div>`,
  documents: (files, csrf, error) =>
    `<h1>ჩემი დოკუმენტები პორტალზე</h1>${error ? `<p class="error" role="alert">${escape(error)}</p>` : ""}<ul class="stored-files">${files.map((file) => `<li><a href="/documents/${file.id}" download>${escape(file.name)}</a> <small>${file.size} ბაიტი</small></li>`).join("")}</ul><form class="upload" method="post" enctype="multipart/form-data" action="/documents"><input type="hidden" name="csrf" value="${csrf}"><label>დოკუმენტის ატვირთვა<input type="file" name="file" multiple required></label><button>ატვირთვა</button></form>`,
};
