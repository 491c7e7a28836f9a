// "Sign and send": where a form asks for a signature it is offered; elsewhere the person asks for it in the popup. The form
// is read here and shown in the prompt window as what will be signed; the signed file comes back, goes into the form's
// field, and the form is sent as the person would send it. Nothing begins without a click of the person, and nothing is
// signed without the prompt.
import { pieceLength, type FromForm, parseFromForm, parseToForm, type SeenForm } from "../../forms/signLine.ts";
import { fromBase64 } from "../../codec/base64.ts";
import type { SignReply } from "../../platform/messages.ts";
import { type FormPort, onFormPort } from "../../platform/formPort.ts";
import { randomName } from "../../platform/randomName.ts";
import { onPageCommand } from "../../platform/pageCommands.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { type Alerts, alertsOf, buttonsOf, findApplicationForms, newlyCalled, saysSend } from "../detect/forms.ts";
import { allForms, asksPassword, closestAround, innermost } from "../detect/inside.ts";
import { anyForm, controlsIn, isA, isLike, isThere, isUnchecked, listen, ofPage, ownerOf, requestSubmit } from "../detect/unshadowed.ts";
import type { Feature, PageContext } from "../feature.ts";
import { controlsOf, isField } from "../forms/controls.ts";
import { isMeant, pressButton } from "../forms/ownEvents.ts";
import { identify } from "../forms/readForm.ts";
import { readForSignature, sameForm } from "../forms/signedForm.ts";
import { holdsSigned, placeIn, putSigned, takeBack } from "../forms/signedPlace.ts";
import { byBuiltInMap } from "../sites/bySiteData.ts";
import { makePill } from "./pills.ts";
import { world } from "../world.ts";

export const signing: Feature = {
  id: "signing",
  start: (context) => {
    // What the popup brought before these tools came goes (signForm.iife.ts); not while something is being signed with it.
    if (world.signForm?.busy()) return;
    world.signForm?.stop();
    const ours = startSigning(context, true);
    onPageCommand((message) => (message.kind === "sign/begin" && !context.signal.aborted ? Promise.resolve(ours.begin()) : undefined));
  },
};

/** A portal that has said nothing by then has probably not taken it. */
const answerMs = 15_000;
/** Pages draw their forms anew after a change: so often it is looked whether the file is still there. */
const passes = 6;
const restMs = 150;

/** What is said with a word about the draft has another text where there is none. */
const ofDrafts: ReadonlySet<string> = new Set(["page_sign_failed", "page_sign_gone", "page_sign_no_answer"]);

interface Under {
  readonly ticket: string;
  readonly formKey: string;
  form: Element;
  /** Among the forms of the same key, from 0. */
  readonly place: number;
  seen: SeenForm | null;
  port: FormPort | null;
  pieces: string[];
  coming: { readonly name: string; readonly pieces: number } | null;
  file: File | null;
}

export interface Signing {
  /** Begins with the page's form; whether there is one. */
  begin(): boolean;
  /** Something is being signed. */
  busy(): boolean;
}

