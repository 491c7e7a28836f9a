// „პასუხს ამხანაგობა აგებს“, „ბიბლიოთეკა პასუხისმგებელია“: who answers is said by what it is, and its name stands elsewhere.

/** What organisations are, by stem. */
const kinds = "ამხანაგობ|ბიბლიოთეკ|სკოლ|ბაღ|უნივერსიტეტ|კოლეჯ|აკადემი|ინსტიტუტ|კლინიკ|ჰოსპიტალ|საავადმყოფო|ცენტრ|მუზეუმ|თეატრ|კლუბ|ფედერაცი|ფონდ|ბანკ|სააგენტო|მერი|გამგეობ|სამინისტრო|კოოპერატივ|ასოციაცი|გაერთიანებ|კავშირ|სასტუმრო|აფთიაქ|ორგანიზაცი|საზოგადოებ|სახელოსნო|გიმნაზი|მაღაზი|ფაბრიკ";
const noun = String.raw`(?<kind>${kinds})(?:ა|ი|ო)?`;
const said: readonly RegExp[] = [
  new RegExp(String.raw`(?:დამმუშავებლად|პასუხისმგებელ პირად) (?:ჩაითვალოს|განისაზღვროს|ითვლება|ჩაითვლება|მიჩნეულია|დადგინდეს|დადგენილია|დასახელდეს) (?:თვით |თავად |თვითონ |სწორედ )?${noun}(?=[,.;]|$)`, "u"),
  new RegExp(String.raw`პასუხს (?:[ა-ჰ]+ ){0,3}?(?:თვით |თავად |თვითონ |სწორედ )?${noun} (?:აგებს|იღებს)`, "u"),
  new RegExp(String.raw`(?<![ა-ჰ])${noun} (?:[ა-ჰ]+ ){0,4}?(?:აგებს პასუხს|პასუხს აგებს|არის პასუხისმგებელი|პასუხისმგებელია)`, "u"),
  new RegExp(String.raw`(?<![ა-ჰ])${noun}ა? პასუხისმგებელი(?=[,.;]|$)`, "u"),
  new RegExp(String.raw`(?:დამმუშავებელ|პასუხისმგებელ)[ა-ჰ]*(?: [ა-ჰ]+)? (?:არის )?(?:თვით |თავად |თვითონ |სწორედ )?${noun}(?:ა)?(?=[,.;]| და)`, "u"),
  new RegExp(String.raw`(?:რატომ|რისთვის|მიზნით|მიზნებს|მიზანს|საშუალებებს|ყველაფერს)[^.;:]{0,40}? (?:თვით |თავად |თვითონ |სწორედ )?${noun} (?:წყვეტს|განსაზღვრავს|ადგენს)`, "u"),
  new RegExp(String.raw`მონაცემ[ა-ჰ]* (?:[ა-ჰ]+ )?(?:პატრონი|მეპატრონე|მფლობელი)(?: კი)?,? (?:არის )?${noun}(?=[,.;]|$)`, "u"),
];

/** @returns the stem of what answers for the data; null if no text says it so */
export function answeringKind(text: string): string | null {
  for (const one of said) {
    const kind = one.exec(text)?.groups?.["kind"];
    if (kind !== undefined) return kind;
  }
  return null;
}

/** Whether a name is of that kind: by its own words, or by the word that stands before its quotation mark. */
export function isOfKind(name: string, kind: string, text: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![ა-ჰ])${kind}[ა-ჰ]{0,2}$`, "u").test(name) || new RegExp(String.raw`${kind}[ა-ჰ]{0,3}[\s–-]+[„"]${escaped}`, "u").test(text);
}
