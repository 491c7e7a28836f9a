// What the model of answers' sentences is trained on (src/consent/answers/whichAnswer.ts): sentences of ours, each for one kind of answer
// or for none, and letters of which it is known which answer they are. The letters of the frozen lots are not among them.
import { readdirSync, readFileSync } from "node:fs";
import { isBesides } from "../../src/consent/answers/besides.ts";
import { letterText } from "../../src/consent/answers/letterText.ts";
import { decidingIn } from "../../src/consent/answers/said.ts";
import { signsOf } from "../../src/consent/answers/sentenceSigns.ts";
import { type SentenceKind as Kind, sentenceKinds as kinds } from "../../src/consent/answers/whichAnswer.ts";
import { oddsBy, type SentenceModel } from "../../src/consent/sentences/linearModel.ts";
import { type Example, type Settings, trained } from "./sentenceModel.ts";

/** A letter that gives a part and refuses a part says both in two sentences. */
type Type = Kind | "partly" | null;

export const settings: Settings = { rounds: 16, rate: 0.3, decay: 3e-3, writers: 2, weights: 26_000, frequency: 0 };

const folder = new URL("../vectors/answers/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

export interface Letter {
  readonly type: Type;
  readonly text: string;
}

/** By lots, so that whoever judges can leave one out. */
export function letters(): Readonly<Record<string, readonly Letter[]>> {
  const expected = read("expected.json") as Readonly<Record<string, { readonly type: Type | readonly Type[] }>>;
  const files = Object.entries(expected).flatMap(([name, { type }]): readonly Letter[] => (Array.isArray(type) ? [] : [{ type: type as Type, text: readFileSync(new URL(`${name}.txt`, folder), "utf8") }]));
  const lots = readdirSync(folder).filter((one) => /^learned\d+\.json$/.test(one)).toSorted();
  return { files, ...Object.fromEntries(lots.map((one) => [one, read(one) as readonly Letter[]])), phrases: (read("phrases.json") as readonly Letter[]).map(({ type, text }) => ({ type, text: `X\n\n${text}` })) };
}

interface Sentence {
  readonly signs: ReadonlySet<number>;
}
interface Bag {
  readonly type: Type;
  readonly sentences: readonly Sentence[];
}

/** What is said of another matter is said in the same words, and is told by the matter alone. */
const bagOf = ({ type, text }: Letter): Bag => ({ type, sentences: decidingIn(letterText(text).sentences).filter(({ decides }) => /\p{L}/u.test(decides) && decides !== "X" && !isBesides(decides)).map(({ decides }) => ({ signs: signsOf(decides) })) });

const saying = (kind: Kind | null): Int8Array => Int8Array.from(kinds, (one) => (one === kind ? 1 : 0));

/** Of a letter it is not known which sentence decides: it is taken to be the one that the last model found likeliest, and those that are nearly as likely are no examples. */
function examplesIn({ type, sentences }: Bag, model: SentenceModel): readonly Int8Array[] {
  const oddsOf = oddsBy(model);
  const scores = sentences.map(({ signs }) => oddsOf(signs));
  const wanted: readonly Kind[] = type === null ? [] : type === "partly" ? ["refused", "satisfied"] : [type];
  const says = sentences.map((): Int8Array => saying(null));
  for (const kind of wanted) {
    const place = kinds.indexOf(kind);
    const own = scores.map((one) => one[place] ?? -Infinity);
    const most = Math.max(...own);
    for (const [i, odds] of own.entries()) {
      if (odds === most) says[i] = saying(kind);
      else if (odds > -0.5) says[i]![place] = -1;
    }
  }
  return says;
}

const rounds = 3;

/** @param without lots that are left out */
export function trainedOnAnswers(without: readonly string[] = [], how: Settings = settings): Omit<SentenceModel, "about"> {
  const said = read("sentences.json") as Readonly<Record<Kind | "nothing", readonly string[]>>;
  const own = [...kinds, "nothing" as const].flatMap((kind) => said[kind].map((one): Example => ({ signs: signsOf(one), says: saying(kind === "nothing" ? null : kind), writer: one })));
  const bags = Object.entries(letters()).flatMap(([lot, all]) => (without.includes(lot) ? [] : all.map(bagOf)));
  let made = trained(own, kinds, how);
  for (let round = 0; round < rounds; round++) {
    const model = { about: "", ...made };
    const more = bags.flatMap((bag, i) => examplesIn(bag, model).map((says, j): Example => ({ signs: bag.sentences[j]!.signs, says, writer: `${i}:${j}` })));
    made = trained([...own, ...more], kinds, how);
  }
  return made;
}
