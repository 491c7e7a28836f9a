// What institutions answer, in the shape of such letters: each answer that the law knows, a deferral and a refusal with the items that
// lines 112, 113 and 115 want, or without some of them.

export type NoticeItem = "official" | "sentOn" | "reason" | "until" | "legalGround" | "appeal";

export interface NoticeFacts {
  /** As the letter writes them: 24.11.2026. */
  readonly sentOn: string;
  readonly until: string;
}

const heads = {
  ka: {
    satisfied: "თქვენი მოთხოვნა დაკმაყოფილდა. თქვენს შესახებ ინახება აცრების ბარათი.",
    deferred: "თქვენი მოთხოვნის დაკმაყოფილება გადაიდო.",
    refused: "თქვენს მოთხოვნას უარი ეთქვა.",
    partly: "თქვენი მოთხოვნა ნაწილობრივ დაკმაყოფილდა: ზარების ჩანაწერებზე უარი ეთქვა.",
    promised: "თქვენი მოთხოვნა განხილულია და დაკმაყოფილდება.",
    askedMore: "გთხოვთ, დამატებით წარმოადგინოთ პირადობის მოწმობის ასლი.",
    feeAsked: "ასლის მისაღებად გადაიხადეთ საფასური 20 ლარი.",
  },
  en: {
    satisfied: "Your request has been granted. A vaccination card is kept about you.",
    deferred: "The time for answering your request has been extended.",
    refused: "Your request has been refused.",
    partly: "Your request was granted in part: the call recordings are refused.",
    promised: "Your request has been examined and will be granted.",
    askedMore: "Please provide a copy of your identity card.",
    feeAsked: "A fee of 20 GEL is due for the copy.",
  },
} as const;

export type NoticeKind = keyof (typeof heads)["ka"];

const all: readonly NoticeItem[] = ["official", "sentOn", "reason", "until", "legalGround", "appeal"];

/** @param without the items that the letter leaves out; silence is no letter. */
export function noticeText(kind: NoticeKind, { sentOn, until }: NoticeFacts, without: readonly NoticeItem[] = [], language: "ka" | "en" = "ka"): string {
  const georgian = language === "ka";
  const lines: Readonly<Record<NoticeItem, string>> = {
    official: georgian ? "თანამდებობის პირი: ბერიძე ნინო გიორგის ასული" : "Official: Nino Beridze",
    sentOn: georgian ? `გაგზავნის თარიღი: ${sentOn}` : `Date of sending: ${sentOn}`,
    reason: georgian ? "მიზეზი: არქივი გადატანის პროცესშია" : "Reason: the archive is being moved",
    until: georgian ? `მოთხოვნას შევასრულებთ ${until}-მდე.` : `The request will be answered by ${until}.`,
    legalGround: georgian ? "სამართლებრივი საფუძველი: „პერსონალურ მონაცემთა დაცვის შესახებ“ კანონის 21-ე მუხლი" : "Legal ground: Article 21 of the Law on Personal Data Protection",
    appeal: georgian ? "თუ არ ეთანხმებით, გადაწყვეტილება ერთი თვის ვადაში შეგიძლიათ გაასაჩივროთ ზედამხედველ ორგანოში ან სასამართლოში." : "If you disagree, you may appeal the decision within one month to the supervisory authority or to a court.",
  };
  const wanted: readonly NoticeItem[] = kind === "deferred" ? all.filter((one) => one !== "legalGround") : kind === "refused" ? all.filter((one) => one !== "until") : [];
  return [heads[language][kind], ...wanted.filter((one) => !without.includes(one)).map((one) => lines[one])].join("\n");
}
