// Shapes of JSON-LD nodes for what is a plain value here: a text that the standard wants as a thing of some class, and parts of
// a record that it wants in one list.
import { type Codec, fieldsOf, RecordError } from "./codec.ts";

/** A value as a node of a class: a purpose as `{"@type": "dpv:Purpose", "dct:title": …}`. */
export function nodeOf<T>(type: string, term: string, codec: Codec<T>): Codec<T> {
  return {
    encode: (value) => ({ "@type": type, [term]: codec.encode(value) }),
    decode: (value, path) => {
      const node = fieldsOf(value, path);
      for (const key of Object.keys(node)) if (key !== "@type" && key !== term) throw new RecordError(`${path}/${key}`, "is not known here");
      if (node["@type"] !== type) throw new RecordError(`${path}/@type`, "is not what it must be");
      return codec.decode(node[term], `${path}/${term}`);
    },
    check: (value, path) => codec.check(value, path),
    schema: { type: "object", properties: { "@type": { const: type }, [term]: codec.schema }, required: ["@type", term], additionalProperties: false },
  };
}

/**
 * Some terms of a node as the items of one list, told apart by their class: where the data lie and for how long they stay are
 * both a `dpv:hasStorageCondition`.
 * @param classes the term that each part has in `codec`, and the class of what stands there
 */
export function gathered<T>(codec: Codec<T>, term: string, classes: Readonly<Record<string, string>>): Codec<T> {
  const parts = Object.keys(classes);
  const partOf = new Map(Object.entries(classes).map(([part, type]) => [type, part]));
  const properties = { ...fieldsOf(codec.schema["properties"], "") };
  const required = new Set(Array.isArray(codec.schema["required"]) ? codec.schema["required"] : []);
  const items = parts.map((part) => properties[part]);
  const least = parts.filter((part) => required.delete(part)).length;
  for (const part of parts) delete properties[part];
  if (least > 0) required.add(term);
  return {
    encode: (value) => {
      const node: Record<string, unknown> = { ...fieldsOf(codec.encode(value), "") };
      const list = parts.flatMap((part) => (node[part] === undefined ? [] : [node[part]]));
      for (const part of parts) delete node[part];
      return list.length === 0 ? node : { ...node, [term]: list };
    },
    decode: (value, path) => {
      const { [term]: list = [], ...others } = fieldsOf(value, path);
      const node: Record<string, unknown> = { ...others };
      if (!Array.isArray(list)) throw new RecordError(`${path}/${term}`, "is no list");
      for (const [i, item] of list.entries()) {
        const type: unknown = fieldsOf(item, `${path}/${term}/${i}`)["@type"];
        const part = typeof type === "string" ? partOf.get(type) : undefined;
        if (part === undefined || node[part] !== undefined) throw new RecordError(`${path}/${term}/${i}/@type`, "is not what it must be");
        node[part] = item;
      }
      return codec.decode(node, path);
    },
    check: (value, path) => codec.check(value, path),
    schema: { ...codec.schema, properties: { ...properties, [term]: { type: "array", items: { oneOf: items }, minItems: least, maxItems: parts.length } }, required: [...required] },
  };
}

/**
 * Terms that follow from the others and are there for readers who know the standard and not us. Reading, they may be missing,
 * but never say something else.
 * @param following the terms of a value; undefined: not there for this one
 * @param schemas of each such term
 * @param guessed from words, by rules that may get better: of a file of before any of the schema's `enum` is taken
 */
export function following<T>(codec: Codec<T>, derive: (value: T) => Readonly<Record<string, unknown>>, schemas: Readonly<Record<string, { readonly enum: readonly unknown[] }>>, guessed = false): Codec<T> {
  const terms = Object.keys(schemas);
  return {
    encode: (value) => ({ ...fieldsOf(codec.encode(value), ""), ...Object.fromEntries(Object.entries(derive(value)).filter(([, one]) => one !== undefined)) }),
    decode: (value, path) => {
      const node: Record<string, unknown> = { ...fieldsOf(value, path) };
      const said = terms.flatMap((term) => (node[term] === undefined ? [] : [[term, node[term]] as const]));
      for (const term of terms) delete node[term];
      const decoded = codec.decode(node, path);
      const expected = derive(decoded);
      for (const [term, one] of said) if (guessed ? !schemas[term]?.enum.includes(one) : JSON.stringify(one) !== JSON.stringify(expected[term])) throw new RecordError(`${path}/${term}`, "is not what follows from the rest");
      return decoded;
    },
    check: (value, path) => codec.check(value, path),
    schema: { ...codec.schema, properties: { ...fieldsOf(codec.schema["properties"], ""), ...schemas } },
  };
}
