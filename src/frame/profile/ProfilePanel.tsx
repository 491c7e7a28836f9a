import { useTexts } from "../../i18n/texts.tsx";
import { VaultGate } from "../VaultGate.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useForm } from "../applications/useForm.ts";
import { ContactForm } from "./ContactForm.tsx";
import { useKeptProfile } from "./useKeptProfile.ts";

/** Mobile and e-mail for the portal's own profile: from the vault, or typed here, checked, and put in on a click. */
export function ProfilePanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const control = useForm(line);
  const kept = useKeptProfile();
  return (
    <PanelShell title={t("page_profile_panel")}>
      <p>{t("prof_about")}</p>
      {control.form && kept.known ? <ContactForm key={kept.open ? "open" : "closed"} control={control} form={control.form} kept={kept} /> : null}
      {/* Locked or not there: what is typed can be put in; to have it another time, the vault is needed. */}
      <VaultGate panel="profile">{null}</VaultGate>
    </PanelShell>
  );
}
