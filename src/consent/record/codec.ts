// [Note: one description, four uses] Each kind of record is described once, as a table of fields, JSON-LD terms and value
// kinds. From that table come the writer, the checked reader, the JSON schema and the look at what was stored, so that none of
// the four can say something else than the others.
import { dayFromIso } from "../calendar/day.ts";

/** Throws `RecordError` on reading what does not fit; `encode` gives undefined for "leave the term out". */
export interface Codec<T> {
  encode(value: T): unknown;
  decode(value: unknown, path: string): T;
  /**
   * A value as it was stored, if the views can show it: every list a list, every date a date, every word known. Texts may be
   * empty or long: that is no reason to keep somebody's record from them. What may be left out and is gets its null or its
   * empty list: the record was written before there was such a field. The value itself, where nothing is missing.
   * @throws {RecordError} if it can't be shown
   */
  check(value: unknown, path: string): T;
  /** JSON Schema, draft 2020-12. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The term may be left out. */
  readonly optional?: boolean;
}

/** What does not fit, and where: `@graph/3/dpv:hasName`. Never the value itself, which may be private. */
export class RecordError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = "RecordError";
    this.path = path;
  }
}

/** @param exists what the pattern can't tell: whether there is such a day */
const stringMatching = (pattern: RegExp, says: string, most: number, exists: (value: string) => boolean = () => true): Codec<string> => {
  const decode = (value: unknown, path: string): string => {
    if (typeof value !== "string" || value.length > most || !pattern.test(value) || !exists(value)) throw new RecordError(path, `is no ${says}`);
    return value;
  };
  return { encode: (value) => value, decode, check: decode, schema: { type: "string", pattern: pattern.source, maxLength: most } };
};

function checkString(value: unknown, path: string): string {
  if (typeof value !== "string") throw new RecordError(path, "is no text");
  return value;
}

/** More characters than a policy's longest sentence has, and a bound for hostile files. */
export const longestText = 20_000;
/** Any text that is not empty. */
export const text: Codec<string> = { ...stringMatching(/[^]/, "text", longestText), check: checkString };
export const anyText: Codec<string> = { ...stringMatching(/^/, "text", 100_000), check: checkString };
export const isoDate: Codec<string> = stringMatching(/^(19|20|21)\d\d-\d\d-\d\d$/, "date", 10, (value) => dayFromIso(value) !== null);
export const instant: Codec<string> = stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "instant", 40, (value) => !Number.isNaN(Date.parse(value)));
export const duration: Codec<string> = stringMatching(/^P(?=\d)(\d{1,3}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,5}D)?$/, "duration", 20);
export const sha256Hex: Codec<string> = stringMatching(/^[0-9a-f]{64}$/, "SHA-256", 64);

function wholeNumber(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 10_000) throw new RecordError(path, "is no whole number");
  return value;
}

function trueOrFalse(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw new RecordError(path, "is neither true nor false");
  return value;
}

export const whole: Codec<number> = {
  encode: (value) => value,
  decode: wholeNumber,
  check: wholeNumber,
  schema: { type: "integer", minimum: 0, maximum: 10_000 },
};

export const flag: Codec<boolean> = {
  encode: (value) => value,
  decode: trueOrFalse,
  check: trueOrFalse,
  schema: { type: "boolean" },
};

const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Our id as the node's own `@id`. */
export const ownId: Codec<string> = {
  encode: (id) => `urn:uuid:${id}`,
  decode: (value, path) => {
    if (typeof value !== "string" || !uuid.test(value)) throw new RecordError(path, "is no urn:uuid");
    return value.slice(9);
  },
  check: checkString,
  schema: { type: "string", pattern: uuid.source },
};

/** Our id as a reference to another node. */
export const reference: Codec<string> = {
  encode: (id) => ({ "@id": ownId.encode(id) }),
  decode: (value, path) => ownId.decode(fieldsOf(value, path)["@id"], `${path}/@id`),
  check: checkString,
  schema: { type: "object", properties: { "@id": ownId.schema }, required: ["@id"], additionalProperties: false },
};

/** One of ours for one of theirs: `given` ↔ `dpv:ConsentGiven`. */
export function oneOf<T extends string>(terms: Readonly<Record<T, string>>): Codec<T> {
  const byTerm = new Map<string, T>();
  // The keys of a Record<T, …> literal are T.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  for (const key of Object.keys(terms) as T[]) byTerm.set(terms[key], key);
  return {
    encode: (value) => terms[value],
    decode: (value, path) => {
      const found = typeof value === "string" ? byTerm.get(value) : undefined;
      if (found === undefined) throw new RecordError(path, "is none of the terms known here");
      return found;
    },
    check: (value, path) => {
      if (typeof value !== "string" || !Object.hasOwn(terms, value)) throw new RecordError(path, "is none of the words known here");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of a Record<T, …>
      return value as T;
    },
    schema: { enum: [...byTerm.keys()] },
  };
}

/** The words themselves are the terms. */
export function wordOf<T extends string>(words: readonly T[]): Codec<T> {
  const terms: Partial<Record<T, string>> = {};
  for (const word of words) terms[word] = word;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every word of T has its term now
  return oneOf(terms as Record<T, string>);
}

