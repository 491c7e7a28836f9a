// What stands in Latin letters, or alone in a heading, and owns no database: a policy that names nobody must not be given an
// owner. A service that many sites use is taken for that, even in the policy of the service itself: the person writes the name.

const never = new Set(
  `
    cookie cookies gdpr privacy policy policies ip sms id pin qr pdf cctv vpn faq api url http https html wifi wi-fi internet online web browser email
    e-mail mail google facebook meta instagram whatsapp viber telegram messenger tiktok youtube linkedin twitter x analytics pixel adsense firebase stripe
    paypal visa mastercard microsoft apple amazon aws cloudflare hotjar mailchimp yandex zoom chrome safari firefox edge android windows opera bluetooth
    gps
  `.trim().split(/\s+/u),
);
/** Where somebody is. */
const places = /^(?:georgia|tbilisi|batumi|kutaisi|rustavi|gori|telavi|poti|zugdidi|london|dublin|berlin|europe|european union|united (?:kingdom|states)|ireland|germany|estonia|netherlands|eu|eea|uk|usa?|gel|eur|gbp|usd|georgian|english|european)$/iu;
/** A heading made of nothing else is about something. "General Hospital of Kutaisi" is somebody. */
const subjects = new Set(
  `
    about us introduction introductory intro overview summary contact contacts contents table definitions definition purpose purposes scope general
    provisions background information info important legal basis bases imprint impressum disclaimer security safety statement notice agreement terms
    conditions consent rights recipients recipient retention storage sharing disclosure transfers transfer complaints complaint changes updates update
    effective date last updated preface preamble principles principle children marketing payments payment services service website site app users user
    customers visitors data personal protection regulation regulations rules rule processing collection use article section part chapter annex appendix
    document version home page start student students records record staff volunteers volunteer survey interview interviews job jobs vacancy ticket card
    form registration carriage sheet leaflet byelaws notes last welcome questions answers of and the for to on in with by our your we a an
  `.trim().split(/\s+/u),
);

/** What an institution is. Two of them, or one with an adjective, are a name: "Library Association", "National Library". */
const institutions = new Set(
  `
    parish town city county district borough university college school kindergarten academy institute bank hotel hostel clinic hospital practice surgery
    pharmacy museum gallery library theatre cinema ministry agency council municipality government department office registry authority club gym society
    association foundation fund trust charity church centre center shop store federation union court commission bureau
  `.trim().split(/\s+/u),
);
/** Whom a text speaks of, whoever it is: however many of them stand together, they name nobody ("Service Provider"). */
const roles = new Set(
  `
    company group business organisation organization institution supplier provider operator controller processor landlord agent employer app website
    platform site customer client student pupil patient member guest visitor resident user parent trustee trustees borrower lender seller buyer employee
    worker volunteer participant passenger donor harbour master clerk secretary treasurer chairman manager director headteacher head deceased client
    keeper account holder bank's subscriber tenant tenants insurer insured policyholder carrier seller lender borrower subject registrant entrant
    competitor permit lessee lessor owner contractor parties party board committee team management administration
  `.trim().split(/\s+/u),
);
const adjectives = new Set("local national public private primary secondary high state other".split(" "));

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
const isInstitution = (word: string): boolean => institutions.has(word);
const isRole = (word: string): boolean => roles.has(word) || roles.has(word.replace(/s$/u, "")) || subjects.has(word);
const isPlural = (word: string): boolean => word.endsWith("s") && (institutions.has(word.replace(/s$/u, "")) || institutions.has(word.replace(/ies$/u, "y")) || roles.has(word.replace(/s$/u, "")));
const isAdjective = (word: string): boolean => adjectives.has(word);

/** The state's own, whose name is made of what policies are about. */
const authority = /^(?:Personal )?Data Protection (?:Service|Authority|Inspectorate|Commission)$/u;

/** Only what kind of organisation it is, or whom the text speaks of, and not which: "the University", "Public Authorities". */
export function isKind(name: string): boolean {
  const words = wordsOf(name).filter((one) => !/^(?:the|an?)$/u.test(one));
  if (authority.test(name) || !words.every((one) => isInstitution(one) || isRole(one) || isPlural(one) || isAdjective(one))) return false;
  if (words.length < 2 || isPlural(words.at(-1) ?? "")) return true;
  // There is one of each in a state: "State Security Service".
  return !words.some((one) => /^(?:national|state)$/u.test(one)) && words.some((one) => isRole(one) && !/^(?:of|and|for|in)$/u.test(one));
}

/** A name of nothing but common words: somebody, but as often one who is only spoken of ("The National Bank may ask us …"). */
export function isCommon(name: string): boolean {
  return wordsOf(name).every((one) => isInstitution(one) || isRole(one) || isPlural(one) || isAdjective(one));
}

/** „N 5“, "VII", an account's number. */
const numeral = /^(?:[N№]?\s?[\dXIV.-]+|\p{Lu}{2}\d[\dX]*)$/u;

/** Whether no owner is meant by these words. */
export function isNoOwner(name: string): boolean {
  const words = wordsOf(name);
  if (authority.test(name)) return false;
  return places.test(name) || numeral.test(name) || words.some((one) => never.has(one)) || words.every((one) => subjects.has(one));
}
