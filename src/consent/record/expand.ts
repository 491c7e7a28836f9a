// As much of JSON-LD as consent records of other tools use: contexts with prefixes, a vocabulary and aliases, full IRIs,
// `@graph`, references by `@id`. A context that would have to be fetched is taken for DPV's own if it is that, and refused
// else: nothing is ever loaded from the network for a file a person imports.
import { fieldsOf, RecordError } from "./codec.ts";
import { prefixes } from "./terms.ts";

/** A node with full IRIs as keys; every value a list. */
export interface Expanded {
  readonly id: string | null;
  readonly types: readonly string[];
  readonly values: ReadonlyMap<string, readonly (Expanded | string)[]>;
}

interface Context {
  readonly vocab: string | null;
  readonly terms: ReadonlyMap<string, string>;
  /** Keys whose values are names of things, as the context says. */
  readonly names: ReadonlySet<string>;
  /** Keys whose values stand in a map: one text by its languages, things by their names or by a word of the maker's own. */
  readonly maps: ReadonlyMap<string, Arrangement>;
}

const arrangements = ["@language", "@id", "@index", "@type"] as const;
type Arrangement = (typeof arrangements)[number];

/** What a context takes its meaning from: a key that means this means nothing. */
const meaningless = "@none";

const dpvContext = /^https:\/\/w3id\.org\/dpv(\/[\w./-]*)?#?$/;
const base: Context = { vocab: null, names: new Set(), maps: new Map(), terms: new Map(Object.entries({ ...prefixes, skos: "http://www.w3.org/2004/02/skos/core#", rdfs: "http://www.w3.org/2000/01/rdf-schema#" })) };
const deepest = 40;
const nothing: Readonly<Record<string, unknown>> = {};

/** @throws {RecordError} for a context that is not here, or a document nested beyond all reason */
export function expandJsonLd(document: unknown): readonly Expanded[] {
  return expandList(document, base, "", 0).flatMap((one) => (typeof one === "string" ? [] : [one]));
}

function expandList(value: unknown, context: Context, path: string, depth: number): readonly (Expanded | string)[] {
  if (depth > deepest) throw new RecordError(path, "is nested too deep");
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return inOneLanguage(value).flatMap((one: unknown, i) => expandList(one, context, `${path}/${i}`, depth + 1));
  if (typeof value !== "object") return scalar(value);
  const node = fieldsOf(value, path);
  const here = node["@context"] === undefined ? context : contextOf(node["@context"], context, `${path}/@context`);
  if (node["@value"] !== undefined) return scalar(node["@value"]);
  const inList = node["@list"] ?? node["@set"];
  if (inList !== undefined) return expandList(inList, here, path, depth + 1);
  const values = new Map<string, readonly (Expanded | string)[]>();
  let id: string | null = null;
  let types: readonly string[] = [];
  let graph: readonly (Expanded | string)[] = [];
  for (const [key, inner] of Object.entries(node)) {
    const term = termOf(key, here);
    if (term === "@context") continue;
    // An empty one names nothing: two of them are not the same thing.
    if (term === "@id" && typeof inner === "string") id = inner === "" ? null : iri(inner, here);
    else if (term === "@type") types = (Array.isArray(inner) ? inner : [inner]).filter((one): one is string => typeof one === "string").map((one) => wordIri(one, here));
    else if (term === "@graph" || term === "@included") graph = [...graph, ...expandList(inner, here, `${path}/${term}`, depth + 1)];
    // What points to this node from elsewhere is a node of its own.
    else if (term === "@reverse") graph = [...graph, ...expandList(Object.values(fieldsOf(inner, path)), here, `${path}/@reverse`, depth + 1)];
    else if (term.includes(":")) values.set(term, [...(values.get(term) ?? []), ...expandList(arranged(inner, here.maps.get(key)), here, `${path}/${key}`, depth + 1).map((one) => (typeof one === "string" && here.names.has(key) ? named(one, here) : one))]);
  }
  return [{ id, types, values }, ...graph];
}