/** @param offers whether a pill offers it where a form asks for a signature */
export function startSigning(context: PageContext, offers: boolean): Signing {
  const { document, signal, watch, together, find, t } = context;
  let under: Under | null = null;
  let said: { readonly key: string; readonly text: string; readonly warning: boolean } | null = null;
  // Somebody may have been in a form before this came, and gone on since.
  let touched: Element | null = formOf(ofPage(document, "activeElement")) ?? formOf(world.touched?.deref() ?? null);
  /** What the page called out when the form was sent. */
  let calledOut: Alerts = new Map();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const pill = makePill(context, () => void begin());

  const askingForm = (): Element | null => formOf(find("signature-field")[0] ?? null);
  /** The form the person is at; else the one that asks for a signature; else the page's application. No map from a file has a say in it. */
  const chosenForm = (): Element | null =>
    (touched && isThere(touched) ? touched : null) ?? askingForm() ?? [...byBuiltInMap(document, "application-form"), ...findApplicationForms(document, saysSend)][0] ?? allForms(document).find((one) => !isLike(one, "[role=search]") && usable(one)) ?? null;
  const formsByKey = (key: string): readonly Element[] => allForms(document).filter((one) => identify(document, one).formKey === key);
  /** The form itself; where the page has drawn another one for it, that: of those that are called the same, the one at its place. */
  const formOfTurn = (now: Under): Element | null => {
    if (isThere(now.form)) return now.form;
    const found = formsByKey(now.formKey)[now.place] ?? null;
    if (found) now.form = found;
    return found;
  };

  function show(): void {
    if (said) return pill.show({ text: said.text, kind: said.warning ? "warning" : "plain", action: t("page_sign_act") });
    pill.show(offers && askingForm() ? { text: t("page_sign_offer"), action: t("page_sign_act") } : null);
  }
  function say(key: string | null, warning = false): void {
    // Where the tools do not run nobody keeps a draft: nothing is said of one.
    said = key === null ? null : { key, text: t(!offers && ofDrafts.has(key) ? `${key}_site` : key), warning };
    show();
  }

  function begin(): boolean {
    if (under) {
      // The window is open already: it comes to the front.
      void ask(under.ticket);
      return true;
    }
    const form = chosenForm();
    if (!form) return false;
    if (!complete(form)) {
      say("page_sign_incomplete", true);
      return true;
    }
    const ticket = randomName();
    const { formKey } = identify(document, form);
    under = { ticket, formKey, form, place: Math.max(0, formsByKey(formKey).indexOf(form)), seen: null, port: null, pieces: [], coming: null, file: null };
    say("page_sign_waiting");
    void ask(ticket).then((reply) => {
      if (reply === "waiting" || under?.ticket !== ticket) return;
      under = null;
      say(reply === "busy" ? "page_sign_busy" : reply === "declined" ? "page_sign_declined" : "page_sign_failed", true);
    });
    return true;
  }

  async function read(now: Under, tell: (message: FromForm) => void): Promise<void> {
    const form = formOfTurn(now);
    if (!form) return tell({ kind: "unreadable", why: "gone" });
    const seen = await readForSignature(form, null, (done, total) => tell({ kind: "progress", done, total }));
    if (typeof seen === "string") return tell({ kind: "unreadable", why: seen });
    const message = { kind: "form", form: seen } as const;
    // More than the window takes is more than anybody reads.
    if (!parseFromForm(message)) return tell({ kind: "unreadable", why: "long" });
    now.seen = seen;
    tell(message);
  }

  /** See: [Note: what was looked at is what is sent]. */
  async function place(now: Under, file: File): Promise<FromForm> {
    const unchanged = async (except: File | null): Promise<boolean> => {
      const form = formOfTurn(now);
      const seen = form && (await readForSignature(form, except, null));
      return seen !== null && typeof seen !== "string" && now.seen !== null && sameForm(seen, now.seen);
    };
    if (!formOfTurn(now)) return { kind: "not-placed", why: "gone" };
    if (!(await unchanged(now.file))) return { kind: "not-placed", why: "changed" };
    for (let pass = 0; pass < passes; pass += 1) {
      const form = formOfTurn(now);
      const field = form && placeIn(form, now.file);
      const kept = field && (await putSigned(field, file));
      if (!form || !field || !kept) return { kind: "not-placed", why: form ? "refused" : "gone" };
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const after = formOfTurn(now);
      if (!after || !holdsSigned(after === form ? field : placeIn(after, file), file)) continue;
      now.file = file;
      await Promise.all(together.beforeSending.map((keep) => keep(after, [kept])));
      if (await unchanged(file)) return { kind: "placed" };
      takeBack(placeIn(after, file), file);
      now.file = null;
      return { kind: "not-placed", why: "changed" };
    }
    return { kind: "not-placed", why: "refused" };
  }

  function send(now: Under): void {
    const form = formOfTurn(now);
    under = null;
    if (!form) return say("page_sign_gone", true);
    calledOut = alertsOf(document);
    say("page_sign_sending");
    const button = buttonsOf(form).find(saysSend) ?? buttonsOf(form).find((one) => isLike(one, "button:not([type]), [type=submit]"));
    if (button) pressButton(button);
    else if (isA(form, "HTMLFormElement")) requestSubmit(form);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (!signal.aborted && said?.key === "page_sign_sending" && formOfTurn(now)) say("page_sign_no_answer", true);
    }, answerMs);
  }

  function hear(now: Under, port: FormPort, raw: unknown): void {
    const message = parseToForm(raw);
    const tell = (answer: FromForm): void => {
      if (now.port === port) port.send(answer);
    };
    if (!message || under !== now || now.port !== port) return;
    switch (message.kind) {
      case "read":
        return void read(now, tell);
      case "signed":
        now.coming = { name: message.name, pieces: message.pieces };
        now.pieces = [];
        return;
      case "piece": {
        if (!now.coming || message.data.length > pieceLength) return;
        now.pieces.push(message.data);
        if (now.pieces.length < now.coming.pieces) return;
        const bytes = fromBase64(now.pieces.join(""));
        const { name } = now.coming;
        now.coming = null;
        return void (bytes ? place(now, new File([bytes], name, { type: "application/pdf" })) : Promise.resolve({ kind: "not-placed", why: "refused" } as const)).then((answer) => {
          if (answer.kind === "not-placed") say(`page_sign_${answer.why}`, true);
          tell(answer);
        });
      }
      case "send":
        return now.file ? send(now) : undefined;
    }
  }

  onFormPort(signal, (ticket, port) => {
    const now = under;
    if (now?.ticket !== ticket) return null;
    // A window that was loaded anew takes the place of its own earlier port.
    now.port = port;
    return {
      onMessage: (message) => hear(now, port, message),
      onClose: () => {
        if (now.port === port) now.port = null;
      },
    };
  });
  onPageCommand((message) => {
    if (signal.aborted || !("ticket" in message) || under?.ticket !== message.ticket) return undefined;
    if (message.kind === "webeid/waiting") return Promise.resolve(true);
    if (message.kind !== "sign/ended") return undefined;
    if (!message.finished) {
      under = null;
      // What went wrong stays said.
      if (said?.key === "page_sign_waiting") say(null);
    }
    return Promise.resolve(true);
  });
  listen(document, "focusin", (event) => {
    if (event.target instanceof Element) touched = formOf(event.target) ?? touched;
  }, { signal });
  listen(document, ["input", "change"], (event) => {
    // What was said was about the form as it was.
    if (isMeant(event) && event.isTrusted && said && !under) say(null);
  }, { signal, capture: true });
  watch.onChange(() => {
    if (said?.key === "page_sign_sending") {
      const now = alertsOf(document);
      if (find("confirmation").length > 0 || newlyCalled(now, calledOut) !== "") said = null;
      calledOut = now;
    }
    show();
  });
  signal.addEventListener("abort", () => clearTimeout(waiting));
  return { begin, busy: () => under !== null };
}

async function ask(ticket: string): Promise<SignReply> {
  const message = { kind: "sign/request", ticket, link: null } as const;
  // The service worker may be stopped while it answers: asked again with the same ticket it goes on.
  const reply: unknown = (await sendMessage(message).catch(() => null)) ?? (await sendMessage(message).catch(() => null));
  return (["waiting", "busy", "declined", "not-allowed"] as const).find((one) => one === reply) ?? "failed";
}

function formOf(element: Element | null): Element | null {
  // Of a component's form the page says that somebody is in the component.
  const at = element && innermost(element);
  const form = at && (ownerOf(at) ?? closestAround(at, anyForm));
  return form && usable(form) ? form : null;
}

/** Never one with a password in it. */
function usable(form: Element): boolean {
  return !asksPassword(form) && controlsOf(form).length > 0;
}

/** As the browser checks it when the person sends it, the place for the signed file apart; says what is missing. */
function complete(form: Element): boolean {
  if (!isA(form, "HTMLFormElement") || isUnchecked(form)) return true;
  const place = placeIn(form);
  const wrong = controlsIn(form).filter(isField).find((one) => one !== place && !one.checkValidity());
  wrong?.reportValidity();
  return wrong === undefined;
}
