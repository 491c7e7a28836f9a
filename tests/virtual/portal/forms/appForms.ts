import { escape } from "../escape.ts";
import type { Field } from "./fields.ts";
import { dateOf, type FormMarkup, type FormPage } from "./formMarkup.ts";

function control(page: FormPage, { name, kind, options = [], required, label }: Field): string {
  const values = page.values.get(name) ?? [];
  const first = values[0] ?? "";
  const must = required ? ' required aria-required="true"' : "";
  switch (kind) {
    case "textarea":
      return `<label>${escape(label)}<textarea name="${name}" rows="5"${must}>${escape(first)}</textarea></label>`;
    case "select":
    case "multi":
      return `<label>${escape(label)}<select name="${name}"${kind === "multi" ? " multiple size=3" : ""}>${options.map(([value, text]) => `<option value="${value}"${values.includes(value) ? " selected" : ""}>${escape(text)}</option>`).join("")}</select></label>`;
    case "radio":
      return `<div role="radiogroup" aria-labelledby="l-${name}"><span id="l-${name}">${escape(label)}</span>${options.map(([value, text]) => `<label class="choice"><input type="radio" name="${name}" value="${value}"${values.includes(value) ? " checked" : ""}> ${escape(text)}</label>`).join("")}</div>`;
    case "checkbox":
      return `<label class="choice"><input type="checkbox" name="${name}" value="yes"${values.includes("yes") ? " checked" : ""}> ${escape(label)}</label>`;
    case "file":
      return `<label>${escape(label)}<input type="file" name="${name}" multiple></label>`;
    case "signature":
      return `<label>${escape(label)}<input type="file" name="${name}" accept=".pdf,.asice,.p7s,.p7m"></label>`;
    case "hidden-signature":
      return `<input type="hidden" name="${name}" data-signed>`;
    case "text":
    case "tel":
    case "email":
    case "number":
    case "date":
      return `<label>${escape(label)}<input type="${kind}" name="${name}" value="${escape(first)}"${must}></label>`;
  }
}

/** One field: what depends on another field is in the page only while that has its value. */
export function appField(page: FormPage, field: Field): string {
  if (field.when && !(page.values.get(field.when[0]) ?? []).includes(field.when[1])) return "";
  return `<div class="row-field${field.kind === "signature" ? " sign-row" : ""}" data-field="${field.name}">${control(page, field)}</div>`;
}

