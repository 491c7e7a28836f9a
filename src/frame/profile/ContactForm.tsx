import { useState } from "preact/hooks";
import { personPartOf } from "../../forms/personFields.ts";
import type { FieldValue } from "../../forms/snapshot.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { mobileForField, mobileForPeople, parseEmail, parseMobile } from "../../profile/contact.ts";
import { Button } from "../../ui/Button.tsx";
import { ContactField } from "../../ui/ContactField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { PageForm, useForm } from "../applications/useForm.ts";
import type { KeptProfile } from "./useKeptProfile.ts";

interface ContactFormProps {
  readonly control: ReturnType<typeof useForm>;
  readonly form: PageForm;
  readonly kept: KeptProfile;
}

/** What will be put into the page's two fields, shown and checked first. */
export function ContactForm({ control, form, kept }: ContactFormProps) {
  const { t } = useTexts();
  const phoneField = form.fields.find((one) => personPartOf(one) === "phone");
  const emailField = form.fields.find((one) => personPartOf(one) === "email");
  const { applicant } = kept.profile;
  // From the vault; else what the page has already.
  const [phone, setPhone] = useState(() => shownMobile(applicant.phone || phoneField?.values[0] || ""));
  const [email, setEmail] = useState(() => applicant.email || emailField?.values[0] || "");
  const [remember, setRemember] = useState(true);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<boolean | null>(null);
  const { fill: putIn, filled } = control;
  const mobile = parseMobile(phone);
  const address = parseEmail(email);
  const fill = async (): Promise<void> => {
    setTried(true);
    setSaved(null);
    if (!mobile || !address) return;
    const fields: FieldValue[] = [];
    if (phoneField) fields.push({ ...phoneField, values: [mobileForField(mobile, phoneField.label, phoneField.values[0] ?? "")] });
    if (emailField) fields.push({ ...emailField, values: [address] });
    putIn({ fields, files: [], base: null });
    if (kept.open && remember) setSaved(await kept.keep({ phone: mobileForPeople(mobile), email: address }));
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void fill();
      }}
    >
      <ContactField kind="phone" value={phone} onChange={setPhone} wrong={mobile === null && (tried || phone !== "")} shown={tried} />
      <ContactField kind="email" value={email} onChange={setEmail} wrong={address === null && (tried || email !== "")} shown={tried} />
      {kept.open ? (
        <label class="tick">
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.currentTarget.checked)} />
          <span>{t("prof_remember")}</span>
        </label>
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={filled === "busy"}>
          {t("prof_fill")}
        </button>
      </div>
      {filled !== null && filled !== "busy" ? (
        filled.length === 0 ? (
          <p role="status">{t("prof_filled")}</p>
        ) : (
          <Notice kind="error" announced>
            <p>{t("prof_not_filled")}</p>
          </Notice>
        )
      ) : null}
      {saved === null ? null : saved ? (
        <p role="status">{t("prof_saved")}</p>
      ) : (
        <Notice kind="error" announced>
          <p>{t("prof_not_saved")}</p>
          <div class="row">
            <Button onClick={() => void fill()}>{t("prof_again")}</Button>
          </div>
        </Notice>
      )}
    </form>
  );
}

const shownMobile = (text: string): string => {
  const national = parseMobile(text);
  return national ? mobileForPeople(national) : text;
};
