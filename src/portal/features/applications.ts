// Applications: what is typed into a form is kept in the vault as it is typed, put back when wanted, and what was sent is
// kept with the portal's number. The form stays the page's own; the drafts are seen and chosen in a frame.
import type { FieldFile, FromFrame, ToFrame } from "../../forms/line.ts";
import { isFilled, nameOfField, sameValues } from "../../forms/snapshot.ts";
import type { Sending } from "../../platform/pageMessages.ts";
import { parseSending } from "../../platform/parsePageMessage.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { type Alerts, alertsOf, buttonsOf, maySend, newlyCalled, registrationNumber, tellsArrival } from "../detect/forms.ts";
import { asksPassword, frameAround, holdsDeep, innermost, rootIn } from "../detect/inside.ts";
import { closestTo, isA, isElement, listen, ofPage, ownerOf } from "../detect/unshadowed.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { fillForm } from "../forms/fillForm.ts";
import { isMeant } from "../forms/ownEvents.ts";
import { formAtWork, goneFormAround } from "../forms/formAtWork.ts";
import { hearWithin } from "../forms/hearWithin.ts";
import { identify, nameForm, readFiles, readForm } from "../forms/readForm.ts";
import { answeredWithError } from "../forms/pageStatus.ts";
import { makeWritings, type Writing } from "../forms/writings.ts";
import { writtenWords } from "../forms/writtenWords.ts";
import { makeKeeper } from "../keeper.ts";
import { world } from "../world.ts";
import { draftPill } from "./draftPill.ts";

export const applications: Feature = { id: "applications", start };

/** Typing is kept at most this much later. */
const saveMs = 400;

/** A vault that does not answer holds nothing up for longer. */
const mostPatienceMs = 5_000;

/** Characters of JSON: what is longer goes by the keeper's line alone. */
const mostInMessage = 300_000;

