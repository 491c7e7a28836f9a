// Whether a notice explains how to appeal (lines 112 and 116): that one may, to whom, and within which time. A mere mention is no explanation.

const right = /გა(?:ა|ე)?საჩივრ|საჩივრდება|საჩივრ\p{L}*\s+(?:წარ|შე)|მიმართ(?:ოთ|ავთ|ეთ)\s+(?:\p{L}+\s+){0,4}(?:სასამართლო|აუდიტის|დაცვის\s+სამსახურ|ინსპექტორ|დამცველ|ზემდგომ)|(?:სასამართლო|აუდიტის|დაცვის\s+სამსახურ|ინსპექტორ|დამცველ|ზემდგომ)\p{L}*[^.]{0,40}მიმართ(?:ოთ|ავთ|ეთ)|გასაჩივრებ|იჩივლ|(?:გადასინჯვ|გადახედვ)\p{L}*\s[^.]{0,30}მოითხოვ|\bappeal(?!s? board)|\b(?:challenge|contest|dispute|object to|disagree with)\b[^.]{0,30}\b(?:decision|refusal|deferral|extension|reply|this|it)\b|\bcomplain|\b(?:ask|apply) (?:\w+ ){0,4}(?:to|for) (?:a )?review\b|\b(?:take|bring|refer)\b[^.]{0,30}\b(?:matter|case|this|it)\b[^.]{0,40}\b(?:court|service|authority|ombudsman|further)\b|\b(?:go|turn|apply|write) to the (?:personal data protection service|court|public defender|supervis\w+ authority)\b/iu;
const whom = /სასამართლო|აუდიტის სამსახურ|მონაცემთა დაცვის (?:სამსახურ|უფლებამოსილ)|ზედამხედველ|უფლებამოსილ\p{L}* (?:სახელმწიფო )?ორგანო|ზემდგომ|სამინისტრო|საბჭო|ინსპექტორ|დამცველ|(?:მერ|დირექტორ|უფროს|თავმჯდომარ)\p{L}{0,3}თან|\bcourt\b|\baudit office\b|\bsupervis\w+ authority\b|\bdata protection (?:authority|service)\b|\bministry\b|\bcouncil\b|\bboard\b|\bcommission\b|\binspector|\bminister\b|\bmayor\b|\bombudsman\b|\bpublic defender\b/iu;
const within = /(?:\d{1,3}|ერთი|ორი|სამი|ექვსი|ათი|თხუთმეტი|ოცი|ოცდაათი|ერთ|ორ|სამ|ექვს|ათ|ოც|ოცდაათ)\s*(?:\([^)]{1,30}\)\s*)?(?:კალენდარული?|სამუშაო)?\s*(?:დღ|თვ|კვირ|წლ)\p{L}*[\s-]{0,3}(?:ვადა|განმავლობა)?|\bwithin\s+(?:\w+\s+){0,2}\(?(?:\d{1,3}\)?|one|two|three|six|ten|twenty|thirty|a)\s+(?:calendar |working )?(?:days?|weeks?|months?|years?)\b|\b(?:you have|for|in|no later than|not later than|period of) (?:one|two|three|six|ten|thirty|\d{1,3}) (?:calendar |working )?(?:days?|weeks?|months?)\b/iu;

export interface AppealSaid {
  /** Its sentences; empty: the text has no word of an appeal. */
  readonly words: readonly string[];
  readonly whom: boolean;
  readonly within: boolean;
}

/** Whether a sentence is about an appeal: then it decides nothing. */
export const isAppeal = (sentence: string): boolean => right.test(sentence);

/** @param sentences the time may stand in the one after the right */
export function appealIn(sentences: readonly string[]): AppealSaid {
  const at = sentences.flatMap((one, i) => (isAppeal(one) ? [i] : []));
  const words = at.map((i) => sentences[i] ?? "");
  const after = at.map((i) => sentences[i + 1] ?? "").filter((one) => /ვად|term|time|period|deadline|within/iu.test(one));
  return { words, whom: words.some((one) => whom.test(one)), within: [...words, ...after].some((one) => within.test(one)) };
}

/** @returns null: there are words of it, and something is wanting, or not understood; the person looks */
export function explainsAppeal({ words, whom: to, within: inTime }: AppealSaid): boolean | null {
  return words.length === 0 ? false : to && inTime ? true : null;
}
