// What of a form is signed: its words and the person's answers, in reading order, and nothing else.

export type FormItem =
  | { readonly kind: "heading"; readonly text: string }
  /** Words of the form that belong to no single answer: a declaration, a consent. */
  | { readonly kind: "text"; readonly text: string }
  /** `value` as the person sees it: the text of the chosen option, not its code. May have several lines; may be empty. */
  | { readonly kind: "field"; readonly label: string; readonly value: string };

export interface FormAttachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface FormContent {
  readonly language: "ka" | "en";
  /** Paragraphs above the title, as a letter has its sender, addressee and day there. */
  readonly lead: readonly string[];
  readonly title: string;
  /** Lines below the title: whose site, when it was filled in. */
  readonly about: readonly string[];
  readonly items: readonly FormItem[];
  readonly attachments: readonly FormAttachment[];
  /** The fixed words, in the form's language. */
  readonly words: {
    readonly attachments: string;
    /** Stands where a field was left empty. */
    readonly empty: string;
    /** "Size: 12 345 bytes" */
    readonly size: (bytes: number) => string;
    /** "Page 1 of 3" */
    readonly page: (number: number, count: number) => string;
  };
  readonly madeAt: Date;
}
