// What stands in Latin letters, or alone in a heading, and owns no database: a policy that names nobody must not be given an
// owner. A service that many sites use is taken for that, even in the policy of the service itself: the person writes the name.

const never = new Set(
  "cookie cookies gdpr privacy policy policies ip sms id pin qr pdf cctv vpn faq api url http https html wifi wi-fi internet online web browser email e-mail mail google facebook meta instagram whatsapp viber telegram messenger tiktok youtube linkedin twitter x analytics pixel adsense firebase stripe paypal visa mastercard microsoft apple amazon aws cloudflare hotjar mailchimp yandex zoom chrome safari firefox edge android windows opera bluetooth gps".split(" "),
);
/** A heading made of nothing else is about something. "General Hospital of Kutaisi" is somebody. */
const subjects = new Set(
  "about us introduction introductory intro overview summary contact contacts contents table definitions definition purpose purposes scope general provisions background information info important legal basis bases imprint impressum disclaimer security safety statement notice agreement terms conditions consent rights recipients recipient retention storage sharing disclosure transfers transfer complaints complaint changes updates update effective date last updated preface preamble principles principle children marketing payments payment services service website site app users user customers visitors data personal protection regulation regulations rules rule processing collection use article section part chapter annex appendix document version home page start welcome questions answers of and the for to on in with by our your we a an".split(" "),
);

const kinds = new Set(
  "parish town city county district borough local national public primary secondary high state university college school kindergarten academy institute bank company group hotel hostel clinic hospital practice surgery pharmacy museum gallery library theatre cinema ministry agency council municipality government department service office registry authority club gym association society foundation fund trust charity church centre center shop store supplier provider operator controller processor landlord agent association employer app website platform site customer client student pupil patient member guest visitor resident user parent trustees board committee team management administration institution organisation organization federation union court commission bureau".split(" "),
);

/** Only what kind of organisation it is, or whom the text speaks of, and not which: "the University". */
export function isKind(name: string): boolean {
  return name.toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean).every((one) => kinds.has(one) || kinds.has(one.replace(/s$/u, "")) || subjects.has(one));
}

/** Whether no owner is meant by these words. */
export function isNoOwner(name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
  return words.some((one) => never.has(one)) || words.every((one) => subjects.has(one));
}
