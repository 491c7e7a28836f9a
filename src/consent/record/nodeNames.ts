// What things of another tool's JSON-LD are called: by name or title, by what kind they are, or by the last word of their IRI.
import { withoutTurns } from "../../codec/turns.ts";
import { longestText } from "./codec.ts";
import type { Expanded } from "./expand.ts";
import { known } from "./foreignWords.ts";
import { noName } from "./organisationName.ts";
import { dct, dpv, prefixes, specialTerms } from "./terms.ts";
import type { SpecialCategory } from "./vocabulary.ts";

/** What says neither its name nor what it is. */
export const nameless = noName;

type Value = Expanded | string;

/** What says how something is called. */
const naming = [dpv("hasName"), dct("title"), "http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label", dct("description"), dpv("hasDescription")];
/** What may stand for a name where there is none. */
const standingFor = [`${prefixes.rdf}value`, dct("identifier"), dpv("isExercisedAt"), dpv("hasURL")];

function textOf(node: Expanded, terms: readonly string[]): string | null {
  const found = terms.flatMap((name) => node.values.get(name) ?? []).map((one) => (typeof one === "string" ? seen(one) : ""));
  return found.find((one) => one.trim() !== "") ?? null;
}

/** As much as can be seen of a text. */
const seen = (text: string): string => withoutTurns(text.slice(0, longestText)).replaceAll(/(?![\t\n\r])\p{Cc}/gu, "");

export class NodeNames {
  readonly #nodes: ReadonlyMap<string, Expanded>;

  /** @param nodes by their ids: a text may be a reference to one */
  constructor(nodes: ReadonlyMap<string, Expanded>) {
    this.#nodes = nodes;
  }

  /** null, too, for what is marked as special without a word of which kind: health is no guess we may make. */
  special(value: Value): SpecialCategory | null {
    const node = this.node(value);
    return known(specialTerms, [this.iri(value), ...(node?.types ?? []), ...broaderOf(node).map((one) => this.iri(one))]);
  }

  inner(node: Expanded, names: readonly string[]): readonly Expanded[] {
    return names.flatMap((name) => node.values.get(name) ?? []).flatMap((one) => this.node(one) ?? []);
  }

  node(value: Value): Expanded | null {
    if (typeof value === "string") return this.#nodes.get(value) ?? null;
    return value.id === null ? value : (this.#nodes.get(value.id) ?? value);
  }

  iri(value: Value): string {
    return typeof value === "string" ? (value.startsWith("dpv:") ? dpv(value.slice(4)) : value) : (value.id ?? value.types[0] ?? "");
  }

  /** What kind of datum it is; its value, which a record of others may carry, is none of a list's business. */
  dataName(value: Value): string {
    const node = this.node(value);
    const [broader] = broaderOf(node);
    return (node && textOf(node, naming)) ?? (broader === undefined ? this.label(value, naming) : this.label(broader));
  }

  /** What a person calls it: its name, title or description, else the last word of its IRI. */
  label(value: Value, terms: readonly string[] = [...naming, ...standingFor]): string {
    const node = this.node(value);
    const named = node && textOf(node, terms);
    if (named !== null) return named;
    const whole = seen(node?.types.find((type) => type.startsWith(prefixes.pd)) ?? (typeof value === "string" ? value : (value.id ?? value.types[0] ?? nameless)));
    if (whole.trim() === "") return nameless;
    return whole.startsWith("http") || whole.includes("#") ? (whole.split(/[#/]/).findLast((part) => part !== "") ?? whole) : whole.replace(/^[A-Za-z][\w-]*:(?=\w)/, "");
  }

  labels(values: readonly Value[]): readonly string[] {
    return values.map((one) => this.label(one)).filter((one) => one !== nameless);
  }

  first(values: readonly Value[]): string | null {
    const [value] = values;
    if (value === undefined) return null;
    const label = this.label(value);
    return label === nameless ? null : label;
  }

  /** An address leads somewhere only as a whole. */
  how(values: readonly Value[]): string | null {
    const [value] = values;
    return typeof value === "string" && seen(value).trim() !== "" && this.node(value) === null ? seen(value) : this.first(values);
  }
}

/** Of what more general kind it is; the drafts had a term of their own for it. */
const broaderOf = (node: Expanded | null): readonly (Expanded | string)[] => ["http://www.w3.org/2004/02/skos/core#broader", dpv("isSubTypeOf")].flatMap((name) => node?.values.get(name) ?? []);
