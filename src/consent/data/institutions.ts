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
  institution({ key: "nha", name: "სსიპ ჯანმრთელობის ეროვნული სააგენტო", nameEn: "LEPL National Health Agency", category: "health", website: "https://nha.gov.ge", source: "https://nha.gov.ge/ge/c/nha_director_organizational_decrees2", verifiedOn: "2026-11-26" }),
  institution({ key: "ncdc", name: "სსიპ ლ. საყვარელიძის სახელობის დაავადებათა კონტროლისა და საზოგადოებრივი ჯანმრთელობის ეროვნული ცენტრი", nameEn: "LEPL L. Sakvarelidze National Center for Disease Control and Public Health", category: "health", website: "https://ncdc.ge", source: "https://test.ncdc.ge/Handlers/GetFile.ashx?ID=4d1c47db-07e1-41b1-8769-a0ae4dededee", verifiedOn: "2026-11-26" }),
  institution({ key: "idp", name: "სსიპ დევნილთა, ეკომიგრანტთა და საარსებო წყაროებით უზრუნველყოფის სააგენტო", nameEn: "LEPL Agency of Internally Displaced Persons, Eco-migrants and Livelihoods Provision", category: "social", phone: "15 05", website: "https://idp.gov.ge", source: "https://idp.gov.ge/livelihood/", verifiedOn: "2026-11-26" }),
  institution({ key: "archive", name: "საქართველოს ეროვნული არქივი", nameEn: "LEPL National Archives of Georgia", category: "family", address: "თბილისი, ვაჟა-ფშაველას გამზ. 1", website: "https://archive.gov.ge", source: "https://archive.gov.ge/ge/mkvlevarta-darbazi", verifiedOn: "2026-11-26" }),
  institution({ key: "justice", name: "საქართველოს იუსტიციის სამინისტრო", nameEn: "Ministry of Justice of Georgia", category: "personal", website: "https://justice.gov.ge", source: "https://www.justice.gov.ge/News/Detail?newsId=2180", verifiedOn: "2026-11-26" }),
  institution({ key: "legalaid", name: "სსიპ იურიდიული დახმარების სამსახური", nameEn: "LEPL Legal Aid Service", category: "personal", email: "info@legalaid.ge", phone: "1485; +995 32 292 00 55", website: "https://legalaid.ge", source: "https://new.legalaid.ge/ka/n/category/6/5/0", verifiedOn: "2026-11-26" }),
  institution({ key: "ombudsman", name: "საქართველოს სახალხო დამცველი", nameEn: "Public Defender of Georgia", category: "personal", address: "თბილისი, აღმაშენებლის 80", phone: "1481", website: "https://www.ombudsman.ge", source: "https://www.ombudsman.ge/geo/informatsia-servisebis-shesakheb", verifiedOn: "2026-11-26" }),
  institution({ key: "tcc", name: "თბილისის საქალაქო სასამართლო", nameEn: "Tbilisi City Court", category: "personal", address: "თბილისი, დავით აღმაშენებლის ხეივანი, მე-12 კმ, 6", phone: "251 03 04; 1488", website: "https://www.tcc.gov.ge", source: "http://hcoj.gov.ge/ge/tbilisis-saqalaqo-sasamartlo", verifiedOn: "2026-11-26" }),
  institution({ key: "cec", name: "საქართველოს ცენტრალური საარჩევნო კომისია", nameEn: "Central Election Commission of Georgia", category: "personal", website: "https://cesko.ge", source: "http://cesko.ge/eng/list/show/110971", verifiedOn: "2026-11-26" }),
  institution({ key: "geostat", name: "საქსტატი", nameEn: "National Statistics Office of Georgia (Geostat)", category: "personal", phone: "+995 32 236 72 10", website: "https://www.geostat.ge", source: "https://www.geostat.ge/ka/page/saertashoriso-da-sazogadoebastan-urtiertobis-departamenti", verifiedOn: "2026-11-26" }),
  institution({ key: "nbg", name: "საქართველოს ეროვნული ბანკი", nameEn: "National Bank of Georgia", category: "business", phone: "+995 32 240 64 06", website: "https://nbg.gov.ge", source: "https://nbg.gov.ge/en/consumers-support", verifiedOn: "2026-11-26" }),
  institution({ key: "rda", name: "ა(ა)იპ სოფლის განვითარების სააგენტო", nameEn: "Rural Development Agency", category: "business", website: "https://rda.gov.ge", source: "https://rda.gov.ge/static/privacy-policy", verifiedOn: "2026-11-26" }),
  institution({ key: "naec", name: "შეფასებისა და გამოცდების ეროვნული ცენტრი", nameEn: "National Assessment and Examinations Center", category: "education", website: "https://www.naec.ge", source: "https://1tv.ge/news/ertiani-erovnuli-gamocdebistvis-registracia-dgheidan-iwyeba", verifiedOn: "2026-11-26" }),
  institution({ key: "tsu", name: "სსიპ ივანე ჯავახიშვილის სახელობის თბილისის სახელმწიფო უნივერსიტეტი", nameEn: "LEPL Ivane Javakhishvili Tbilisi State University", category: "education", website: "https://www.tsu.ge", source: "https://www.tsu.ge/en/legal?page=7", verifiedOn: "2026-11-26" }),
  institution({ key: "nplg", name: "საქართველოს პარლამენტის ეროვნული ბიბლიოთეკა", nameEn: "National Parliamentary Library of Georgia", category: "education", website: "http://www.nplg.gov.ge", source: "http://www.nplg.gov.ge/print.php?type=services&id=29", verifiedOn: "2026-11-26" }),
  institution({ key: "comcom", name: "საქართველოს კომუნიკაციების ეროვნული კომისია", nameEn: "Georgian National Communications Commission", category: "utilities", website: "https://www.comcom.ge", source: "https://www.comcom.ge/ge/legal-acts/solutions/2021--21-19-622.page", verifiedOn: "2026-11-26" }),
  institution({ key: "batumicc", name: "ქალაქ ბათუმის მუნიციპალიტეტის საკრებულო", nameEn: "Batumi Municipality City Council", category: "utilities", address: "ბათუმი, ლუკა ასათიანის ქ. 25", website: "https://batumicc.ge", source: "https://batumicc.ge/ka/constitution/3826", verifiedOn: "2026-11-26" }),
  institution({ key: "signagi", name: "სიღნაღის მუნიციპალიტეტის მერია", nameEn: "Signagi Municipality City Hall", category: "utilities", phone: "(0 355) 23 20 47", website: "http://signagi.gov.ge", source: "http://signagi.gov.ge/ge/socialuri-samsaxuris-angarishi", verifiedOn: "2026-11-26" }),
];
