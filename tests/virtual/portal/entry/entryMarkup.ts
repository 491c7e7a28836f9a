// The pages before and beside a person's own: the front page, signing in by password, and a site that has something signed. In
// several generations of markup. `escape` is the renderer's business. What the pages' own scripts ask for has the same ids in each:
// `card` and `sign` are pressed, `status` and `done` say what came of it.
export interface SignInView {
  readonly csrf: string;
  /** What was wrong with what was sent; null at first. */
  readonly error: string | null;
}

/** Gives the inside of a page's body. */
export interface EntryMarkup {
  /** The ways in. */
  front(): string;
  signIn(view: SignInView): string;
  /** A document that the card signs by the Web eID messages. */
  signing(): string;
}
