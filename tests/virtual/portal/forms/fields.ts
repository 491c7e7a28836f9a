// What the practice portal's applications ask for: many kinds of fields, so that a draft has something to remember.
import type { Service } from "../content.ts";

export type FieldKind = "text" | "tel" | "email" | "number" | "date" | "textarea" | "select" | "multi" | "radio" | "checkbox" | "file" | "signature" | "hidden-signature";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly options?: readonly (readonly [value: string, label: string])[];
  /** Shown only while another field has this value. */
  readonly when?: readonly [field: string, value: string];
}

const ways = [["portal", "პორტალზე"], ["post", "ფოსტით"], ["house", "იუსტიციის სახლში"]] as const;
const languages = [["ka", "ქართული"], ["en", "ინგლისური"], ["ru", "რუსული"]] as const;
const regions = [["", "აირჩიეთ"], ["tbilisi", "თბილისი"], ["kutaisi", "ქუთაისი"], ["batumi", "ბათუმი"], ["telavi", "თელავი"]] as const;

const common: readonly Field[] = [
  { name: "fullName", label: "სახელი და გვარი", kind: "text", required: true },
  { name: "personalNumber", label: "პირადი ნომერი", kind: "text", required: true },
  { name: "phone", label: "მობილური ტელეფონი", kind: "tel", required: true },
  { name: "mail", label: "ელ. ფოსტა", kind: "email" },
  { name: "birth", label: "დაბადების თარიღი", kind: "date" },
  { name: "region", label: "რეგიონი", kind: "select", options: regions },
  { name: "way", label: "როგორ გსურთ პასუხის მიღება", kind: "radio", options: ways },
  { name: "address", label: "მისამართი", kind: "text", when: ["way", "post"] },
  { name: "copies", label: "ეგზემპლარების რაოდენობა", kind: "number" },
  { name: "languages", label: "დოკუმენტის ენები", kind: "multi", options: languages },
  { name: "reason", label: "განაცხადის დასაბუთება", kind: "textarea", required: true },
  { name: "urgent", label: "დაჩქარებული წესით", kind: "checkbox" },
  { name: "truth", label: "ვადასტურებ მონაცემების სისწორეს", kind: "checkbox" },
  { name: "papers", label: "თანდართული დოკუმენტები", kind: "file" },
];

/** What the supervisory authority's form asks for, as those of Georgia's have: who complains, through whom, of whom, and what happened. */
const complaint: readonly Field[] = [
  { name: "fullName", label: "მომჩივნის სახელი და გვარი", kind: "text", required: true },
  { name: "personalNumber", label: "პირადი ნომერი", kind: "text", required: true },
  { name: "representative", label: "წარმომადგენელი (თუ ჰყავს)", kind: "text" },
  { name: "address", label: "ფაქტობრივი მისამართი", kind: "text" },
  { name: "mail", label: "ელ. ფოსტა", kind: "email" },
  { name: "phone", label: "მობილური ტელეფონი", kind: "tel", required: true },
  { name: "respondent", label: "ორგანიზაცია, რომელზეც ჩივით", kind: "text", required: true },
  { name: "learned", label: "როდის შეიტყვეთ დარღვევის შესახებ", kind: "date" },
  { name: "facts", label: "საჩივრის ფაქტობრივი გარემოებები", kind: "textarea", required: true },
  { name: "papers", label: "საჩივარი და მტკიცებულებები", kind: "file" },
  { name: "truth", label: "ვადასტურებ მონაცემების სისწორეს", kind: "checkbox" },
];

/** @param more so many further text fields: the long form of the benchmark */
export function fieldsOf(service: Service, more = 0): readonly Field[] {
  const long = Array.from({ length: more }, (_, i): Field => ({ name: `item-${i + 1}`, label: `${i + 1}-ე ჩანაწერი`, kind: "text" }));
  if (service.id === "data-complaint") return complaint;
  // One service takes the signed application in a field that nobody sees.
  if (service.id === "licence") return [...common, ...long, { name: "signed", label: "", kind: "hidden-signature" }];
  const signed: readonly Field[] = service.needsCard ? [{ name: "signed", label: "ციფრულად ხელმოწერილი განაცხადი", kind: "signature" }] : [];
  return [...common, ...long, ...signed];
}