/** Sections and roles; a script sends the form, draws the answer, and draws the form anew when something depends on it. */
export const appForms: FormMarkup = {
  form: (page) =>
    `<section class="sheet-form" data-service="${page.service.id}"><header><h1>${escape(page.service.title)}</h1><p>განაცხადის შევსება</p></header>${page.error ? `<p class="error" role="alert">${escape(page.error)}</p>` : ""}<form data-send="/services/${page.service.id}/apply" novalidate><input type="hidden" name="csrf" value="${page.csrf}"><div class="fields">${page.fields.map((field) => appField(page, field)).join("")}</div><div class="actions"><button type="submit" class="go">გაგზავნა</button></div></form></section>`,
  sent: ({ number, service, at }) =>
    `<article class="receipt" role="status"><h1>მადლობა!</h1><p>განაცხადი „${escape(service.title)}“ გაიგზავნა.</p><div class="facts"><div><b>განაცხადის ნომერი</b><span>${number}</span></div><div><b>გაგზავნის დრო</b><span>${dateOf(at)}</span></div></div><a href="/applications">ჩემი განაცხადები</a></article>`,
  sentList: (list) =>
    `<section data-view="sent"><h1>ჩემი განაცხადები</h1><div role="list">${list.map((one) => `<div role="listitem" class="sent-row"><b>${one.number}</b> <span>${escape(one.service.title)}</span> <span>${dateOf(one.at)}</span> <em>${one.answered ? "პასუხი მიღებულია" : "განიხილება"}</em></div>`).join("")}</div><a href="/answers">პასუხები</a></section>`,
  answers: (list) =>
    `<section data-view="inbox"><h1>პასუხები</h1><div role="list">${list.map((one) => `<div role="listitem" class="inbox-row"><a href="/answers/${one.id}"><strong>${escape(one.service.title)}</strong><span>№ ${one.number}</span></a></div>`).join("")}</div></section>`,
  answer: (answer) =>
    `<article class="letter"><header><h1>${escape(answer.service.provider)}</h1><p>პასუხი განაცხადზე № <span class="letter-number">${answer.number}</span>, ${dateOf(answer.at)}</p></header><section class="letter-body">${answer.text.split("\n").map((line) => `<p>${escape(line)}</p>`).join("")}</section><footer>${answer.attachments.map(({ name, path }) => `<a class="file" href="${path}" download="${escape(name)}">📎 ${escape(name)}</a>`).join("")}</footer></article>`,
  terms: ({ title, date, paragraphs }) => `<article data-view="rules"><h1>${escape(title)}</h1><time>${date}</time><section>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join("")}</section></article>`,
  serviceTerms: (service, { title, date, paragraphs }) => `<article data-view="service-rules"><h1>${escape(service.title)}</h1><h2>${escape(title)}</h2><time>${date}</time><section>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join("")}</section></article>`,
  notices: (list) => `<section data-view="messages"><h1>შეტყობინებები</h1>${list.map((one) => `<article class="message" id="${one.id}"><h2>${escape(one.title)}</h2><time>${one.date}</time><p>${escape(one.text)}</p></article>`).join("")}</section>`,
  documents: (files, csrf, error) =>
    `<section data-view="store"><h1>დოკუმენტთა საცავი</h1>${error ? `<p class="error" role="alert">${escape(error)}</p>` : ""}<div role="list">${files.map((file) => `<div role="listitem" class="stored"><a href="/documents/${file.id}" download="${escape(file.name)}">${escape(file.name)}</a></div>`).join("")}</div><form method="post" enctype="multipart/form-data" action="/documents"><input type="hidden" name="csrf" value="${csrf}"><label class="drop">აირჩიეთ ფაილი<input type="file" name="file" multiple></label><button class="go">დამატება</button></form></section>`,
};

/** The application markup's own script. */
export const appScript = `
"use strict";
async function draw(response) {
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  history.pushState({}, "", response.url);
  document.title = parsed.title;
  document.querySelector("main").replaceChildren(...parsed.querySelector("main").childNodes);
}
addEventListener("submit", (event) => {
  const form = event.target;
  const to = form.dataset.send;
  if (!to) return;
  event.preventDefault();
  void fetch(to, { method: "POST", body: new FormData(form) }).then(draw);
});
// What depends on an answer comes and goes, and the whole list of fields is drawn anew, as frameworks do.
addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-send]");
  if (!form || event.target.name !== "way") return;
  const fields = form.querySelector(".fields");
  const fresh = fields.cloneNode(true);
  const old = [...fields.querySelectorAll("input, select, textarea")];
  [...fresh.querySelectorAll("input, select, textarea")].forEach((one, i) => {
    if (one.type === "checkbox" || one.type === "radio") one.checked = old[i].checked;
    else if (one.type === "file") one.files = old[i].files;
    else if (one.multiple) [...one.options].forEach((option, k) => (option.selected = old[i].options[k].selected));
    else one.value = old[i].value;
  });
  fresh.querySelector("[data-field=address]")?.remove();
  if (event.target.value === "post") {
    const row = document.createElement("div");
    row.className = "row-field";
    row.dataset.field = "address";
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.name = "address";
    label.append("მისამართი", input);
    row.append(label);
    fresh.querySelector("[data-field=way]").after(row);
  }
  setTimeout(() => fields.replaceWith(fresh), 120);
});
addEventListener("popstate", () => location.reload());
`;
