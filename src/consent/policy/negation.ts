// What a policy says it does not do is not done: "we send no advertising", „სარეკლამო შეტყობინებებს არ ვგზავნით“.

import { spelt } from "./spelt.ts";

/** Where one statement ends and the next begins inside a sentence. */
const joints = new RegExp(spelt`
  \s+(?=(?:which|who|that|and) (?:(?:may|must|can|could|is|are|does|do|has|will|shall)(?:n['’]t| not| only| never)|cannot)\b)
  |,?\s+(?=რომელ\p{L}* (?:\p{L}+ ){0,4}(?:ეკრძალება|არ |ვერ ))
  |,\s*(?=(?:and )?(?:nobody|no one|nothing)\b)|,\s*(?=(?:სხვას|სხვა|მეტს|ის|ისინი|მე|ჩვენ|იგი|they|we|i)\s)
  |\s+(?=(?:if|unless) (?:you|we|it|they|the)\b)|\s+(?=თუ\s)|[;:—–.!?()]|\s-\s
  |(?<=(?:ება|ებს|ობს|ავს|ოთ|ებთ|ავთ|ობთ))\s+და\s+
  |\b(?:but|save (?:that|for)|unless|except|however|although|only if|apart from|other than)\b
  |(?<!\p{L})(?:მაგრამ|თუმცა|ხოლო|გარდა|მხოლოდ)(?!\p{L})
  |,\s*(?=(?:უამისოდ|თორემ|otherwise|or else)(?!\p{L}))
  |,\s*(?=(?:რაც|რომლ|რომელ|თუ|რადგან|ვინც|so|and|which|who|where|if|as)(?!\p{L}))
  |,?\s+(?:and|და)\s+(?=(?:we|you|our|თქვენ|ჩვენ)(?!\p{L}))
`, "giu");
const negations = new RegExp(spelt`
  (?<!\p{L})(?:არ|არც|ვერ|ვერც|აღარ|არასდროს|არასოდეს|არავ\p{L}*|არაფერ\p{L}*|ვერაფერ\p{L}*|გარეშე)(?!\p{L})
  |\b(?:\w+n't|cannot|not(?! only| later)|never|no(?! later| more than| longer than)(?<!\bsay no)|nor|neither
    |without(?! (?:giving|saying|stating|telling|any reason|a reason|charge|cost|paying))|nobody|nothing(?! else)|none of|prohibited|forbidden)\b
  |(?<!\p{L})(?:აიკრძალ|აკრძალ|იკრძალ|დაუშვებ)\p{L}*|n[’']t\b
`, "iu");

/** "Transfers abroad: none." */
const flatNo = /[:—–-]\s*(?:არა|არ (?:ხდება|ხორციელდება|გადაეცემა|ინახება)|no|none|never|not applicable)\W*$/iu;
const condition = /^\s*(?:თუ|if|should|when|where|once)(?!\p{L})[^,]*,/iu;

/** @returns the statements of a sentence that are not denied */
export function affirmed(sentence: string): readonly string[] {
  if (flatNo.test(sentence)) return [];
  // What a sentence makes a condition of is no part of what it denies or grants: "if you do not like the answer, complain".
  return sentence.replace(condition, (whole) => `${whole};`).split(joints).filter((part): part is string => part !== undefined && part.trim() !== "" && !negations.test(part));
}
