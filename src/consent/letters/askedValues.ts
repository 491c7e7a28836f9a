import { isOwn, readingKinds } from "../law/requestKind.ts";
import { inWords } from "../record/ownWords.ts";
import { restsOnCauses } from "../request/cause.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import { type LetterKind, templates } from "./templates.ts";
import { byHand, flag, written } from "./written.ts";

/** Who asks, for what, and how the answer is wanted. */
export function askedValues({ language, request, followUp, given }: LetterInput, kind: LetterKind): Values {
  const { asked, applicant, representative } = request;
  const { causes } = templates[language];
  const isReading = isOwn(request.asker) && readingKinds.includes(request.kind);
  const contact = representative ?? applicant;
  return {
    applicant: written(applicant.name) ?? byHand,
    own: flag(isOwn(request.asker)),
    certified: flag(applicant.certifiedBy !== null),
    representative: representative ? (written(representative.name) ?? byHand) : null,
    authority: written(representative?.authority),
    database: asked.database,
    data: asked.data,
    identifying: asked.identifying,
    purpose: asked.purpose && inWords(asked.purpose, language),
    // Of public information these are words beside what is asked, and no ground of what follows.
    grounds: followUp && request.kind === "publicInformation" ? null : asked.grounds,
    causes: restsOnCauses(request.kind, request.asker) ? asked.causes.map((one) => causes[one]) : [],
    shouldBe: asked.shouldBe,
    consent: asked.consent && inWords(asked.consent, language),
    about: asked.about,
    // A letter that an older build has begun knows nothing of it.
    kin: asked.kin ?? null,
    given: written(given) ?? byHand,
    reading: flag(isReading),
    free: flag(isReading && kind === request.kind),
    electronic: flag(asked.answerForm === "electronic"),
    paper: flag(asked.answerForm === "paper"),
    answerEmail: contact.email,
    answerAddress: contact.address ?? applicant.address,
  };
}
