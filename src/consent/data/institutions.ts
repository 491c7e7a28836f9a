// A starter catalogue of Georgian public institutions, so that nobody begins with an empty page. Only what public pages
// say, each with its source and the day it was read; what could not be found in public is left out, and the person adds it.
// That an institution is listed says nothing about whether it holds anything about this person.
import type { Category } from "../../codec/categories.ts";

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
  readonly source: string;
  /** ISO date. */
  readonly verifiedOn: string;
}

type Known = Pick<Institution, "key" | "name" | "nameEn" | "category" | "website" | "source" | "verifiedOn"> & Partial<Institution>;
const institution = (known: Known): Institution => ({ registryCode: null, address: null, email: null, phone: null, ...known });

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
  institution({ key: "sa", name: "სსიპ შინაგან საქმეთა სამინისტროს მომსახურების სააგენტო", nameEn: "LEPL Service Agency of the Ministry of Internal Affairs", category: "fines", website: "https://sa.gov.ge", source: "https://sa.gov.ge/d/normativeacts", verifiedOn: "2026-11-25" }),
  institution({ key: "ssa", name: "სსიპ სოციალური მომსახურების სააგენტო", nameEn: "LEPL Social Service Agency", category: "social", website: "https://ssa.gov.ge", source: "http://ssa.gov.ge/index.php?lang_id=GEO&sec_id=14", verifiedOn: "2026-11-25" }),
  institution({ key: "emis", name: "სსიპ განათლების მართვის საინფორმაციო სისტემა", nameEn: "LEPL Education Management Information System", category: "education", website: "https://emis.ge", source: "https://emis.ge/about/mission/", verifiedOn: "2026-11-25" }),
];
