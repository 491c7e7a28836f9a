import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { parseEmail, parseMobile, parsePhone } from "../profile/contact.ts";
import type { Profile } from "../profile/profile.ts";
import { Busy } from "../ui/Busy.tsx";
import { ContactField } from "../ui/ContactField.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Text } from "./data/fields.tsx";
import { useProfile } from "./data/useProfile.ts";
import { SettingsFold } from "./SettingsFold.tsx";
import type { Cards } from "./useCards.ts";
import { useVaultState } from "./vault/useVault.ts";

/** The person's own profile: letters are written with it, forms and the portal's profile are filled from it. */
export function ProfileCard({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const state = useVaultState();
  return (
    <SettingsFold part="profile" title={t("prof_title")}>
      <p>{t("prof_title_about")}</p>
      {state === null ? <Busy>{t("data_opening")}</Busy> : null}
      {state && state.kind !== "unlocked" ? (
        <Notice kind="information">
          <p>{t(state.kind === "none" ? "prof_no_vault" : "prof_locked")}</p>
          <p>
            <a href="#documents">{t(state.kind === "none" ? "form_vault_make" : "form_vault_open")}</a>
          </p>
        </Notice>
      ) : null}
      {state?.kind === "unlocked" ? <Fields cards={cards} /> : null}
    </SettingsFold>
  );
}

function Fields({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const { profile, keep } = useProfile(cards);
  const [typed, setTyped] = useState<Profile["applicant"] | null>(null);
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);
  useEffect(() => {
    // What the card adds later stands beside what was typed.
    if (profile && typed === null) setTyped(profile.applicant);
  }, [profile, typed]);
  if (!profile || !typed) return <Busy>{t("data_opening")}</Busy>;
  const change = (more: Partial<Profile["applicant"]>): void => {
    setOutcome(null);
    setTyped({ ...typed, ...more });
  };
  const phone = typed.phone ?? "";
  const email = typed.email ?? "";
  const telephone = parsePhone(phone);
  const address = parseEmail(email);
  // Nobody has to have either.
  const wrong = { phone: phone.trim() !== "" && telephone === null, email: email.trim() !== "" && address === null };
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong.phone || wrong.email) return;
    const applicant = { ...typed, phone: telephone, email: address };
    await keep({ ...profile, applicant }).then(() => setOutcome("saved"), () => setOutcome("failed"));
    setTyped(applicant);
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Text label={t("data_person_name")} value={typed.name} onChange={(name) => change({ name })} />
      <Text label={t("data_person_number")} value={typed.personalNumber ?? ""} onChange={(text) => change({ personalNumber: text || null })} />
      <Text label={t("data_person_residence")} value={typed.address ?? ""} onChange={(text) => change({ address: text || null })} />
      <ContactField kind="phone" value={phone} onChange={(text) => change({ phone: text || null })} wrong={wrong.phone} shown={tried} />
      {telephone !== null && parseMobile(telephone) === null ? <p class="soft">{t("prof_phone_letters")}</p> : null}
      <ContactField kind="email" value={email} onChange={(text) => change({ email: text || null })} wrong={wrong.email} shown={tried} />
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("prof_save")}
        </button>
      </div>
      {outcome === "saved" ? <p role="status">{t("prof_saved")}</p> : null}
      {outcome === "failed" ? (
        <Notice kind="error" announced>
          <p>{t("prof_not_saved")}</p>
        </Notice>
      ) : null}
    </form>
  );
}
