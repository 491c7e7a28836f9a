// A field of the look of cards: a block with a label and a hint; choices are groups of large options.
import { escape } from "../escape.ts";
import type { Field, FieldKind } from "./fields.ts";

type Values = ReadonlyMap<string, readonly string[]>;

const inputTypes: Partial<Record<FieldKind, string>> = { text: "text", tel: "tel", email: "email", number: "number", date: "date", file: "file", signature: "file" };
const hints: Partial<Record<FieldKind, string>> = {
  file: "შეგიძლიათ რამდენიმე ფაილის არჩევა.",
  signature: "ატვირთეთ განაცხადი, რომელსაც ხელი მოაწერეთ პირადობის ელექტრონული მოწმობით.",
  multi: "მონიშნეთ ერთი ან რამდენიმე.",
};
const optional = ` <span class="block__note">(არასავალდებულო)</span>`;

function options({ name, kind, options: all = [] }: Field, chosen: readonly string[]): string {
  return all.map(([value, label], index) => kind === "select"
    ? `<option value="${escape(value)}"${chosen.includes(value) ? " selected" : ""}>${escape(label)}</option>`
    : `<div class="option"><input class="option__mark" type="${kind === "radio" ? "radio" : "checkbox"}" id="q-${escape(name)}-${index + 1}" name="${escape(name)}" value="${escape(value)}"${chosen.includes(value) ? " checked" : ""}>
      <label class="option__text" for="q-${escape(name)}-${index + 1}">${escape(label)}</label></div>`).join("");
}

function control(field: Field, chosen: readonly string[], attributes: string): string {
  const { kind } = field;
  const value = escape(chosen[0] ?? "");
  if (kind === "textarea") return `<textarea class="entry entry--tall" rows="6" ${attributes}>\n${value}</textarea>`;
  if (kind === "select") return `<select class="entry" ${attributes}>${options(field, chosen)}</select>`;
  const isFile = kind === "file" || kind === "signature";
  return `<input class="entry" type="${inputTypes[kind] ?? "text"}"${isFile ? "" : ` value="${value}"`}${kind === "file" ? " multiple" : ""} ${attributes}>`;
}

export function block(field: Field, values: Values): string {
  if (field.kind === "hidden-signature") return `<input type="hidden" name="${escape(field.name)}" data-signed>`;
  const chosen = values.get(field.name) ?? [];
  const name = escape(field.name);
  const label = escape(field.label);
  const hint = hints[field.kind];
  const hintText = hint === undefined ? "" : `<p class="block__hint" id="q-${name}-hint">${escape(hint)}</p>`;
  const described = hint === undefined ? "" : ` aria-describedby="q-${name}-hint"`;
  const attributes = `id="q-${name}" name="${name}"${field.required === true ? " required" : ""}${described}`;
  const note = field.required === true ? "" : optional;
  if (field.kind === "radio" || field.kind === "multi") {
    return `<fieldset class="block" id="block-${name}"${described}><legend class="block__label">${label}${note}</legend>${hintText}${options(field, chosen)}</fieldset>`;
  }
  if (field.kind === "checkbox") {
    return `<div class="block" id="block-${name}"><div class="option"><input class="option__mark" type="checkbox"${chosen.length > 0 ? " checked" : ""} ${attributes}>
      <label class="option__text" for="q-${name}">${label}</label></div></div>`;
  }
  return `<div class="block" id="block-${name}"><label class="block__label" for="q-${name}">${label}${field.kind === "signature" ? "" : note}</label>${hintText}${control(field, chosen, attributes)}</div>`;
}

/** Hides the blocks that another field's value has not called for, without any script. */
export function conditions(fields: readonly Field[]): string {
  const rules = fields.flatMap(({ name, when }) => when === undefined ? []
    : [`.request:not(:has([name=${escape(when[0])}][value=${escape(when[1])}]:checked)) #block-${escape(name)} { display: none }`]);
  return rules.length === 0 ? "" : `<style>${rules.join("\n")}</style>`;
}
