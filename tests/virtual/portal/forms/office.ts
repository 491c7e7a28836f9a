// The practice portal's office: takes applications, checks and numbers them, gives answers, keeps versions of its terms.
import { createHash } from "node:crypto";
import type { Service } from "../content.ts";
import { serviceOf } from "../content.ts";
import type { Checked, SignatureCheck } from "../signatureCheck.ts";
import type { Field } from "./fields.ts";
import type { AnswerView, NoticeView, SentView, TermsView } from "./formMarkup.ts";
import type { Slowly } from "./slowly.ts";

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Application extends SentView {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly SentFile[];
  /** Who signed it, as openssl names the signer; null: nobody had to. */
  readonly signer: string | null;
}

export interface OfficeAnswer extends AnswerView {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const day = (text: string): string => text;
const mostBytes = 64 << 20;

/** The terms of the practice portal, oldest version first: made up, in the shape of real ones. */
const firstTerms: TermsView = {
  title: "სასწავლო პორტალის გამოყენების წესი და პირობები",
  date: day("01.03.2026"),
  paragraphs: [
    "ეს წესი განსაზღვრავს სასწავლო პორტალით სარგებლობის პირობებს.",
    "ცალკეულ სერვისს შეიძლება ჰქონდეს საკუთარი პირობები, რომლებიც მის აღწერაშია მითითებული.",
    "წესის ცვლილების შესახებ მომხმარებელს ეცნობება პორტალის შეტყობინებით.",
    "პასუხი გაიცემა 10 სამუშაო დღის ვადაში.",
    "მონაცემები ინახება მხოლოდ სერვისის მისაღებად საჭირო დროით და შემდეგ იშლება.",
  ],
};

export class Office {
  /** What is wrong with the server: it fails, it turns every application down, or it says nothing at all. */
  trouble: "error" | "refuse" | "silence" | null = null;
  /** How it gives its files; null: at once. */
  slowly: Slowly | null = null;
  /** Files that it gave slowly, in the order in which that ended: whether somebody was there to the end. */
  readonly given: boolean[] = [];
  readonly #check: SignatureCheck | null;

  constructor(check: SignatureCheck | null = null) {
    this.#check = check;
  }

  readonly applications: Application[] = [];
  readonly answers: OfficeAnswer[] = [];
  readonly documents: Kept[] = [];
  terms: TermsView = firstTerms;
  readonly serviceTerms = new Map<string, TermsView>();
  readonly notices: NoticeView[] = [{ id: "n1", title: "კეთილი იყოს თქვენი მობრძანება", date: day("01.03.2026"), text: "სასწავლო პორტალი მზად არის." }];

  /** @returns a sentence about what is wrong, or the application as it was taken. */
  take(service: Service, fields: readonly Field[], form: FormData, files: readonly (SentFile & { readonly bytes: Uint8Array })[], signer: string | null = null): Application | string {
    const values = new Map<string, readonly string[]>();
    for (const { name, label, kind, required } of fields) {
      const given = form.getAll(name).filter((one): one is string => typeof one === "string" && one !== "");
      if (required && kind !== "file" && given.length === 0) return `შეავსეთ ველი „${label}“.`;
      if (given.length > 0) values.set(name, given);
    }
    if (!/^\d{11}$/.test(values.get("personalNumber")?.[0] ?? "")) return "პირადი ნომერი 11 ციფრისგან შედგება.";
    if (!/^(\+?995)?\s?5\d{8}$/.test((values.get("phone")?.[0] ?? "").replaceAll(/[\s-]/g, ""))) return "მობილურის ნომერი არასწორია.";
    if (this.trouble === "refuse") return "სისტემაში ხარვეზია, განაცხადი ვერ მივიღეთ.";
    if (service.needsCard && !files.some((one) => one.field === "signed")) return "განაცხადს ხელმოწერილი ფაილი უნდა ერთვოდეს.";
    const number = `2026-${String(100_001 + this.applications.length)}`;
    const application: Application = { number, service, at: new Date(), answered: false, values, files: files.map(({ field, name, size, sha256 }) => ({ field, name, size, sha256 })), signer };
    this.applications.push(application);
    return application;
  }

  /** What the judges say of the signed file of an application. */
  async judge(fields: readonly Field[], form: FormData, files: readonly (SentFile & { readonly bytes: Uint8Array })[]): Promise<Checked | null> {
    const signed = files.find((one) => one.field === "signed");
    if (!signed || !this.#check) return null;
    return await this.#check.pdf(signed.bytes, [...shownTexts(fields, form), ...files.filter((one) => one !== signed).map((one) => one.sha256.toUpperCase())]);
  }

  answer(number: string, text: string, attachments: Readonly<Record<string, Uint8Array>> = {}): OfficeAnswer {
    const application = this.applications.find((one) => one.number === number);
    if (!application) throw new Error("no such application");
    const id = String(this.answers.length + 1);
    const names = Object.keys(attachments);
    const answer = { id, number, service: application.service, at: new Date(), text, attachments: names.map((name, i) => ({ name, path: `/answers/${id}/${i}` })), files: new Map(Object.entries(attachments)) };
    this.answers.push(answer);
    return answer;
  }

  keep(name: string, bytes: Uint8Array): string | null {
    if (bytes.length > mostBytes) return "ფაილი ძალიან დიდია.";
    this.documents.push({ id: String(this.documents.length + 1), name, size: bytes.length, sha256: sha256(bytes), bytes });
    return null;
  }

  /** The administration changes the terms, and says so. */
  changeTerms(date: string, change: (paragraphs: readonly string[]) => readonly string[]): void {
    this.terms = { ...this.terms, date, paragraphs: change(this.terms.paragraphs) };
    this.notices.unshift({ id: `n${this.notices.length + 1}`, title: "გამოყენების წესი შეიცვალა", date, text: `პორტალის გამოყენების წესი და პირობები შეიცვალა ${date}-დან.` });
  }

  serviceTermsOf(id: string): TermsView | null {
    const service = serviceOf(id);
    if (!service) return null;
    return this.serviceTerms.get(id) ?? {
      title: "სერვისის პირობები",
      date: day("01.03.2026"),
      paragraphs: [`სერვისის „${service.title}“ მისაღებად მუშავდება: სახელი, გვარი, პირადი ნომერი, საკონტაქტო მონაცემები.`, ...(service.category === 2 ? ["ასევე მუშავდება ჯანმრთელობის მდგომარეობის მონაცემები."] : []), `მონაცემებს იღებს ${service.provider}.`, "მონაცემების შენახვის ვადა: 3 წელი."],
    };
  }
}

/** What a person saw of the fields when they sent them: words of options, dates as they are written. */
function shownTexts(fields: readonly Field[], form: FormData): readonly string[] {
  return fields.flatMap(({ name, kind, options = [] }) => {
    if (kind === "checkbox" || kind === "file" || kind === "signature" || kind === "hidden-signature") return [];
    const given = form.getAll(name).filter((one): one is string => typeof one === "string" && one !== "");
    return given.map((value) => options.find(([code]) => code === value)?.[1] ?? (kind === "date" ? value.split("-").toReversed().join(".") : value));
  });
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