function start(context: FeatureContext): void {
  const { document, signal, watch, together, find, t } = context;
  /** Who waits until what was sent to the keeper last is kept. */
  const waiters = new Set<() => void>();
  // Of these tools or of those that were there before them: somebody has changed a setting in the middle of a form.
  const writings = (world.writings ??= makeWritings());
  let writing: Writing | null = null;
  /** What the page said that the form is for when that was looked at last. */
  let about: readonly string[] = [];
  const work = formAtWork();
  const words = writtenWords(work);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pending: Sending | null = null;
  /** What the page called out when the form was sent; null: it has called out something since, and that was said. */
  let calledOut: Alerts | null = null;
  /** The frame that the form was sent from: what comes of it may be its next page. */
  let sentFrom: HTMLIFrameElement | null = null;
  let watched = "";

  const { tell, tellKept, tellDrafts, show } = draftPill(context, () => formNow() !== null, () => panel.toggle());
  const panel = context.panel("applications", (line) => {
    const form = formNow();
    const say = (message: ToFrame): void => line.postMessage(message);
    line.addEventListener("message", (event: MessageEvent<FromFrame>) => {
      if (event.data.kind === "fill") void fill(event.data).then((missing) => say({ kind: "filled", missing }));
    });
    line.start();
    if (form) say({ kind: "form", identity: identify(document, form), fields: readForm(form), draftId: writing?.draftId ?? null });
  });
  const keeper = makeKeeper(context, (message) => {
    if (message.kind === "kept") kept(message);
    if (message.kind === "drafts") tellDrafts(message);
    if (message.kind === "sent/kept") {
      const { number, kept: inVault } = message;
      if (inVault) tell(number === null ? t("page_form_sent") : t("page_form_sent_number", { NUMBER: number }));
      else tell(t("page_form_sent_lost", { NUMBER: number ?? "—" }), true);
    }
    if (message.kind === "progress") tell(t("page_form_files", { PERCENT: String(Math.floor((100 * message.done) / Math.max(1, message.total))) }));
  });

  function formNow(): Element | null {
    return find("application-form")[0] ?? work.now(document);
  }
  function formOf(target: EventTarget | null): Element | null {
    if (!isElement(target)) return null;
    const owner = ownerOf(target);
    // Looked for in all of the page only where it is not the one they are in already.
    return work.around(target, owner) ?? find("application-form").find((one) => holdsDeep(one, target) || one === owner) ?? null;
  }
  /** The draft of this form. What was typed into another one goes to that one's first. @param anew the page has changed what somebody wrote */
  function writingIn(form: Element, anew = false): Writing {
    const now = nameForm(document, form);
    if (!anew && writing?.form === form && sameValues(now.about, about)) return writing;
    saveNow();
    ({ about } = now);
    writing = writings.of(words.look(form, now));
    words.takeAsTheyAre();
    return writing;
  }
  /** What is written now, from its form: a page may have put another one, or nothing, in its place. */
  function save(one: Writing, sending: boolean, beside: readonly FieldFile[] = []): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { form } = one;
    // One that asks for a password by now is kept no more.
    if (asksPassword(form)) return;
    const seen = words.look(form, one);
    const { fields } = seen;
    const now = (writing = writings.of(seen));
    // What the page has emptied since may be the next application's by now. Whoever goes on writing says so.
    if (!sending && (now === one ? now.less : !fields.some((field) => seen.left.has(nameOfField(field)) && isFilled([field])))) return void (about = []);
    words.takeAsTheyAre();
    now.last = fields;
    // An untouched form is no draft; one that was emptied again still is.
    if (!isFilled(fields) && now.base === null) return;
    if (beside.length > 0) now.files = [...readFiles(form).filter(({ key }) => beside.every((other) => other.key !== key)), ...beside];
    const { draftId, identity, base, files } = now;
    now.files = null;
    keeper.send({ kind: "keep", draftId, base, identity, fields, files, sending });
  }
  function saveNow(): void {
    if (timer !== null && writing) save(writing, false);
  }
  const touched = (form: Element, target: EventTarget | null): void => {
    const now = writingIn(form);
    // The portal did not take it, and the person goes on: it has not been sent.
    if (pending?.draftId === now.draftId) {
      pending = null;
      void sendMessage({ kind: "form/settled" }).catch(() => undefined);
    }
    if (isA(target, "HTMLInputElement") && target.type === "file") now.files = readFiles(form);
    else if (isElement(target)) words.note(target);
    timer ??= setTimeout(saveNow, saveMs);
  };

  function kept({ asked, draftId, base, kept: outcome }: Extract<FromFrame, { kind: "kept" }>): void {
    if (signal.aborted) return;
    for (const done of waiters) done();
    writings.kept(asked, draftId, base);
    if (pending?.draftId === asked && draftId !== asked) {
      pending = { ...pending, draftId };
      void sendMessage({ kind: "form/sending", ...pending }).catch(() => undefined);
    }
    // What the page said since of this very sending is the newer word.
    if (pending && [asked, draftId].includes(pending.draftId) && calledOut === null && "forked" in outcome && !outcome.forked) return;
    tellKept(outcome);
  }

  async function fill({ fields, files, base }: Extract<FromFrame, { kind: "fill" }>): ReturnType<typeof fillForm> {
    const form = formNow();
    if (!form) return fields;
    saveNow();
    if (base) writing = writings.take({ ...words.look(form, nameForm(document, form)), fields }, base);
    const missing = await fillForm(formNow, fields, files, signal);
    const after = formNow();
    // What came from the card or the profile is as good as typed; what came from a draft is kept already.
    if (!base && after) save(writingIn(words.filled(after)), false);
    return missing;
  }

  function noteSending(form: Element): void {
    save(writingIn(form), true);
    if (!writing) return;
    const { draftId, identity, last } = writing;
    calledOut = alertsOf(document);
    sentFrom = frameAround(form);
    pending = { draftId, ...identity, fields: JSON.stringify(last).length <= mostInMessage ? last : null };
    void sendMessage({ kind: "form/sending", ...pending }).catch(() => undefined);
  }
  /** The page after sending: it says that the application has arrived, or shows the form again. */
  function settle(): void {
    if (!pending) return;
    const place = find("confirmation")[0];
    if (place) {
      const number = registrationNumber(rootIn(place) ?? place);
      const { draftId, formKey, url, title, fields } = pending;
      keeper.send({ kind: "sent", applicationId: draftId, number, url: document.location.href.slice(0, 2_000), last: { identity: { formKey, url, title }, fields } });
      pending = null;
      writing = null;
      writings.forget();
      void sendMessage({ kind: "form/settled" }).catch(() => undefined);
      return;
    }
    const next = sentFrom?.contentDocument;
    const view = next && ofPage(next, "readyState") === "complete" ? ofPage(next, "defaultView") : null;
    if (view && !formNow() && answeredWithError(view)) failed(pending);
    else refusedInPlace(pending);
  }
  /** The portal's server failed: nothing says that it has the application. */
  function failed({ draftId }: Sending): void {
    pending = null;
    keeper.send({ kind: "unsent", draftId });
    void sendMessage({ kind: "form/settled" }).catch(() => undefined);
    tell(t("page_form_unsent_error"), true);
  }
  /**
   * The page's own script has said what is wrong, without another page. Until the person goes on writing it may still come to
   * another end: what calls out "wait" confirms a moment later.
   */
  function refusedInPlace({ draftId }: Sending): void {
    if (calledOut === null) return;
    const now = alertsOf(document);
    const called = newlyCalled(now, calledOut);
    calledOut = now;
    if (called === "" || tellsArrival(called)) return;
    calledOut = null;
    keeper.send({ kind: "unsent", draftId });
    // Given back in another form element: a frame's next page.
    const back = work.now(document);
    const seen = back && back !== writing?.form ? words.look(back, nameForm(document, back)) : null;
    if (seen && isFilled(seen.fields)) writing = writings.take(seen, { draftId, version: null });
    tell(t(formNow() ? "page_form_unsent" : "page_form_unsent_error"), true);
  }
  async function resume(): Promise<void> {
    const reply = parseSending(await sendMessage({ kind: "form/pending" }).catch(() => null));
    if (signal.aborted || !reply) return;
    pending = reply;
    const form = formNow();
    // The portal gave the same form back, with what it did not like: it goes on being the same draft.
    if (form && identify(document, form).formKey === reply.formKey) {
      pending = null;
      const seen = words.look(form, nameForm(document, form));
      if (isFilled(seen.fields)) writing = writings.take(seen, { draftId: reply.draftId, version: null });
      keeper.send({ kind: "unsent", draftId: reply.draftId });
      void sendMessage({ kind: "form/settled" }).catch(() => undefined);
      tell(t("page_form_unsent"), true);
    } else if (answeredWithError() && find("confirmation").length === 0) failed(reply);
    settle();
  }

  // Signed and about to be sent by the extension: the signed file is in the vault before the page goes.
  together.beforeSending.push(async (form, files) => {
    const whole = new Promise<void>((resolve) => {
      const done = (): void => {
        waiters.delete(done);
        resolve();
      };
      waiters.add(done);
      setTimeout(done, mostPatienceMs);
    });
    save(writingIn(form), false, files);
    await whole;
  });

  // A page's script may make up events: only what a person does begins a draft.
  const heard = (event: Event): void => {
    const form = isMeant(event) ? formOf(event.target) : null;
    // A field that the page takes away says once more that it was changed, under the next step's address.
    if (form && (event.type === "input" || form !== writing?.form)) touched(form, event.target);
  };
  const typedBefore = (target: Element): void => {
    const at = innermost(target);
    const form = formOf(at) ?? goneFormAround(at) ?? find("application-form").find((one) => holdsDeep(target, one));
    if (!form) return;
    touched(form, at);
    // Of a component nobody has said in which of its fields it was.
    if (rootIn(target)) writingIn(form).files = readFiles(form);
  };
  const within = hearWithin(context, typedBefore);
  within.on(["input", "change"], heard);
  within.on(["beforeinput"], ({ isTrusted, target }) => {
    const form = isTrusted && isElement(target) && words.isChanged(target) ? formOf(target) : null;
    if (form) writingIn(form, true);
  });
  within.on(["submit"], (event) => {
    const form = event.isTrusted ? formOf(event.target) : null;
    if (form && writing) noteSending(form);
  });
  within.on(["click"], (event) => {
    // It may lead to another step, and the form not outlive it.
    saveNow();
    const button = isMeant(event) && isElement(event.target) ? closestTo(event.target, "button, [role=button]") : null;
    const form = button && formOf(button);
    // Forms that are none to the browser are sent by a script's own button.
    if (button && form && writing && !isA(form, "HTMLFormElement") && buttonsOf(form).includes(button) && maySend(button)) noteSending(form);
  });
  within.look();
  together.typedIn.forEach(typedBefore);
  together.typedIn.clear();
  listen(document, "visibilitychange", saveNow, { signal });
  addEventListener("pagehide", saveNow, { signal });
  // What comes in these tools' place keeps what they have no time for any more.
  signal.addEventListener("abort", () => {
    if (writing) (world.typed ??= new Set()).add(writing.form);
  });

  watch.onChange(() => {
    within.look();
    const form = formNow();
    const key = form ? identify(document, form).formKey : "";
    if (form && key !== watched) {
      watched = key;
      keeper.send({ kind: "watch", formKey: key });
    }
    settle();
    show();
  });
  // What was typed before has waited long enough; first it is known whether it goes on with what was sent.
  void resume().finally(saveNow);
}
