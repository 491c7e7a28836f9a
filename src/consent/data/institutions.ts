// A starter catalogue of Georgian public institutions, so that nobody begins with an empty page. Only what public pages
// say, each with its source and the day it was read; what is said from memory has `verifiedOn: null` and is shown so.
// That an institution is listed says nothing about whether it holds anything about this person.
import type { Category } from "../record/vocabulary.ts";

export interface Institution {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: Category;
  readonly registryCode: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string;
  readonly source: string | null;
  /** ISO date. */
  readonly verifiedOn: string | null;
}

type Known = Pick<Institution, "key" | "name" | "nameEn" | "category" | "website"> & Partial<Institution>;
const institution = (known: Known): Institution => ({ registryCode: null, address: null, email: null, phone: null, source: null, verifiedOn: null, ...known });

const registryPolicy = { source: "https://napr.gov.ge/en/single-page/processing-of-personal-data", verifiedOn: "2026-11-25" } as const;

export const institutions: readonly Institution[] = [
  institution({ key: "napr", name: "სსიპ საჯარო რეესტრის ეროვნული სააგენტო", nameEn: "LEPL National Agency of Public Registry", category: "property", address: "თბილისი 0114, ვახტანგ გორგასლის ქ. 22", email: "info@napr.gov.ge", phone: "2 405 405", website: "https://napr.gov.ge", ...registryPolicy }),
  institution({ key: "psh", name: "სსიპ იუსტიციის სახლი", nameEn: "LEPL Public Service Hall", category: "personal", registryCode: "204580202", email: "info@psh.gov.ge", phone: "2 405 405", website: "https://psh.gov.ge", ...registryPolicy }),
  institution({ key: "dga", name: "სსიპ ციფრული მმართველობის სააგენტო", nameEn: "LEPL Digital Governance Agency", category: "personal", registryCode: "204598337", email: "info@dga.gov.ge", website: "https://dga.gov.ge", ...registryPolicy }),
  institution({ key: "post", name: "შპს საქართველოს ფოსტა", nameEn: "Georgian Post LLC", category: "personal", registryCode: "203836233", phone: "+995 32 224 09 09", website: "https://gpost.ge", ...registryPolicy }),
  institution({ key: "sda", name: "სსიპ სახელმწიფო სერვისების განვითარების სააგენტო", nameEn: "LEPL Public Service Development Agency", category: "family", website: "https://sda.gov.ge", source: "https://sda.gov.ge/en/guarantees-for-lawful-processing-and-protection-of-personal-data/", verifiedOn: "2026-11-25" }),
  institution({ key: "sao", name: "სახელმწიფო აუდიტის სამსახური", nameEn: "State Audit Office of Georgia", category: "personal", website: "https://sao.ge", source: "https://sao.ge", verifiedOn: "2026-11-24" }),
  institution({ key: "rs", name: "სსიპ შემოსავლების სამსახური", nameEn: "LEPL Revenue Service", category: "taxes", website: "https://rs.ge", source: "https://rs.ge", verifiedOn: "2026-11-25" }),
  institution({ key: "nbe", name: "სსიპ აღსრულების ეროვნული ბიურო", nameEn: "LEPL National Bureau of Enforcement", category: "fines", website: "https://nbe.gov.ge", source: "https://nbe.gov.ge", verifiedOn: "2026-11-24" }),
  institution({ key: "mia", name: "საქართველოს შინაგან საქმეთა სამინისტრო", nameEn: "Ministry of Internal Affairs of Georgia", category: "fines", website: "https://police.ge" }),
  institution({ key: "sa", name: "სსიპ შინაგან საქმეთა სამინისტროს მომსახურების სააგენტო", nameEn: "LEPL Service Agency of the Ministry of Internal Affairs", category: "fines", website: "https://sa.gov.ge" }),
  institution({ key: "ssa", name: "სსიპ სოციალური მომსახურების სააგენტო", nameEn: "LEPL Social Service Agency", category: "social", website: "https://ssa.gov.ge" }),
  institution({ key: "nha", name: "სსიპ ჯანმრთელობის ეროვნული სააგენტო", nameEn: "LEPL National Health Agency", category: "health", website: "https://nha.gov.ge" }),
  institution({ key: "moh", name: "ოკუპირებული ტერიტორიებიდან დევნილთა, შრომის, ჯანმრთელობისა და სოციალური დაცვის სამინისტრო", nameEn: "Ministry of Internally Displaced Persons, Labour, Health and Social Affairs", category: "health", website: "https://moh.gov.ge" }),
  institution({ key: "pensions", name: "სსიპ საპენსიო სააგენტო", nameEn: "LEPL Pension Agency", category: "social", website: "https://pensions.ge" }),
  institution({ key: "emis", name: "სსიპ განათლების მართვის საინფორმაციო სისტემა", nameEn: "LEPL Education Management Information System", category: "education", website: "https://emis.ge" }),
  institution({ key: "naec", name: "სსიპ შეფასებისა და გამოცდების ეროვნული ცენტრი", nameEn: "LEPL National Assessment and Examinations Center", category: "education", website: "https://naec.ge" }),
  institution({ key: "cec", name: "საქართველოს ცენტრალური საარჩევნო კომისია", nameEn: "Central Election Commission of Georgia", category: "personal", website: "https://cesko.ge" }),
  institution({ key: "tbilisi", name: "ქალაქ თბილისის მუნიციპალიტეტის მერია", nameEn: "Tbilisi City Hall", category: "utilities", website: "https://tbilisi.gov.ge" }),
];
