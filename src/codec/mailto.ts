/** Chrome and Edge on Windows hand no address of more than 2,048 characters to the mail program, and say nothing; and some mail programs cut them. */
const longest = 1_900;

export interface MailDraft {
  readonly href: string;
  /** The text is in it; else there was no room, and it is to be pasted. */
  readonly isWhole: boolean;
}

/**
 * A `mailto:` address with subject and text (RFC 6068). A Georgian letter takes nine characters of it, so that hardly any text has room.
 * @param address empty: the person puts it in
 */
export function mailtoOf(address: string, subject: string, text: string): MailDraft {
  const head = `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}`;
  const whole = `${head}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const isWhole = whole.length <= longest;
  return { href: isWhole ? whole : head, isWhole };
}
