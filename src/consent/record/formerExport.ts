// [Note: former exports] What went out before 27 November 2026 had words of the vocabulary as plain texts, texts where the
// standard has things, and the events of a consent under a term of ours. Such a file is rewritten term by term into what is
// written today and then read like any other: the strict reader has one form to know. No other code knows the former one.
import { prefixes } from "./terms.ts";

type Node = Readonly<Record<string, unknown>>;
type Change = (value: unknown) => unknown;

const formerPrefixes = ["dct", "dpv", "loc", "mq", "pd"] as const;
const formerContext = JSON.stringify(Object.fromEntries(formerPrefixes.map((one) => [one, prefixes[one]])));

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const each = (change: Change): Change => (value) => (Array.isArray(value) ? value.map(change) : value);
const node = (type: string, term: string): Change => (value) => ({ "@type": type, [term]: value });

/** Renames and changes terms of a node; what is left out stays left out, what is no node stays as it is. */
const terms = (changes: Readonly<Record<string, readonly [term: string, change: Change]>>): Change => (value) =>
  isNode(value) ? Object.fromEntries(Object.entries(value).map(([term, one]) => { const [next, change] = own(changes, term) ?? [term, same]; return [next, change(one)]; })) : value;

const same: Change = (value) => value;
/** Not what every object has: a file may name `constructor`. */
const own = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(all, key) ? all[key] : undefined);
const titled = (type: string): Change => node(type, "dct:title");
const purpose = titled("dpv:Purpose");

const datum: Change = (value) => {
  if (!isNode(value)) return value;
  const { "dpv:hasPersonalData": special, ...rest } = value;
  return { ...rest, "@type": special === undefined ? "dpv:PersonalData" : ["dpv:SpecialCategoryPersonalData", special] };
};

/** The database and the term of keeping, which were two terms, are two storage conditions. */
const stored: Change = (value) => {
  if (!isNode(value)) return value;
  const { "dpv:hasStorageCondition": database, "mq:retention": retention, ...rest } = value;
  return { ...rest, "dpv:hasStorageCondition": [place(database), duration(retention)] };
};
const place: Change = (value) => (isNode(value) ? { "@type": "dpv:StorageLocation", ...asNode(terms({ "dpv:hasLocation": ["dpv:hasLocation", titled("dpv:Location")] })(value)) } : value);
const duration: Change = (value) => {
  if (!isNode(value)) return value;
  const { "mq:until": until, "dpv:hasDuration": lasting, ...rest } = value;
  const list = [...(until === undefined ? [] : [node("dpv:UntilTimeDuration", "rdf:value")(until)]), ...(lasting === undefined ? [] : [node("dpv:TemporalDuration", "rdf:value")(lasting)])];
  return { "@type": "dpv:StorageDuration", ...rest, ...(list.length === 0 ? {} : { "dpv:hasDuration": list }) };
};
const asNode = (value: unknown): Node => (isNode(value) ? value : {});

const consentEvent: Change = (value) => terms({ "dpv:hasConsentStatus": ["@type", same], "dct:date": ["dpv:isIndicatedAtTime", same] })(value);
const requestEvent: Change = (value) => terms({ "@type": ["@type", (type) => (typeof type === "string" ? `mq:${type}` : type)], "@id": ["dct:identifier", same] })(value);

const changeOf: Readonly<Record<string, Change>> = {
  "dpv:Process": (value) =>
    stored(
      terms({
        "dpv:hasRole": ["mq:role", same],
        "dpv:hasPurpose": ["dpv:hasPurpose", each(purpose)],
        "dpv:hasPersonalData": ["dpv:hasPersonalData", each(datum)],
        "dpv:hasRecipient": ["dpv:hasRecipient", each(terms({ "dpv:hasPurpose": ["dpv:hasPurpose", purpose] }))],
        "dpv:hasDataSource": ["dpv:hasDataSource", titled("dpv:DataSource")],
        "dct:valid": ["mq:since", same],
        "dpv:hasService": ["dpv:hasService", titled("dpv:Service")],
        "dpv:hasNotice": ["dpv:hasNotice", (notice) => (isNode(notice) ? { "@type": "dpv:PrivacyNotice", ...notice } : notice)],
      })(value),
    ),
  "dpv:ConsentRecord": (value) => {
    // It was Georgian whatever the words were.
    const { "dct:language": _language, ...rest } = asNode(value);
    return terms({
      "dpv:hasPurpose": ["dpv:hasPurpose", purpose],
      "dpv:hasConsentControl": ["dpv:hasConsentControl", node("dpv:WithdrawConsent", "dct:description")],
      "mq:events": ["dpv:hasConsentStatus", each(consentEvent)],
    })({ ...rest, "dpv:hasLegalBasis": "dpv:Consent" });
  },
  "dpv:RightExerciseActivity": terms({
    "mq:asked": ["mq:asked", terms({ "dpv:hasPersonalData": ["dpv:hasPersonalData", each(titled("dpv:PersonalData"))], "dpv:hasPurpose": ["dpv:hasPurpose", purpose] })],
    "mq:events": ["mq:events", each(requestEvent)],
  }),
};

/** The same file as it would be written today; whatever is no former export comes back as it is. */
export function inTodaysTerms(document: Node, context: unknown): Node {
  if (JSON.stringify(document["@context"]) !== formerContext) return document;
  const record: Change = (value) => {
    const type = asNode(value)["@type"];
    return (typeof type === "string" ? (own(changeOf, type) ?? same) : same)(value);
  };
  return { ...document, "@context": context, "@graph": each(record)(document["@graph"]) };
}
