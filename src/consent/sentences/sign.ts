// A sign of a sentence is a number, so that a model need not carry the words themselves.

/** Bits of a sign's number: of 130,000 numbers few mean two things. */
export const signBits = 17;

/** FNV-1a, its bits mixed once more. @returns a sign as a number of `signBits` bits */
export function numbered(sign: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sign.length; at++) hash = Math.imul(hash ^ sign.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (2 ** signBits - 1);
}
