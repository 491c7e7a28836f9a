import type { LetterBlock } from "./letter.ts";
import type { CommonPart, TemplateItem, TemplatePart } from "./templates.ts";

/** What a template's places and conditions are filled from. Null and empty lists count as not there. */
export type Values = Readonly<Record<string, string | null | readonly string[]>>;

/**
 * @throws if a template names a value that does not exist, or lets a place be filled from nothing: a letter with a hole in
 * it must not leave
 */
export function fillBlocks(parts: readonly TemplatePart[], values: Values, common: Readonly<Record<CommonPart, readonly TemplatePart[]>>): readonly LetterBlock[] {
  return parts.flatMap((part): readonly LetterBlock[] => {
    if (typeof part === "string") return [{ kind: "paragraph", text: fill(part, values) }];
    if (part.if !== undefined && !allHold(part.if, values)) return [];
    if (part.include !== undefined) return fillBlocks(common[part.include], values, common);
    if (part.text !== undefined) return [{ kind: "paragraph", text: fill(part.text, values) }];
    if (part.each !== undefined) return [{ kind: "list", items: punctuated(listOf(part.each, values)) }];
    return part.list === undefined ? [] : [{ kind: "list", items: part.list.flatMap((item) => itemOf(item, values)) }];
  });
}

function itemOf(item: TemplateItem, values: Values): readonly string[] {
  if (typeof item === "string") return [fill(item, values)];
  return allHold(item.if, values) ? [fill(item.text, values)] : [];
}

const allHold = (conditions: string, values: Values): boolean => conditions.split("&").every((one) => holds(one, values));

function holds(condition: string, values: Values): boolean {
  const name = condition.replace(/^!/, "");
  const value = known(name, values);
  const there = value !== null && value.length > 0;
  return condition.startsWith("!") ? !there : there;
}

function fill(text: string, values: Values): string {
  const filled = text.replaceAll(/\{([A-Za-z]+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = known(name, values);
    if (typeof value !== "string") throw new Error(`a letter has no ${name}`);
    const said = value.trim();
    // What a person wrote may end in a full stop of its own, perhaps within its quotation marks.
    return /[.!?;:…]["“”»)]*$/.test(said) ? said : said + stop;
  });
  return filled;
}

function listOf(name: string, values: Values): readonly string[] {
  const value = known(name, values);
  if (value === null || typeof value === "string") throw new Error(`a letter has no list ${name}`);
  return value;
}

/** Semicolons between, a full stop at the end. */
function punctuated(items: readonly string[]): readonly string[] {
  return items.map((item, i) => `${item.trim().replace(/[.;,]+$/, "")}${i === items.length - 1 ? "." : ";"}`);
}

function known(name: string, values: Values): string | null | readonly string[] {
  const value = values[name];
  if (value === undefined) throw new Error(`letters know no ${name}`);
  return value;
}
