// What a deferral notice and a refusal must contain, and which of it is missing. Lines 112, 113, 115 and, for the statute,
// the law's own demands. `null` means the person has not looked yet; it is never counted as missing.

export interface DeferralNotice {
  /** The official's surname, name and patronymic. */
  readonly official: string | null;
  /** ISO date of sending, as written on the notice. */
  readonly sentOn: string | null;
  readonly reason: string | null;
  /** ISO date by which the request is to be satisfied. */
  readonly until: string | null;
  readonly inWriting: boolean | null;
  readonly explainsAppeal: boolean | null;
}

export interface RefusalNotice {
  readonly official: string | null;
  readonly sentOn: string | null;
  readonly reason: string | null;
  /** The article that forbids access, as cited by the organisation. */
  readonly legalGround: string | null;
  readonly inWriting: boolean | null;
  readonly explainsAppeal: boolean | null;
}

export type NoticeItem = "official" | "sentOn" | "reason" | "until" | "legalGround" | "inWriting" | "explainsAppeal";

export interface NoticeCheck {
  /** The items that a policy of the second kind demands: four of a deferral, three of a refusal. */
  readonly missing: readonly NoticeItem[];
  /** What the law or the policy demands besides: in writing, how to appeal, the legal ground. */
  readonly alsoMissing: readonly NoticeItem[];
}

export const emptyDeferral: DeferralNotice = { official: null, sentOn: null, reason: null, until: null, inWriting: null, explainsAppeal: null };
export const emptyRefusal: RefusalNotice = { official: null, sentOn: null, reason: null, legalGround: null, inWriting: null, explainsAppeal: null };

/** Line 113: four items. Line 112: in writing, and how to appeal. */
export function checkDeferral(notice: DeferralNotice): NoticeCheck {
  return {
    missing: blank(notice, ["official", "sentOn", "reason", "until"]),
    alsoMissing: denied(notice, ["inWriting", "explainsAppeal"]),
  };
}

/** Line 115: three items. Line 107: the grounds in the legal act. Law 3144, Article 21 and 22: in writing, how to appeal. */
export function checkRefusal(notice: RefusalNotice): NoticeCheck {
  return {
    missing: blank(notice, ["official", "sentOn", "reason"]),
    alsoMissing: [...blank(notice, ["legalGround"]), ...denied(notice, ["inWriting", "explainsAppeal"])],
  };
}

export function isComplete({ missing, alsoMissing }: NoticeCheck): boolean {
  return missing.length === 0 && alsoMissing.length === 0;
}

function blank<Notice, Item extends NoticeItem & keyof Notice>(notice: Notice, items: readonly Item[]): Item[] {
  return items.filter((item) => {
    const value = notice[item];
    return typeof value !== "string" || value.trim() === "";
  });
}

function denied<Notice, Item extends NoticeItem & keyof Notice>(notice: Notice, items: readonly Item[]): Item[] {
  return items.filter((item) => notice[item] === false);
}
