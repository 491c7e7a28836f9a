import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { changeSettings, readSettings } from "../../platform/settings.ts";
import { allowServices, servicePattern } from "../../platform/trustServices.ts";
import timeAuthorities from "../../signing/trust/timeAuthorities.json";
import { Button } from "../../ui/Button.tsx";
import type { Signing } from "./useSigning.ts";

const known = timeAuthorities.authorities[0]?.url ?? "";

/**
 * Whether and by whom the time is proven. Off until the person allows the authority's host, by a click here; only the
 * signature's digest goes there. The address used last is remembered, the permission is the browser's to keep.
 */
export function TimeStampChoice({ signing }: { readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  const [address, setAddress] = useState(known);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<"refused" | "bad" | null>(null);
  useEffect(() => void readSettings().then(({ timeAuthority }) => (timeAuthority ? setAddress(timeAuthority) : undefined)), []);

  const ask = async (url: string): Promise<void> => {
    const allowed = await allowServices([url]).catch(() => false);
    setProblem(allowed ? null : "refused");
    dispatch({ kind: "stamped", timestampUrl: allowed ? url : null });
    if (!allowed) return;
    setAddress(url);
    void changeSettings({ timeAuthority: url }).catch(() => undefined);
  };
  const use = (): void => {
    const url = typed.trim();
    if (servicePattern(url) === null) return setProblem("bad");
    void ask(url);
  };
  const on = state.timestampUrl !== null;
  return (
    <fieldset class="plain-fieldset">
      <legend class="visually-hidden">{t("sign_stamp_legend")}</legend>
      <label class="choice">
        <input
          type="checkbox"
          class="stamp-wanted"
          checked={on}
          onChange={(event) => {
            const { currentTarget: box } = event;
            if (!box.checked) return dispatch({ kind: "stamped", timestampUrl: null });
            // Checked only once the host is allowed.
            box.checked = false;
            void ask(address);
          }}
        />
        <span>{t("sign_stamp", { HOST: hostOf(address) })}</span>
      </label>
      <p class="soft">{t(address === known ? "sign_stamp_hint_known" : "sign_stamp_hint")}</p>
      {problem ? <p role="status">{t(problem === "bad" ? "sign_stamp_bad" : "sign_stamp_refused")}</p> : null}
      {on ? (
        <label class="choice">
          <input type="checkbox" class="proofs-wanted" checked={state.proofs} onChange={(event) => dispatch({ kind: "proofs", proofs: event.currentTarget.checked })} />
          <span>{t("sign_proofs")}</span>
        </label>
      ) : null}
      <details>
        <summary>{t("sign_stamp_other")}</summary>
        <div class="stack-tight">
          <label class="field">
            <span>{t("sign_stamp_address")}</span>
            <input type="url" class="stamp-address" value={typed} placeholder="https://" autocomplete="off" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
          <div>
            <Button disabled={typed.trim() === ""} onClick={use}>
              {t("sign_stamp_use")}
            </Button>
          </div>
        </div>
      </details>
    </fieldset>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}
