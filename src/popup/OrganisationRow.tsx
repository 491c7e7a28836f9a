import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { late } from "../async/within.ts";
import { sha256Hex } from "../codec/sha256.ts";
import type { Organisation } from "../consent/record/record.ts";
import { useTexts } from "../i18n/texts.tsx";
import { askActiveTab } from "../platform/activeTab.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { soundRecord } from "../consent/record/sound.ts";
import { knownAs, organisationFrom, recordIdOf, withPage } from "./organisation.ts";
import { type PageFacts, readPage } from "./pageFacts.ts";
import { useSaidInSight } from "./useSaidInSight.ts";
import type { PopupVault } from "./useVault.ts";

const fields = ["name", "registryCode", "email", "phone", "policy"] as const;
type Outcome = "stored" | "added" | "sealed" | "failed" | "unreadable" | "late" | null;

/** "This organisation holds my data": what its page says of it is shown, put right by the person, and then kept. */
export function OrganisationRow({ vault }: { readonly vault: PopupVault }) {
  const { t } = useTexts();
  const [facts, setFacts] = useState<PageFacts | null>(null);
  /** The page, a PDF perhaps, says nothing of anybody. */
  const [silent, setSilent] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [reading, setReading] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const shown = facts !== null;
  // The keyboard begins at the name, once and with the drawing: a painting later somebody quick would be in another field already.
  useLayoutEffect(() => {
    if (!shown) return;
    // From its beginning on: the popup is low, and the name alone at its lower edge says nothing of the rest.
    first.current?.form?.scrollIntoView({ block: "start" });
    first.current?.focus({ preventScroll: true });
  }, [shown]);
  const said = useSaidInSight(outcome);
  const kind = vault.state?.kind ?? null;
  if (kind === null) return null;
  if (kind === "none") return <p class="soft">{t("popup_organisation_vault")}</p>;

  const read = (): void => {
    if (reading) return;
    setReading(true);
    setOutcome(null);
    void askActiveTab(readPage).then((found) => {
      setReading(false);
      if (found === late) {
        setOutcome("late");
        return;
      }
      setFacts(found);
      setSilent(found !== null && fields.every((field) => found[field] === ""));
      setOutcome(found ? null : "unreadable");
    });
  };
  const keep = async (seen: PageFacts): Promise<void> => {
    const { text, ...rest } = seen;
    const stored = async (): Promise<Outcome> => {
      // A page that is one picture says nothing that a hash could be evidence of.
      const sha256 = text.trim() === "" ? null : await sha256Hex(text);
      return store(vault, organisationFrom(rest, sha256, await recordIdOf(rest), new Date().toISOString()), rest);
    };
    const how = await stored().catch(() => "failed" as const);
    setOutcome(how);
    // What was put right by hand is there for another try.
    if (how !== "failed") setFacts(null);
  };
  return (
    <section ref={said} class="stack-tight" aria-labelledby="popup-organisation">
      <h2 id="popup-organisation" class="visually-hidden">
        {t("popup_organisation")}
      </h2>
      {facts ? (
        <form
          class="organisation"
          onSubmit={(event) => {
            event.preventDefault();
            void keep(facts);
          }}
        >
          <p>{t(silent ? "popup_organisation_nothing" : "popup_organisation_check")}</p>
          {fields.map((field, i) => (
            <label key={field}>
              <span>{t(`popup_organisation_${field}`)}</span>
              <input
                value={facts[field]}
                required={field === "name"}
                pattern={field === "name" ? ".*\\S.*" : undefined}
                maxLength={300}
                ref={i === 0 ? first : null}
                onChange={(event) => setFacts({ ...facts, [field]: event.currentTarget.value })}
              />
            </label>
          ))}
          <div class="row">
            <button type="submit" class="button button-primary">
              {t("popup_organisation_keep")}
            </button>
            <Button kind="plain" onClick={() => setFacts(null)}>
              {t("common_cancel")}
            </Button>
          </div>
        </form>
      ) : (
        // It keeps the keyboard meanwhile, which a disabled one would lose.
        <Button onClick={read}>{t(reading ? "popup_organisation_reading" : "popup_organisation")}</Button>
      )}
      {outcome ? (
        <Notice kind={outcome === "stored" || outcome === "added" || outcome === "sealed" ? "success" : "error"} announced>
          <p>{t(`popup_organisation_${outcome}`)}</p>
        </Notice>
      ) : null}
    </section>
  );
}

/** One organisation is one record: what is there already takes in what its page says. Which are there, a locked vault does not tell. */
async function store({ client, state }: PopupVault, record: Organisation, facts: Pick<PageFacts, "name" | "registryCode">): Promise<"stored" | "added" | "sealed"> {
  // The record is plain data; its type only says more than JSON's does.
  const plain = (one: Organisation): { readonly [key: string]: never } => JSON.parse(JSON.stringify(one));
  if (state?.kind === "unlocked") {
    const kept = await client.records.list("organisations");
    const sound = kept.map(({ id, value }) => soundRecord(id, value)).filter((one) => one?.type === "organisation");
    const known = knownAs(sound, facts);
    if (known) {
      await client.records.put("organisations", known.id, plain(withPage(known, record)), kept.find(({ id }) => id === known.id)?.version ?? null);
      return "added";
    }
    // That of another one by now: it was given another name and another code.
    if (kept.some(({ id }) => id === record.id)) return await store({ client, state }, { ...record, id: crypto.randomUUID() }, facts);
  }
  return await client.inbox.keep({ kind: "record", collection: "organisations", id: record.id, value: plain(record), fresh: true });
}
