// An answer that lists what an organisation holds, as a record of it. The names of the data are proposed, the person decides;
// what the answer says in full is its evidence. Pure.
import type { Evidence, Holding } from "../../consent/record/record.ts";
import type { Answer } from "../../forms/answer.ts";
import { changedNow, dataItems, linesOf, newHolding } from "./newRecord.ts";

/** That something is kept: what follows is what. */
const keeps = /(?:ინახება|ინახავს|ვინახავთ|დაცულია|მუშავდება|ვამუშავებთ|გვაქვს|აღრიცხულია|(?:we|which) (?:hold|keep|store|process)|(?:is|are) (?:held|kept|stored|processed))/iu;
/** That nothing is. */
const denies = /(?:არ|ვერ) (?:ინახება|ვინახავთ|მუშავდება|ვამუშავებთ|გვაქვს|იძებნება)|(?:no|not) (?:personal )?(?:data|information|hold|held|kept|stored|processed)/iu;
const item = /^\s*(?:[–—•*·-]|\d{1,2}[.)]|[ა-ჰa-z]\))\s+(.+)$/iu;
/** What a row says of the datum: its value, which has no place in the record. */
const value = /\s*[:=–—]\s.*$/u;
const longest = 80;

/**
 * What the answer says is held, one a line, without what the data say: the items of its list, else what follows the word that
 * something is kept. Empty where it says that nothing is, or says it in no way that is understood.
 */
export function heldInAnswer(text: string): readonly string[] {
  const lines = text.split("\n");
  const listed = lines.flatMap((line) => item.exec(line)?.[1] ?? []).map((one) => plain(one.replace(value, "")));
  if (listed.length > 1) return unique(listed);
  return unique(
    lines
      .flatMap((line) => line.split(/(?<=[.;!?])\s+/u))
      .flatMap((sentence) => {
        const said = keeps.exec(sentence);
        if (!said || denies.test(sentence)) return [];
        const after = /:\s*(.+)$/u.exec(sentence)?.[1] ?? sentence.slice(said.index + said[0].length);
        return after.split(/[,;]|\s(?:და|and)\s/u).map(plain);
      }),
  );
}

const plain = (words: string): string => words.trim().replace(/^(?:თქვენი|your)\s+/iu, "").replace(/[.;,:]+$/u, "").trim();
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].filter((one) => one !== "" && one.length <= longest);

/** The record that this very answer is evidence of. */
export function recordOfAnswer(holdings: readonly Holding[], { sha256 }: Pick<Answer, "sha256">): Holding | null {
  return holdings.find(({ evidence }) => evidence.some((one) => one.kind === "letter" && one.sha256 === sha256)) ?? null;
}

/** Of the answer's whole text so much is kept with the record; the answer itself lies in the vault, and its hash is of all of it. */
const longestQuote = 20_000;

/** @param known a record that is there already: it keeps what it has, and gains what the answer says. */
export function holdingOfAnswer(answer: Answer, organisationId: string, { data, purpose }: { readonly data: string; readonly purpose: string }, known: Holding | null): Holding {
  const seenAt = new Date(answer.savedAt).toISOString();
  const evidence: Evidence = { kind: "letter", where: answer.url, sha256: answer.sha256, seenAt, quote: answer.text.slice(0, longestQuote) || null };
  const base = known ?? { ...newHolding(organisationId), evidence: [] };
  const items = dataItems([...new Set(linesOf(data))].join("\n")).filter(({ name }) => !base.data.some((one) => one.name === name));
  return changedNow<Holding>({
    ...base,
    data: [...base.data, ...items],
    purposes: [...new Set([...base.purposes, ...linesOf(purpose)])],
    confidence: "document",
    reach: { ...base.reach, answered: true, askedAt: seenAt },
    evidence: [...base.evidence, evidence],
  });
}
