// An institution's answer: kept in the vault with its files on one click, tied to the application by the portal's number.
import type { SeenAnswer } from "../../forms/answer.ts";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { answerFiles } from "../detect/answers.ts";
import { registrationNumber } from "../detect/forms.ts";
import { textOf } from "../detect/text.ts";
import { firstWithin, ofPage, within } from "../detect/unshadowed.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { giveFile } from "../forms/download.ts";
import { makeKeeper } from "../keeper.ts";
import { makePill } from "./pills.ts";

export const answers: Feature = { id: "answers", start };

function start(context: FeatureContext): void {
  const { document, signal, watch, find, t } = context;
  let said = "";
  let kept = false;
  let busy = false;
  const panel = context.panel("answers", (line) => {
    line.start();
    line.postMessage({ kind: "answer", answer: read(document, find) } satisfies ToFrame);
  });
  const pill = makePill(context, (second) => {
    if (busy) keeper.send({ kind: "answer/stop" });
    else if (kept !== second) panel.toggle();
    else save();
  });
  const keeper = makeKeeper(context, (message: FromFrame) => {
    if (message.kind === "progress" && busy) say(progress(message), true);
    if (message.kind === "file/get") void giveFile(find("answer").flatMap(answerFiles), message, signal, keeper.send);
    if (message.kind !== "answer/kept") return;
    const { how } = message;
    busy = false;
    kept = how === "stored" || how === "sealed" || how === "less";
    // Nowhere to keep it: the panel says what is wanted, and leads there.
    if (how === "none") panel.open();
    if (how === "new") return pill.show({ text: t("page_answer_new"), action: t("page_answer_save") });
    const look = t("page_answer_open");
    // With something of it there and something not both are wanted: to see what there is, and to keep the rest.
    if (how === "part") pill.show({ text: t("page_answer_part"), action: t("page_answer_rest"), second: look, kind: "warning" });
    else if (how === "less") pill.show({ text: t("page_answer_less"), action: look, second: t("page_answer_again") });
    else pill.show({ text: t(`page_answer_${how}`), action: kept ? look : t("page_answer_save"), kind: kept || how === "stopped" ? "plain" : "warning" });
  });

  /** While it is kept the button stops that. */
  const say = (text: string, quiet: boolean): void => pill.show({ text, action: t("page_answer_stop"), quiet });
  const progress = ({ done, total }: Extract<FromFrame, { kind: "progress" }>): string =>
    total > 0 ? t("page_form_files", { PERCENT: String(Math.floor((100 * done) / total)) }) : t("page_answer_bytes", { KB: String(Math.floor(done / 1_024)) });

  function save(): void {
    const answer = read(document, find);
    if (!answer) return;
    busy = true;
    say(t("page_answer_saving"), false);
    keeper.send({ kind: "answer/keep", answer, files: find("answer").flatMap(answerFiles) });
  }
  watch.onChange(() => {
    const answer = read(document, find);
    const key = JSON.stringify(answer);
    if (key === said) return;
    said = key;
    kept = false;
    if (answer) keeper.send({ kind: "answer/seen", answer });
    else pill.show(null);
  });
}

function read(document: Document, find: FeatureContext["find"]): SeenAnswer | null {
  const place = find("answer")[0];
  if (!place) return null;
  const heading = firstWithin(place, "h1, [role=heading]");
  const lines = within(place, "h1, h2, p, li, dt, dd").filter((one) => !firstWithin(one, "p, li, a")).map(textOf);
  return {
    url: (document.location.href.split("#", 1)[0] ?? "").slice(0, 2_000),
    number: registrationNumber(place),
    title: (heading ? textOf(heading) : ofPage(document, "title")).slice(0, 200),
    text: lines.filter((one) => one !== "").join("\n").slice(0, 200_000),
  };
}
