// What several kinds of records have in common as JSON-LD.
import { type Codec, instant, nullable, text } from "./codec.ts";
import { nodeOf } from "./nodes.ts";

export const maybe = nullable(text);
export const stamps = { createdAt: ["dct:created", instant], updatedAt: ["dct:modified", instant] } as const;

/** A text as a thing of that class. */
export const titled = (type: string): Codec<string> => nodeOf(type, "dct:title", text);
export const purpose = titled("dpv:Purpose");
