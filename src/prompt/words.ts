// Which texts go with a purpose: keys of the catalogues, so that a missing one does not compile.
import type { PinAct, PinView } from "../card/api.ts";
import type { MessageKey } from "../i18n/catalogue.ts";
import type { Asks } from "../platform/messages.ts";
import type { Purpose } from "./purpose.ts";

/** Card care, as the catalogues name its acts. */
export const actNames = { "create-signing": "create", "change-login": "login", "change-signing": "signing", "unblock-login": "unblock" } as const satisfies Record<PinAct, string>;

interface RequestWords {
  readonly title: MessageKey;
  readonly asks: MessageKey;
  readonly submit: MessageKey;
  /** What pressing the button means. */
  readonly consent: MessageKey;
  readonly done: MessageKey;
}

export const requestWords = {
  authenticate: { title: "prompt_title", asks: "prompt_asks", submit: "prompt_login", consent: "prompt_consent", done: "prompt_done" },
  "get-signing-certificate": {
    title: "sign_prompt_certificate_title",
    asks: "sign_prompt_certificate_asks",
    submit: "sign_prompt_certificate_share",
    consent: "sign_prompt_certificate_text",
    done: "sign_prompt_certificate_done",
  },
  sign: { title: "sign_prompt_title", asks: "sign_prompt_asks", submit: "sign_prompt_submit", consent: "sign_prompt_meaning", done: "sign_prompt_done" },
  "sign-form": { title: "sign_form_title", asks: "sign_form_asks", submit: "sign_form_submit", consent: "sign_form_meaning", done: "sign_doc_prompt_done" },
  unitool: { title: "unitool_title", asks: "unitool_asks", submit: "sign_form_submit", consent: "unitool_meaning", done: "sign_doc_prompt_done" },
  documents: { title: "sign_doc_prompt_title", asks: "sign_doc_prompt_asks", submit: "sign_doc_prompt_submit", consent: "sign_doc_prompt_meaning", done: "sign_doc_prompt_done" },
  "vault-open": { title: "vault_card_open_title", asks: "vault_card_open_asks", submit: "vault_card_open_submit", consent: "vault_card_open_meaning", done: "vault_card_open_done" },
  "vault-add": { title: "vault_card_add_title", asks: "vault_card_add_asks", submit: "vault_card_add_submit", consent: "vault_card_add_meaning", done: "vault_card_add_done" },
} as const satisfies Record<Exclude<Purpose["kind"], "care"> | Asks["action"], RequestWords>;

/** What a PIN is called above its field, with the number of digits: exactly so many, or from so many to so many. */
export const pinLabels = {
  login: { exact: "prompt_pin_label", range: "prompt_pin_label_range", hint: "prompt_pin_hint" },
  signing: { exact: "sign_prompt_pin_label", range: "sign_prompt_pin_label_range", hint: "sign_prompt_pin_hint" },
} as const satisfies Record<Exclude<PinView["role"], "unblocking">, Readonly<Record<"exact" | "range" | "hint", MessageKey>>>;
