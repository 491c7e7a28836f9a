/**
 * Parts of the catalogues that lie beside them as files of their own (vite.config.ts): who opens a menu should not wait until
 * half a megabyte of other texts is read. Each has every text that its page may show; a test reads the page's code for that.
 */
const textParts = {
  /** What our tools say in a portal page. */
  page: /^page_/,
  /** The favourites menu over one. */
  menu: /^(?:fav_|common_|page_(?:panel_title|star_)|form_vault_|vault_lock$)/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type TextPart = keyof typeof textParts;
export const textPartNames: readonly TextPart[] = ["page", "menu"];

/** The file of a part, from the extension's root. */
export const partFile = (part: TextPart, language: string): string => `texts/${part}.${language}.json`;

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** Those of a catalogue that belong to a part, without what is said to translators. */
export function textsOf(part: TextPart, catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => textParts[part].test(key)).map(([key, { message }]) => [key, { message }]));
}
