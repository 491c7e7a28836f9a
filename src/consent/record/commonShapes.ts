// What several kinds of records have in common as JSON-LD.
import { type Codec, instant, nullable, text } from "./codec.ts";
import { nodeOf } from "./nodes.ts";

const textOrNone = nullable(text);

/** A text, or nothing: an empty one says nothing, and a file that had it could not be taken in again. */
export const maybe: Codec<string | null> = { ...textOrNone, encode: (value) => (value === "" ? undefined : textOrNone.encode(value)) };
export const stamps = { createdAt: ["dct:created", instant], updatedAt: ["dct:modified", instant] } as const;

/** A text as a thing of that class. */
export const titled = (type: string): Codec<string> => nodeOf(type, "dct:title", text);
export const purpose = titled("dpv:Purpose");
