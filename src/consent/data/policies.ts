// Controllers' own rules, as their policies state them: a promise beside the statute. More come from the policy reader,
// one per organisation, once the person has confirmed what it found.
import { askers, ordinaryKinds } from "../law/requestKind.ts";
import type { LegalSource, RuleSet, TimeLimit } from "../law/ruleSet.ts";

const section = (article: string): LegalSource => ({
  title: { ka: "VITAGURU-ს კონფიდენციალურობის პოლიტიკა", en: "Privacy policy of VITAGURU" },
  article,
  url: "https://vitaguru.ge/",
  verifiedOn: "2026-11-24",
});

const kinds = ordinaryKinds.filter((kind) => kind !== "publicInformation");
const fromReceipt: Pick<TimeLimit, "from" | "kinds"> = { from: "receipt", kinds };

/** The privacy policy of a web shop, Vitaguru.ge, sections 5 and 8; also the pattern of many others. */
export const vitaguru: RuleSet = {
  id: "policy-vitaguru",
  basis: "policy",
  title: { ka: "ორგანიზაციის საკუთარი პოლიტიკა: VITAGURU", en: "The organisation's own policy: VITAGURU" },
  from: null,
  until: null,
  limits: [
    { ...fromReceipt, stage: "firstAnswer", count: 10, unit: "workingDays", moves: false, askers: ["self", "representative"], source: section("8.4") },
    { ...fromReceipt, stage: "fulfilment", count: 30, unit: "days", moves: true, askers: ["self", "representative"], source: section("8.6") },
    { ...fromReceipt, stage: "firstAnswer", count: 10, unit: "workingDays", moves: false, askers: ["thirdParty", "legalPerson"], source: section("5.5") },
    { ...fromReceipt, stage: "fulfilment", count: 30, unit: "days", moves: true, askers: ["thirdParty", "legalPerson"], source: section("5.5") },
    // Shown to the person themself only when the controller has sent a deferral notice, and then as a mere claim.
    { ...fromReceipt, stage: "extended", count: 45, unit: "days", moves: true, askers, source: section("5.7") },
  ],
  deferral: { askers: ["thirdParty", "legalPerson"], noticeBy: "fulfilment", times: 1, source: section("5.7") },
};

export const policyProfiles: readonly RuleSet[] = [vitaguru];
