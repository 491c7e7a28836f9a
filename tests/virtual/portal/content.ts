// What the practice portal offers: made up for practice, in the ten categories of the portal's terms, in their order.

export const categories = [
  "პირადი ინფორმაცია", "ოჯახი", "ჯანმრთელობა", "სოციალური მომსახურება", "ქონება",
  "ბიზნესი", "გადასახადები", "ჯარიმები", "განათლება", "კომუნალური გადასახადები",
] as const;

export interface Service {
  readonly id: string;
  readonly title: string;
  /** 0 to 9. */
  readonly category: number;
  readonly provider: string;
  readonly about: string;
  /** The application has to be signed with the card. */
  readonly needsCard: boolean;
}

const rows: readonly (readonly [id: string, title: string, category: number, provider: string, needsCard: boolean])[] = [
  ["address", "მისამართის ცნობა", 0, "მონაცემთა სასწავლო სააგენტო", false],
  ["identity-copy", "პირადობის მოწმობის მონაცემების ამონაწერი", 0, "მონაცემთა სასწავლო სააგენტო", false],
  ["border", "საზღვრის კვეთის ცნობა", 0, "სასაზღვრო სასწავლო სამსახური", true],
  ["birth", "დაბადების მოწმობის მოთხოვნა", 1, "სამოქალაქო აქტების სასწავლო ბიურო", false],
  ["marriage", "ქორწინების რეგისტრაციის განაცხადი", 1, "სამოქალაქო აქტების სასწავლო ბიურო", true],
  ["family-status", "ოჯახური მდგომარეობის ცნობა", 1, "სამოქალაქო აქტების სასწავლო ბიურო", false],
  ["doctor", "ოჯახის ექიმთან ჩაწერა", 2, "ჯანმრთელობის სასწავლო ცენტრი", false],
  ["vaccination", "აცრების ბარათის ამონაწერი", 2, "ჯანმრთელობის სასწავლო ცენტრი", false],
  ["insurance", "სადაზღვევო პაკეტის შემოწმება", 2, "ჯანმრთელობის სასწავლო ცენტრი", false],
  ["pension", "პენსიის დანიშვნის განაცხადი", 3, "სოციალური სასწავლო ფონდი", true],
  ["allowance", "შემწეობის მოთხოვნა", 3, "სოციალური სასწავლო ფონდი", true],
  ["benefits", "მიღებული დახმარებების ნახვა", 3, "სოციალური სასწავლო ფონდი", false],
  ["extract", "საჯარო რეესტრის ამონაწერი", 4, "სასწავლო რეესტრი", false],
  ["property-registration", "უძრავი ქონების რეგისტრაცია", 4, "სასწავლო რეესტრი", true],
  ["cadastre", "საკადასტრო ნახაზის მოთხოვნა", 4, "სასწავლო რეესტრი", false],
  ["company", "საწარმოს რეგისტრაცია", 5, "სასწავლო რეესტრი", true],
  ["company-extract", "სამეწარმეო რეესტრის ამონაწერი", 5, "სასწავლო რეესტრი", false],
  ["licence", "ლიცენზიის განაცხადი", 5, "ეკონომიკის სასწავლო უწყება", true],
  ["tax-debt", "საგადასახადო დავალიანების შემოწმება", 6, "შემოსავლების სასწავლო სამსახური", false],
  ["declaration", "საშემოსავლო დეკლარაციის შევსება", 6, "შემოსავლების სასწავლო სამსახური", true],
  ["tax-certificate", "გადამხდელის ცნობა", 6, "შემოსავლების სასწავლო სამსახური", false],
  ["road-fines", "საგზაო ჯარიმების ნახვა", 7, "სასწავლო საპატრულო სამსახური", false],
  ["parking", "პარკირების ჯარიმის გადახდა", 7, "სასწავლო მერია", false],
  ["fine-appeal", "ჯარიმის გასაჩივრება", 7, "სასწავლო საპატრულო სამსახური", true],
  ["exam", "ეროვნული გამოცდების შედეგები", 8, "გამოცდების სასწავლო ცენტრი", false],
  ["diploma", "დიპლომის ნამდვილობის დადასტურება", 8, "განათლების სასწავლო ცენტრი", true],
  ["kindergarten", "საბავშვო ბაღში რეგისტრაცია", 8, "სასწავლო მერია", false],
  ["water", "წყლის გადასახადის ნახვა", 9, "სასწავლო წყალკანალი", false],
  ["gas", "გაზის აბონენტის გადაფორმება", 9, "სასწავლო გაზკომპანია", true],
  ["electricity", "ელექტროენერგიის ქვითარი", 9, "სასწავლო ენერგოკომპანია", false],
];

export const services: readonly Service[] = rows.map(([id, title, category, provider, needsCard]) => ({
  id,
  title,
  category,
  provider,
  needsCard,
  about: `${title}: სასწავლო სერვისი. პასუხს გასცემს ${provider}.`,
}));

/** Forms of the supervisory authority's own, by their address alone: no list of services has them, as no citizen looks for them there. */
export const authorityForms: readonly Service[] = [
  { id: "data-complaint", title: "საჩივარი მონაცემთა დამუშავებაზე", category: 0, provider: "მონაცემთა დაცვის სასწავლო ზედამხედველი", needsCard: false, about: "სასწავლო ფორმა: საჩივარი ორგანიზაციაზე, რომელიც მონაცემებს ამუშავებს." },
];

export function serviceOf(id: string): Service | null {
  return [...services, ...authorityForms].find((one) => one.id === id) ?? null;
}

/** What a service's page says of the data it takes. Those about fines say nothing. */
export function aboutData({ id, category }: Service): string {
  if (category === 7) return "";
  return `<p>სერვისის მისაღებად მუშავდება: სახელი, გვარი, პირადი ნომერი${category === 2 ? ", ჯანმრთელობის მდგომარეობა" : ""}.</p><p>მონაცემების შენახვის ვადა: 3 წელი.</p><p><a href="/services/${id}/terms">სერვისის პირობები</a></p>`;
}
