/** A value of which nothing is known but that it has properties. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value from outside is an object at all; what its properties are is checked one by one. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
