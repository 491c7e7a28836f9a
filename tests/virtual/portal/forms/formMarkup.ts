// The pages around applications, in several generations of markup. `escape` is the renderer's business.
import type { Service } from "../content.ts";
import type { Field } from "./fields.ts";

export interface FormPage {
  readonly service: Service;
  readonly fields: readonly Field[];
  readonly csrf: string;
  /** What was wrong with what was sent; null at first. */
  readonly error: string | null;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export interface SentView {
  readonly number: string;
  readonly service: Service;
  readonly at: Date;
  readonly answered: boolean;
}

export interface AnswerView {
  readonly id: string;
  readonly number: string;
  readonly service: Service;
  readonly at: Date;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly path: string }[];
}

export interface TermsView {
  readonly title: string;
  /** As the page says it: 24.11.2026. */
  readonly date: string;
  readonly paragraphs: readonly string[];
}

export interface NoticeView {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Gives the inside of a page's body. */
export interface FormMarkup {
  form(page: FormPage): string;
  /** The confirmation, with the registration number. */
  sent(sent: SentView): string;
  /** Sent applications. */
  sentList(list: readonly SentView[]): string;
  answers(list: readonly AnswerView[]): string;
  answer(answer: AnswerView): string;
  terms(terms: TermsView): string;
  serviceTerms(service: Service, terms: TermsView): string;
  notices(list: readonly NoticeView[]): string;
  documents(files: readonly StoredFile[], csrf: string, error: string | null): string;
}

export const dateOf = (at: Date): string => {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}`;
};
