// The portal's applications where no search of the page finds them: in a component's open or closed root, with fields that are
// components themselves, or in a frame. `?within=` chooses for the rest of the session; a `?markup=` without it takes it back.
import type { IncomingMessage } from "node:http";
import { escape } from "../escape.ts";
import { page } from "../pages.ts";
import { classicForms } from "./classicForms.ts";
import type { Field } from "./fields.ts";
import type { FormMarkup, FormPage } from "./formMarkup.ts";

/**
 * open: written into the page as a root of its own, sent by the browser. closed: drawn by a component, which sends it by its own
 * script and draws what comes of it. fields: a form of the page whose fields are components with closed roots. frame: the form is a
 * page of its own, in a frame. srcdoc: in a frame without an address, which is the page's own.
 */
export const withins = ["open", "closed", "fields", "frame", "srcdoc"] as const;
export type Within = (typeof withins)[number];

/** What a component or a frame asks for. */
export function isPart({ headers }: IncomingMessage): boolean {
  return headers["sec-fetch-dest"] === "iframe" || headers["x-part"] === "1";
}

export function put(within: Within, { title, body, isPart: part }: { readonly title: string; readonly body: string; readonly isPart: boolean }): string {
  switch (within) {
    case "open":
      return page(title, `<portal-view><template shadowrootmode="open"><link rel="stylesheet" href="/style.css">${body}</template></portal-view>`);
    case "closed":
      return part ? body : page(title, "<portal-view></portal-view>", "/component.js");
    case "fields":
      return page(title, body, "/component.js");
    case "frame":
      return part ? page(title, body) : page(title, '<iframe title="განაცხადი" width="640" height="900"></iframe>', "/component.js");
    case "srcdoc":
      return part ? page(title, body) : page(title, `<iframe title="განაცხადი" width="640" height="900" srcdoc="${escape(page(title, body))}"></iframe>`);
  }
}

const inComponents: Readonly<Partial<Record<Field["kind"], string>>> = { text: "text", tel: "tel", email: "email", number: "number", date: "date", file: "file" };

function component({ values }: FormPage, { name, kind, label, required }: Field): string {
  return `<portal-field name="${name}" label="${escape(label)}" type="${inComponents[kind] ?? "text"}" value="${escape(values.get(name)?.[0] ?? "")}"${required ? " required" : ""}></portal-field>`;
}

/** What is typed or attached is in components; the rest is the page's own. */
export const withFields: FormMarkup = {
  ...classicForms,
  form: (one) => {
    const rest = classicForms.form({ ...one, fields: one.fields.filter(({ kind }) => !inComponents[kind]) });
    return rest.replace('<table class="fields">', () => `${one.fields.filter(({ kind }) => inComponents[kind]).map((field) => component(one, field)).join("")}<table class="fields">`);
  },
};

/** What makes them. What they keep to themselves (`inner`) only the page's own scripts can ask for. */
export const componentScript = `
"use strict";
const part = async (url, options) => (await fetch(url, { ...options, headers: { "x-part": "1" } })).text();
customElements.define("portal-view", class extends HTMLElement {
  inner = this.attachShadow({ mode: "closed" });
  connectedCallback() {
    this.inner.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.draw(event.target.getAttribute("action"), { method: "POST", body: new FormData(event.target) });
    });
    void this.draw(location.pathname, {});
  }
  async draw(url, options) {
    this.inner.innerHTML = '<link rel="stylesheet" href="/style.css">' + (await part(url, options));
  }
});
customElements.define("portal-field", class extends HTMLElement {
  static formAssociated = true;
  inner = this.attachShadow({ mode: "closed" });
  #internals = this.attachInternals();
  connectedCallback() {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { id: "input", type: this.getAttribute("type"), multiple: true });
    if (input.type !== "file") input.value = this.getAttribute("value");
    label.append(this.getAttribute("label"), input);
    const tell = () => {
      const files = new FormData();
      for (const file of input.files ?? []) files.append(this.getAttribute("name"), file);
      this.#internals.setFormValue(input.type === "file" ? files : input.value);
    };
    input.addEventListener("input", tell);
    this.inner.append(label);
    tell();
  }
});
// A frame that the page's own script fills, after the page was there.
const frame = document.querySelector("iframe:not([srcdoc])");
if (frame) frame.src = location.pathname;
`;
