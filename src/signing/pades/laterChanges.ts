// What became of a document after it was signed. [Note: two faces of a PDF] An incremental update may change anything
// that is shown, and the signature still holds: it covers what was there. So the document as it was signed and as it is
// now are gone through side by side, from the trailer down, along every reference: what differs must be a signature more,
// a store for long-term proof, or what the author of a certified document allowed (ISO 32000-1 §12.8.2.2).
import { equal } from "../../card/bytes.ts";
import type { PdfDocument } from "../pdf/document.ts";
import { as, dictOf, nameOf, type PdfDict, type PdfValue } from "../pdf/values.ts";

export interface LaterChanges {
  /** Something that is not allowed to change has changed. */
  readonly changed: boolean;
  /** Signatures, proofs, or what the author allowed. */
  readonly added: boolean;
}

/** Entries of a field's or annotation's dictionary that filling in a form touches. */
const filledIn: ReadonlySet<string> = new Set(["V", "AP", "AS", "M", "MK", "DA"]);
/** Entries of the catalog that say how long the signatures last, not what is shown. */
const proofs: ReadonlySet<string> = new Set(["DSS", "Extensions"]);

/** Entries of a form that was made for the first signature. */
const newForm: ReadonlySet<string> = new Set(["Fields", "SigFlags", "DR", "DA"]);

type Role = "catalog" | "form" | "other";
type Pair = readonly [before: PdfValue | undefined, after: PdfValue | undefined, role: Role];

/** @param level P of a DocMDP signature in the earlier document; null: it was not certified */
export async function laterChanges(before: PdfDocument, after: PdfDocument, level: 1 | 2 | 3 | null): Promise<LaterChanges> {
  const comparison = new Comparison(before, after, level ?? 0);
  await comparison.run([before.trailer.entries.get("Root"), after.trailer.entries.get("Root"), "catalog"]);
  return { changed: comparison.changed, added: comparison.added };
}

class Comparison {
  readonly #before: PdfDocument;
  readonly #after: PdfDocument;
  readonly #level: number;
  readonly #seen = new Set<string>();
  readonly #waiting: Pair[] = [];
  changed = false;
  added = false;

  constructor(before: PdfDocument, after: PdfDocument, level: number) {
    this.#before = before;
    this.#after = after;
    this.#level = level;
  }

  async run(start: Pair): Promise<void> {
    this.#waiting.push(start);
    for (let pair = this.#waiting.pop(); pair && !this.changed; pair = this.#waiting.pop()) await this.#compare(pair);
  }

  async #compare([before, after, role]: Pair): Promise<void> {
    const [from, to] = [as("ref", before), as("ref", after)];
    if (from && to) {
      const key = `${from.num} ${to.num} ${role}`;
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
    }
    const [was, is] = [await this.#before.resolve(before), await this.#after.resolve(after)];
    if (was === null || is === null || typeof was !== "object" || typeof is !== "object") {
      if (was !== is) this.changed = true;
      return;
    }
    if (was.kind === "array" && is.kind === "array") {
      if (was.items.length !== is.items.length) this.changed = true;
      else was.items.forEach((item, i) => this.#waiting.push([item, is.items[i], "other"]));
      return;
    }
    const [oldDict, newDict] = [dictOf(was), dictOf(is)];
    if (oldDict && newDict && was.kind === is.kind) {
      if (was.kind === "stream" && is.kind === "stream" && !equal(was.data, is.data)) this.changed = true;
      else await this.#compareDicts(oldDict, newDict, role);
    } else if (was.kind === "name" && is.kind === "name") this.changed ||= was.name !== is.name;
    else if (was.kind === "string" && is.kind === "string") this.changed ||= !equal(was.bytes, is.bytes);
    else this.changed = true;
  }

  async #compareDicts(was: PdfDict, is: PdfDict, role: Role): Promise<void> {
    const keys = new Set([...was.entries.keys(), ...is.entries.keys()]);
    const isPage = nameOf(was.entries.get("Type")) === "Page";
    for (const key of keys) {
      const [before, after] = [was.entries.get(key), is.entries.get(key)];
      if (role === "catalog" && proofs.has(key)) this.#allow(before, after);
      else if (role === "catalog" && key === "AcroForm") await this.#compareForm(before, after);
      else if (role === "form" && key === "SigFlags") continue;
      else if (role === "form" && key === "Fields") await this.#compareGrowing(before, after);
      else if (isPage && key === "Annots") {
        if (this.#level === 3) this.#allow(before, after);
        else await this.#compareGrowing(before, after);
      }
      else if (await this.#mayBeFilledIn(was, is, key)) this.#allow(before, after);
      else this.#waiting.push([before, after, "other"]);
    }
  }

  async #compareForm(before: PdfValue | undefined, after: PdfValue | undefined): Promise<void> {
    const is = as("dict", await this.#after.resolve(after));
    if ((await this.#before.resolve(before)) !== null) {
      this.#waiting.push([before, after, "form"]);
      return;
    }
    // There was no form: one that holds signatures only is allowed (no XFA, no scripts, no order of calculation).
    if (!is) return;
    if ([...is.entries.keys()].some((key) => !newForm.has(key))) this.changed = true;
    await this.#compareGrowing(undefined, is.entries.get("Fields"));
  }

  /** A list to which signature fields, and nothing else, may have been added; at its end. */
  async #compareGrowing(before: PdfValue | undefined, after: PdfValue | undefined): Promise<void> {
    const was = as("array", await this.#before.resolve(before))?.items ?? [];
    const is = as("array", await this.#after.resolve(after))?.items ?? [];
    was.forEach((item, i) => this.#waiting.push([item, is[i], "other"]));
    for (const item of is.slice(was.length)) {
      if (await this.#isSignatureField(item)) this.added = true;
      else this.changed = true;
    }
  }

  async #isSignatureField(value: PdfValue): Promise<boolean> {
    let field = as("dict", await this.#after.resolve(value));
    for (let i = 0; field && i < 16; i += 1) {
      if (field.entries.has("FT")) return nameOf(field.entries.get("FT")) === "Sig";
      field = as("dict", await this.#after.resolve(field.entries.get("Parent")));
    }
    return false;
  }

  /** A signature field that was empty may be signed; any field of a document certified so may be filled in. */
  async #mayBeFilledIn(was: PdfDict, is: PdfDict, key: string): Promise<boolean> {
    if (!filledIn.has(key)) return false;
    const isField = was.entries.has("FT") || nameOf(was.entries.get("Subtype")) === "Widget";
    if (!isField) return false;
    const signature = nameOf(was.entries.get("FT")) === "Sig";
    if (signature) return (await this.#before.resolve(was.entries.get("V"))) === null && (await this.#after.resolve(is.entries.get("V"))) !== null;
    return this.#level >= 2;
  }

  #allow(before: PdfValue | undefined, after: PdfValue | undefined): void {
    this.added ||= JSON.stringify(before) !== JSON.stringify(after);
  }
}
