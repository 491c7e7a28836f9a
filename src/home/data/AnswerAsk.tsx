import { useEffect, useState } from "preact/hooks";
import { dayInTbilisi, georgianDate } from "../../consent/calendar/day.ts";
import { type Answer, answerMarks, parseAnswer } from "../../forms/answer.ts";
import { isAnswerTo, sortApplications } from "../../forms/applications.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Cards } from "../useCards.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { AnswerTake } from "./AnswerTake.tsx";
import { AskView } from "./AskView.tsx";
import type { Book } from "./book.ts";
import { paperOfAnswer } from "./papers.ts";
import { AnswerWords } from "./PaperView.tsx";

/** In the place of a kind of request: what the answer lists goes into the record. */
export const takeKind = "record";

interface AnswerAskProps {
  readonly book: Book;
  readonly cards: Cards;
  readonly answerId: string;
  readonly kind: string;
}

interface Found {
  readonly answer: Answer;
  /** Of the application that it answers; null: it is not in the vault. */
  readonly service: string | null;
}

/** What follows from an answer that was kept: a request or a complaint about it, with what is known of it from the start, or a record of what it lists. */
export function AnswerAsk({ book, cards, answerId, kind }: AnswerAskProps) {
  const { t } = useTexts();
  const [found, setFound] = useState<Found | "none" | null>(null);
  useEffect(() => void find(answerId).then((one) => setFound(one ?? "none"), () => setFound("none")), [answerId]);
  if (found === null) return <Busy>{t("data_opening")}</Busy>;
  if (found === "none") {
    return (
      <Notice kind="warning">
        <p>{t("data_answer_gone")}</p>
      </Notice>
    );
  }
  const { answer, service } = found;
  // Starting a service made a record of who provides it (consent at the moment it happens).
  const holding = book.ledger.holdings.find((one) => one.service !== null && one.service === service) ?? null;
  const asked = answer.number === null ? undefined : book.ledger.requests.find(({ events }) => events.some((one) => one.type === "sent" && one.number === answer.number));
  if (kind === takeKind) {
    const taken = { title: answer.title, text: answer.text, sha256: answer.sha256, where: answer.url, at: answer.savedAt, cameOn: dayInTbilisi(answer.savedAt) };
    return <AnswerTake book={book} answer={taken} paper={paperOfAnswer({ id: answerId, answer })} words={<AnswerWords answer={answer} />} organisationId={asked?.organisationId ?? holding?.organisationId ?? null} holdingId={asked?.holdingId ?? holding?.id ?? null} requestId={asked?.id ?? null} />;
  }
  const wanting = answerMarks.filter((mark) => answer.marks[mark] === false).map((mark) => t(`data_answer_not_${mark}`));
  const said = { TITLE: service ?? answer.title, DATE: georgianDate(dayInTbilisi(answer.savedAt)), WANTING: wanting.join(", "), NUMBER: answer.number ?? "" };
  const known = {
    grounds: t(answer.number === null ? "data_answer_grounds" : "data_answer_grounds_number", said),
    identifying: answer.number === null ? "" : t("data_answer_number", said),
    data: service ?? answer.title,
  };
  // What is missing of public information is asked for as such: the law on personal data has no say in it.
  const next = asked?.kind === "publicInformation" && kind !== "complaint" ? asked.kind : kind;
  return <AskView book={book} cards={cards} kind={next} organisationId={asked?.organisationId ?? holding?.organisationId ?? null} holdingId={null} aboutId={asked?.id ?? null} known={known} decidedOn={asked ? null : dayInTbilisi(answer.savedAt)} />;
}

async function find(answerId: string): Promise<Found | null> {
  const { records } = vaultOfPage();
  const answer = parseAnswer((await records.get("answers", answerId))?.value);
  if (!answer) return null;
  const sent = sortApplications(await records.list("drafts")).sent.find((one) => isAnswerTo(answer, one));
  return { answer, service: sent?.application.identity.title ?? null };
}
