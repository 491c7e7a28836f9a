import { Mutex } from "../../async/mutex.ts";
import { sortApplications } from "../../forms/applications.ts";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { parseFields, parseIdentity } from "../../forms/snapshot.ts";
import { openVault } from "../../vault/client.ts";
import { parseServiceSheet } from "../../notices/serviceFacts.ts";
import { ownWords } from "../../consent/record/ownWords.ts";
import type { StartWords } from "../../notices/serviceStart.ts";
import { AnswerKeeper } from "./answerKeeper.ts";
import { keepStart, settleStarts } from "./consentKeeper.ts";
import { DraftKeeper } from "./draftKeeper.ts";
import { keepTerms } from "./termsKeeper.ts";

/** Runs the hidden frame: drafts come over the line, one after the other, and go to the vault. See: [Note: words before files] in draftKeeper.ts. */
export function runKeeper(line: MessagePort): void {
  const vault = openVault();
  const say = (message: FromFrame): void => line.postMessage(message);
  const turn = new Mutex();
  const keeper = new DraftKeeper(vault, say, turn);
  const answers = new AnswerKeeper(vault, line);
  let watched: string | null = null;
  let counting: ReturnType<typeof setTimeout> | null = null;
  const newest = new Map<string, ToFrame>();

  const count = async (): Promise<void> => {
    counting = null;
    if (watched === null) return;
    const state = await vault.lock.state().catch(() => null);
    const records = state?.kind === "unlocked" ? await vault.records.list("drafts").catch(() => null) : null;
    const own = records && sortApplications(records).drafts.filter(({ application }) => application.identity.formKey === watched).length;
    say({ kind: "drafts", count: own, vault: state?.kind ?? null });
  };
  const countSoon = (): void => void (counting ??= setTimeout(() => void count(), 300));
  vault.onEvent((event) => {
    // What was sealed becomes records; in turn with what this page does.
    if (event.kind === "state" && event.state.kind === "unlocked") void turn.run(() => settleStarts(vault, startWords)).catch(() => undefined);
    if (event.kind === "state" || (event.kind === "changed" && event.collection === "drafts")) countSoon();
  });

  const act = async (message: ToFrame): Promise<void> => {
    switch (message.kind) {
      case "keep":
        // Typing goes faster than a slow disk: only the newest state of a draft is written, unless files came with it.
        if (message !== newest.get(message.draftId) && message.files === null && !message.sending) return;
        if (parseFields(message.fields) && parseIdentity(message.identity)) await keeper.keep(message, Date.now());
        return;
      case "sent":
        return say({ kind: "sent/kept", number: message.number, kept: await keeper.noteSent(message, Date.now()).then(() => true, () => false) });
      case "unsent":
        return keeper.unsend(message.draftId, Date.now());
      case "answer/seen":
        return say({ kind: "answer/kept", how: await answers.lookUp(message).catch(() => "new" as const) });
      case "started": {
        const sheet = parseServiceSheet(message.sheet);
        if (sheet) say({ kind: "started/kept", how: await keepStart(vault, sheet, startWords, message.at).catch(() => "failed" as const) });
        return;
      }
      case "terms/seen":
        return say(await keepTerms(vault, message, Date.now()));
      default:
    }
  };
  line.addEventListener("message", (event: MessageEvent<ToFrame>) => {
    const message = event.data;
    if (message.kind === "watch") {
      watched = message.formKey;
      countSoon();
      return;
    }
    // Files may be long on their way: nothing else waits for them.
    if (message.kind === "answer/keep") return void answers.keep(message, Date.now()).then((how) => (how ? say({ kind: "answer/kept", how }) : undefined));
    // A keeper that came anew, after the page had taken the one before away, has nothing to stop.
    if (message.kind === "answer/stop") {
      if (!answers.stop()) say({ kind: "answer/kept", how: "stopped" });
      return;
    }
    if (message.kind === "answer/seen") answers.show(message.answer);
    if (message.kind === "keep") newest.set(message.draftId, message);
    void turn.run(() => act(message)).catch(() => undefined);
  });
  line.start();
  // It listens: the page's side waits for that.
  say({ kind: "shown" });
}

// In Georgian whatever the language of the day: whoever reads it has it in theirs.
const startWords: StartWords = { unknownProvider: ownWords.unknownProvider[0], agency: ownWords.form_consent_agency[0], agencyPurpose: ownWords.agencyPurpose[0], withdrawal: ownWords.withdrawal[0] };
