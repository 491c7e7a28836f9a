/** Without turns of the writing direction, which would let a name from a file or a page say its opposite. */
export const withoutTurns = (text: string): string => text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
