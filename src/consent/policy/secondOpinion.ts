// A second opinion on what the words of a sentence say: what hardly any sentence like it says is not claimed, and what nearly every
// one like it says is claimed where the words found nothing. The limits were chosen as the model was judged: on claims that the reader
// made of a writer's texts before it had learned from them, by a model that had not seen that writer (docs/consent.md).
import { given, kept, labelOf, topicNames } from "./dataWords.ts";
import type { SentenceModel } from "../sentences/linearModel.ts";
import { likelihoodBy, valueName } from "./likelihood.ts";
import { type PolicyField, policyFields } from "./proposal.ts";
import shipped from "./sentenceModel.json" with { type: "json" };
import { topics } from "./topics.ts";
import type { Unit } from "./units.ts";

export interface Found {
  readonly field: PolicyField;
  readonly value: string;
  readonly unit: Unit;
}

export interface Opinion {
  /** @returns whether the sentence is so unlike those which say this that it is not claimed */
  doubts(field: PolicyField, value: string, unit: Unit): boolean;
  /** @returns of what is not claimed yet, what some sentence very likely says, with that sentence */
  adds(units: readonly Unit[], isOpen: (found: Found) => boolean): readonly Found[];
  /** @returns whether the sentence very likely tells for how long data are kept, or how soon an answer comes, in a number */
  tells(field: TimeField, unit: Unit): boolean;
}

type TimeField = "retention" | "deadlines";
/** Each is what the other may be taken for. */
const times: Readonly<Record<TimeField, { readonly name: string; readonly rival: string }>> = { retention: { name: "retention=P", rival: "deadlines" }, deadlines: { name: "deadlines", rival: "retention=P" } };

/** Logarithms of odds, as the model reckons them. */
interface Limits {
  /** Of evidence alone, since that the words found it speaks for a rare thing as much as for a common one: below it a claim is withheld. */
  readonly doubtful: number;
  /** Of evidence and of how often such a thing is said: from it on a claim is made. */
  readonly likely: number;
}

/** Of claims below the first limits two in five were wrong, of those from the second on more than eight in ten were right. */
const limits: Readonly<Record<string, Limits>> = {
  purpose: { doubtful: 2.5, likely: -1.25 },
  // Said in nearly every text, and in the most ways.
  "purpose=service": { doubtful: 2.5, likely: -0.7 },
  recipients: { doubtful: 2, likely: -1.1 },
  retention: { doubtful: 2.1, likely: -0.5 },
  // A number that lasts: the words know it by its unit. What likeness alone says of numbers has to be likelier: prices and seasons have them, too.
  "retention=P": { doubtful: 1.8, likely: 1.4 },
  rights: { doubtful: 1.8, likely: -0.75 },
  deadlines: { doubtful: 2.5, likely: 0.3 },
};
const limitsOf = (name: string, field: PolicyField): Limits => limits[name] ?? limits[field] ?? { doubtful: -Infinity, likely: Infinity };

export function opinionOf(model: SentenceModel): Opinion {
  const likelihood = likelihoodBy(model);
  return {
    doubts(field, value, unit) {
      const name = valueName(field, value);
      const odds = likelihood(name, unit);
      return odds !== null && odds.evidence < limitsOf(name, field).doubtful;
    },
    adds(units, isOpen) {
      return model.values.flatMap((name) => {
        const { field, value } = partsOf(name);
        const { likely } = limitsOf(name, field);
        if (value === undefined || name === times.retention.name) return [];
        // "Until you take it back" is how long, and offers nothing.
        const rivals = model.values.filter((one) => one.startsWith(`${field}=`) || (field === "rights" && one.startsWith("retention=")));
        let best: Found | null = null;
        let most = likely;
        for (const unit of units) {
          const odds = oddsOf(name, unit);
          if (odds < most || (best !== null && odds === most) || !isAbout(field, unit) || !isOpen({ field, value, unit })) continue;
          // "Ask for correction" is like "ask for a copy", and more like itself.
          if (rivals.some((one) => oddsOf(one, unit) > odds)) continue;
          most = odds;
          best = { field, value, unit };
        }
        return best === null ? [] : [best];
      });
    },
    tells(field, unit) {
      const { name, rival } = times[field];
      const odds = oddsOf(name, unit);
      return odds >= limitsOf(name, field).likely && odds >= oddsOf(rival, unit);
    },
  };

  function oddsOf(name: string, unit: Unit): number {
    const odds = likelihood(name, unit);
    return odds === null ? -Infinity : odds.evidence + odds.before;
  }
}

/** The shipped model's. */
export const learned: Opinion = opinionOf(shipped);

/** Nobody's: whoever trains a model wants what the words claim alone. */
export const none: Opinion = { doubts: () => false, adds: () => [], tells: () => false };

/** In policies hardly anybody speaks of the police but as who gets data; in a whole letter somebody may. */
function isAbout(field: PolicyField, { text, before, heading, nearest }: Unit): boolean {
  const topic = topicNames.find((one) => one === field);
  if (topic === undefined) return false;
  const { heading: asks, strong } = topics[topic];
  if (asks.test(`${nearest} / ${labelOf(before)}`) || asks.test(heading) || strong.test(text)) return true;
  return topic === "recipients" ? given.test(`${before} ${text}`) : kept.test(text);
}

function partsOf(name: string): { readonly field: PolicyField; readonly value: string | undefined } {
  const [own, value] = name.split("=");
  const field = policyFields.find((one) => one === own);
  if (field === undefined) throw new Error(`the model speaks of ${name}, which is no field`);
  return { field, value };
}