export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    // A record that was written before the field existed has undefined there.
    encode: (value) => (value === null || value === undefined ? undefined : codec.encode(value)),
    decode: (value, path) => (value === undefined ? null : codec.decode(value, path)),
    check: (value, path) => (value === null || value === undefined ? null : codec.check(value, path)),
    schema: codec.schema,
    optional: true,
  };
}

/** An empty list is left out. @param most a bound for hostile files */
export function list<T>(codec: Codec<T>, most = 10_000): Codec<readonly T[]> {
  return {
    encode: (values) => (values.length === 0 ? undefined : values.map((value) => codec.encode(value))),
    decode: (value, path) => {
      if (value === undefined) return [];
      if (!Array.isArray(value) || value.length > most) throw new RecordError(path, "is no list");
      return value.map((one: unknown, i) => codec.decode(one, `${path}/${i}`));
    },
    check: (value, path) => {
      if (value === undefined) return [];
      if (!Array.isArray(value)) throw new RecordError(path, "is no list");
      let completed: T[] | null = null;
      for (let i = 0; i < value.length; i += 1) {
        const one = codec.check(value[i], path);
        if (one !== value[i]) (completed ??= [...value])[i] = one;
      }
      return completed ?? value;
    },
    schema: { type: "array", items: codec.schema, maxItems: most },
    optional: true,
  };
}

type Field<T> = readonly [term: string, codec: Codec<T>];
type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/**
 * A node of the given terms.
 * @param constants terms that every such node has with these values, for readers who know the standard and not us
 */
export function shape<T extends object>(fields: Fields<T>, constants: Readonly<Record<string, unknown>> = {}): Codec<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of Fields<T> are those of T
  const all = (Object.keys(fields) as (keyof T & string)[]).map((name): [keyof T & string, Field<T[keyof T]>] => [name, fields[name]]);
  const known = new Set([...all.map(([, [term]]) => term), ...Object.keys(constants)]);
  const fixed = Object.entries(constants).map(([term, expected]) => [term, expected, JSON.stringify(expected)] as const);
  return {
    encode: (value) => {
      const node: Record<string, unknown> = { ...constants };
      for (const [name, [term, codec]] of all) {
        const encoded = codec.encode(value[name]);
        if (encoded !== undefined) node[term] = encoded;
      }
      return node;
    },
    decode: (value, path) => {
      const node = fieldsOf(value, path);
      for (const term of Object.keys(node)) if (!known.has(term)) throw new RecordError(`${path}/${term}`, "is not known here");
      for (const [term, expected, written] of fixed) if (node[term] !== expected && JSON.stringify(node[term]) !== written) throw new RecordError(`${path}/${term}`, "is not what it must be");
      const decoded: Record<string, unknown> = {};
      for (const [name, [term, codec]] of all) {
        if (node[term] === undefined && !codec.optional) throw new RecordError(`${path}/${term}`, "is missing");
        decoded[name] = codec.decode(node[term], `${path}/${term}`);
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field of T was decoded just now
      return decoded as T;
    },
    check: (value, path) => {
      const stored = fieldsOf(value, path);
      let completed: Record<string, unknown> | null = null;
      for (const [name, [, codec]] of all) {
        const one = codec.check(stored[name], name);
        if (one !== stored[name]) (completed ??= { ...stored })[name] = one;
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field of T was looked at just now
      return (completed ?? stored) as T;
    },
    schema: {
      type: "object",
      properties: { ...Object.fromEntries(Object.entries(constants).map(([term, value]) => [term, { const: value }])), ...Object.fromEntries(all.map(([, [term, codec]]) => [term, codec.schema])) },
      required: [...Object.keys(constants), ...all.filter(([, [, codec]]) => !codec.optional).map(([, [term]]) => term)],
      additionalProperties: false,
    },
  };
}

/**
 * A node that is one of several, told apart by the field `tag` of ours and its constant term in JSON-LD.
 * @param prefix of that term's value in JSON-LD, before our word
 */
export function tagged<T extends object>(tag: keyof T & string, term: string, codecs: Readonly<Record<string, Codec<T>>>, prefix = ""): Codec<T> {
  const find = (key: unknown, path: string, before = ""): Codec<T> => {
    const name = typeof key === "string" && key.startsWith(before) ? key.slice(before.length) : null;
    const codec = name !== null && Object.hasOwn(codecs, name) ? codecs[name] : undefined;
    if (!codec) throw new RecordError(path, "is of no kind known here");
    return codec;
  };
  return {
    encode: (value) => find(value[tag], tag).encode(value),
    decode: (value, path) => find(fieldsOf(value, path)[term], `${path}/${term}`, prefix).decode(value, path),
    check: (value, path) => find(fieldsOf(value, path)[tag], tag).check(value, path),
    schema: { oneOf: Object.values(codecs).map(({ schema }) => schema) },
  };
}

export function fieldsOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new RecordError(path, "is no object");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object that is no array has string keys
  return value as Record<string, unknown>;
}
