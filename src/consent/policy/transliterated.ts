// Georgian in Latin letters, as addresses write it (the national system, without its apostrophes).
const letters: Readonly<Record<string, string>> = { ა: "a", ბ: "b", გ: "g", დ: "d", ე: "e", ვ: "v", ზ: "z", თ: "t", ი: "i", კ: "k", ლ: "l", მ: "m", ნ: "n", ო: "o", პ: "p", ჟ: "zh", რ: "r", ს: "s", ტ: "t", უ: "u", ფ: "p", ქ: "k", ღ: "gh", ყ: "q", შ: "sh", ჩ: "ch", ც: "ts", ძ: "dz", წ: "ts", ჭ: "ch", ხ: "kh", ჯ: "j", ჰ: "h" };

/** In small letters; what is not Georgian stays. */
export const inLatin = (text: string): string => text.toLowerCase().replace(/[ა-ჰ]/gu, (one) => letters[one] ?? one);