/** What stands in a map, as a list. */
function arranged(value: unknown, by: Arrangement | undefined): unknown {
  if (by === undefined || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const all: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (by === "@language") return preferred(all, ([language]) => language)?.[1];
  return by === "@index" ? all.map(([, one]) => one) : all.map(([name, one]) => (typeof one === "object" && one !== null && !Array.isArray(one) ? { [by]: name, ...one } : one));
}

/** One text that is there in several languages is one; of different texts each is its own. */
function inOneLanguage(values: readonly unknown[]): readonly unknown[] {
  const languages = values.map((one) => (typeof one === "object" && one !== null && "@value" in one && "@language" in one ? one["@language"] : null));
  if (values.length < 2 || languages.some((one) => typeof one !== "string") || new Set(languages).size < languages.length) return values;
  const found = preferred(languages.map((language, i) => [String(language), values[i]] as const), ([language]) => language);
  return found ? [found[1]] : values;
}

/** The Georgian one, else the English, else the first. */
function preferred<T>(all: readonly T[], languageOf: (one: T) => string): T | undefined {
  const of = (language: string): T | undefined => all.find((one) => languageOf(one).toLowerCase().split("-")[0] === language);
  return of("ka") ?? of("en") ?? all[0];
}

/** A text that the context takes for a name. */
const named = (name: string, context: Context): Expanded => ({ id: wordIri(name, context), types: [], values: new Map() });

function scalar(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

function contextOf(value: unknown, outer: Context, path: string): Context {
  if (value === null) return base;
  if (Array.isArray(value)) return value.reduce((so: Context, one: unknown, i) => contextOf(one, so, `${path}/${i}`), outer);
  if (typeof value === "string") {
    if (dpvContext.test(value)) return { ...outer, vocab: outer.vocab ?? prefixes.dpv };
    throw new RecordError(path, "names a context that would have to be fetched");
  }
  const terms = new Map(outer.terms);
  const names = new Set(outer.names);
  const maps = new Map(outer.maps);
  let { vocab } = outer;
  for (const [key, inner] of Object.entries(fieldsOf(value, path))) {
    const { "@type": type, "@container": container, "@id": id } = typeof inner === "object" && inner !== null ? fieldsOf(inner, path) : nothing;
    if (type === "@id" || type === "@vocab") names.add(key);
    else names.delete(key);
    const map = arrangements.find((one) => container === one || (Array.isArray(container) && container.includes(one)));
    if (map === undefined) maps.delete(key);
    else maps.set(key, map);
    const meaning = typeof inner === "string" ? inner : inner === null || id === null ? meaningless : id;
    if (typeof meaning !== "string") continue;
    if (key === "@vocab") vocab = meaning === meaningless ? null : meaning;
    else terms.set(key, meaning);
  }
  return { vocab, terms, names, maps };
}

/** A key: an alias, a prefixed name, a word of the vocabulary, or an IRI. */
function termOf(key: string, context: Context): string {
  const alias = context.terms.get(key);
  if (alias !== undefined && key !== alias) return alias.startsWith("@") ? alias : iri(alias, context);
  return key.startsWith("@") ? key : iri(key, context);
}

/** A class, or a value that is a word: an alias, too. */
function wordIri(name: string, context: Context): string {
  const alias = context.terms.get(name);
  return iri(alias === undefined || alias.startsWith("@") ? name : alias, context);
}

function iri(name: string, { vocab, terms }: Context): string {
  const colon = name.indexOf(":");
  if (colon > 0 && !name.startsWith("//", colon + 1)) {
    const prefix = terms.get(name.slice(0, colon));
    return prefix === undefined || prefix.startsWith("@") ? name : prefix + name.slice(colon + 1);
  }
  if (colon > 0) return name;
  return vocab === null ? name : vocab + name;
}
