import type { CardView, PinAct } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";
import { openCareWindow } from "../platform/careWindow.ts";
import { Button } from "../ui/Button.tsx";

const titles = {
  "create-signing": "care_title_create",
  "change-login": "care_title_login",
  "change-signing": "care_title_signing",
  "unblock-login": "care_title_unblock",
} as const satisfies Record<PinAct, string>;

/** What makes sense now: nothing is offered that the card would refuse. */
export function actsFor(view: CardView): readonly PinAct[] {
  const pin = (role: "login" | "signing" | "unblocking") => view.pins.find((one) => one.role === role);
  const usable = (role: "login" | "signing" | "unblocking"): boolean => pin(role) !== undefined && pin(role)?.triesLeft !== 0;
  const login = pin("login");
  const signing = pin("signing");
  return [
    ...(signing && usable("signing") ? [signing.initialized ? ("change-signing" as const) : ("create-signing" as const)] : []),
    ...(usable("login") ? ["change-login" as const] : []),
    // A card that does not tell its tries may be blocked for all we know.
    ...((login?.triesLeft ?? 0) === 0 && usable("unblocking") ? ["unblock-login" as const] : []),
  ];
}

/** Card care: each act in a window of its own, which ends with it. */
export function CardCare({ view }: { readonly view: CardView }) {
  const { t } = useTexts();
  const acts = actsFor(view);
  const pin = (role: "login" | "signing" | "unblocking") => view.pins.find((one) => one.role === role);
  const signing = pin("signing");
  const urgent = acts.find((act) => act === "create-signing" || act === "unblock-login");
  return (
    <div class="stack-tight">
      <h3>{t("care_home_title")}</h3>
      {signing?.triesLeft === 0 ? <p>{t(signing.initialized ? "care_home_signing_blocked" : "care_home_code_spent")}</p> : null}
      {pin("login")?.triesLeft === 0 && pin("unblocking")?.triesLeft === 0 ? <p>{t("care_home_puk_blocked")}</p> : null}
      {acts.length > 0 ? (
        <>
          <div class="row">
            {acts.map((act) => (
              <Button key={act} kind={act === urgent ? "primary" : "secondary"} onClick={() => void openCareWindow(act)}>
                {t(titles[act])}
              </Button>
            ))}
          </div>
          <p class="soft">{t("care_home_lead")}</p>
        </>
      ) : null}
    </div>
  );
}
