// A person's own pages, and those around an account: in several generations of markup. `escape` is the renderer's business.

/** One set of what the state's registers say of a person. */
export interface RegisterView {
  readonly id: RegisterId;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const registerIds = ["civil-acts", "property", "crossings"] as const;
export type RegisterId = (typeof registerIds)[number];

export interface PersonalView {
  readonly name: string;
  readonly personalNumber: string;
  readonly phone: string;
  readonly mail: string;
  readonly registers: readonly RegisterView[];
  /** Services that are offered there. */
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly csrf: string;
}

export interface ContactView {
  /** Asked for at the first login; else the profile is edited. */
  readonly first: boolean;
  readonly phone: string;
  readonly mail: string;
  readonly error: string | null;
  readonly csrf: string;
}

export interface PasswordView {
  readonly error: string | null;
  readonly csrf: string;
}

/** Gives the inside of a page's body. */
export interface OwnMarkup {
  personal(view: PersonalView): string;
  /** One register alone, with all its rows. */
  register(view: RegisterView): string;
  contact(view: ContactView): string;
  /** Where the one-time password is changed. */
  change(view: PasswordView): string;
  /** How to register. */
  registration(): string;
  /** The end of a registration by video: the one-time password is given. */
  finished(mail: string, oneTime: string): string;
}
