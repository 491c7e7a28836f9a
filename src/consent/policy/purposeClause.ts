// Where a sentence says what for: "we keep your notes [to treat you]", „ვინახავთ ჩანაწერს [სამკურნალოდ]“. A word of purpose that
// stands elsewhere names what is kept ("your health records"), or who does it.

const towards = /\b(?:to|so that|so|for|because|in order|lets?|helps?|tells?|whether|how)\b/iu;
const reason = /(?<!\p{L})(?:(?<!(?:ვადასტურებ|ადასტურებს|ვიცი|თანახმა ვარ|ვეთანხმები|აცნობიერებს|ვაცნობიერებ|ნიშნავს|ვაცხადებ),? )რომ|რათა|უნდა იცოდ\p{L}*)(?!\p{L})/u;
/** „…-თვის“, „…-ად“, „… მიზნით“: what for stands before it, and in it. */
const ended = /(?:\p{L}{2}(?:თვის(?:აც)?|ად(?:აც|აა)?)|მიზნ(?:ით|ითაც|ებით)|მიზანი?ა?|(?<=\s)გამო)(?!\p{L})/gu;
/** Who answers for it is no purpose. */
const answers = /დამუშავებ\p{L}*(?:თვის|ზე) პასუხისმგებ\p{L}*|(?:რომელიც )?(?:პასუხს აგებს|პასუხისმგებელია)(?!\p{L})[^,;]*/gu;

/** @returns the part of a sentence that says what for; "" if none does */
export function purposeClause(sentence: string): string {
  if (!/[ა-ჰ]/u.test(sentence)) {
    const at = towards.exec(sentence);
    return at ? sentence.slice(at.index) : "";
  }
  const text = sentence.replaceAll(answers, " ");
  const because = reason.exec(text);
  const last = [...text.matchAll(ended)].at(-1);
  const before = last ? text.slice(0, last.index + last[0].length) : "";
  return `${before} ; ${because ? text.slice(because.index) : ""}`;
}
