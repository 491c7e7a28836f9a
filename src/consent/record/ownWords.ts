// [Note: own words in records] Some of what a record says is ours: what a service's start is noted with, what the reader of
// policies proposes. A record keeps it as a text like any other, in the language of the day; whoever reads it later, or is written a
// letter, has it in theirs. Records of before this was so are read alike.

/** Each in Georgian and in English; where the catalogues have the same text, under their key (a test holds them to it). */
export const ownWords = {
  form_consent_agency: ["სსიპ ციფრული მმართველობის სააგენტო", "LEPL Digital Governance Agency"],
  agencyPurpose: ["პორტალის ადმინისტრირება და სერვისის გამოძახება", "running the portal and calling the service"],
  withdrawal: ["წერილობით, სერვისის მომწოდებელთან", "In writing, to the provider of the service"],
  unknownProvider: ["უცნობი მომწოდებელი", "Unknown provider"],
  data_purpose_delivery: ["მიწოდება", "delivery"],
  data_purpose_health: ["მკურნალობა და სამედიცინო მომსახურება", "treatment and medical care"],
  data_purpose_hiring: ["თანამშრომლების შერჩევა", "selecting staff"],
  data_purpose_identity: ["ვინაობის დადგენა", "establishing identity"],
  data_purpose_legal: ["კანონით დაკისრებული მოვალეობა", "a duty set by law"],
  data_purpose_marketing: ["რეკლამა და პირდაპირი მარკეტინგი", "advertising and direct marketing"],
  data_purpose_payment: ["ანგარიშსწორება და აღრიცხვა", "settlement and accounting"],
  data_purpose_security: ["უსაფრთხოება", "security"],
  data_purpose_service: ["მომსახურება და ხელშეკრულების შესრულება", "the service and performance of the contract"],
  data_purpose_statistics: ["სტატისტიკა და გაუმჯობესება", "statistics and improvement"],
  data_purpose_support: ["კავშირი და პასუხი შეკითხვებზე", "contact and answers to questions"],
  data_recipient_abroad: ["სხვა სახელმწიფო", "another state"],
  data_recipient_auditor: ["აუდიტორი", "auditor"],
  data_recipient_contractor: ["კონტრაქტორი ან ტექნიკური მომწოდებელი", "contractor or technical provider"],
  data_recipient_delivery: ["საკურიერო ან საფოსტო კომპანია", "courier or postal company"],
  data_recipient_group: ["იმავე ჯგუფის კომპანიები", "companies of the same group"],
  data_recipient_health: ["სამედიცინო დაწესებულებები", "medical institutions"],
  data_recipient_insurer: ["სადაზღვევო კომპანია", "insurance company"],
  data_recipient_partners: ["პარტნიორები", "partners"],
  data_recipient_payment: ["ბანკი ან საგადახდო სისტემა", "bank or payment system"],
  data_recipient_state: ["სახელმწიფო ორგანოები", "state bodies"],
  data_event_undated: ["დღე მითითებული არ იყო: ეს ჩატვირთვის დღეა", "no day was stated: this is the day of loading"],
  data_unknown: ["უცნობია", "unknown"],
  data_policy_pasted: ["ჩასმული ტექსტი", "pasted text"],
} as const satisfies Readonly<Record<string, readonly [ka: string, en: string]>>;

const pairs = new Map<string, readonly [string, string]>(Object.values(ownWords).flatMap((pair) => pair.map((text) => [text, pair] as const)));

/** The text in that language, if it is one of ours; any other as it is. */
export function inWords(text: string, language: "ka" | "en"): string {
  return pairs.get(text)?.[language === "ka" ? 0 : 1] ?? text;
}

/** Whether both say the same, each in whatever language and case. */
export const sameWords = (one: string, other: string): boolean => one === other || plain(one) === plain(other);

const plain = (text: string): string => inWords(text.trim(), "ka").toLowerCase();
