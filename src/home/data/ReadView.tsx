import { useEffect, useRef, useState } from "preact/hooks";
import { sha256Hex } from "../../codec/sha256.ts";
import { dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import { withOwnRules } from "../../consent/policy/ownRules.ts";
import { profileOf } from "../../consent/policy/profile.ts";
import { policyFields, type Proposal } from "../../consent/policy/proposal.ts";
import type { DataRecord, Evidence, Holding, Organisation } from "../../consent/record/record.ts";
import type { MessageKey } from "../../i18n/catalogue.ts";
import { organisationNamed } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { openPdf } from "../../ui/documents/pdfRenderer.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { FileButton } from "../verify/FileButton.tsx";
import { beginningOf, mostText } from "./beginning.ts";
import type { Book } from "./book.ts";
import { Drafted, giveUp, type Kept, useKeeping } from "./Drafted.tsx";
import { Text } from "./fields.tsx";
import { Latest } from "./latest.ts";
import { changedNow, newHolding, newOrganisation } from "./newRecord.ts";
import { type Only, policyFile, policyFileTypes, type Unread } from "./policyFile.ts";
import { proposalText, type WordKey } from "./proposalText.ts";
import { readBeside } from "./readBeside.ts";
import { goAfter } from "./route.ts";

/** A privacy policy is pasted or opened; what it says is proposed with its sentences; the person keeps what is right. */
export function ReadView({ book }: { readonly book: Book }) {
  return <Drafted<ReadDraft> base={null}>{(kept) => <ReadForm book={book} draft={kept} />}</Drafted>;
}

interface ReadDraft {
  readonly text: string;
  readonly where: string;
  /** Of which the text is. */
  readonly day: string;
}

function ReadForm({ book, draft }: { readonly book: Book; readonly draft: Kept<ReadDraft> }) {
  const { t } = useTexts();
  const [text, setText] = useState(draft.start.text ?? "");
  const [where, setWhere] = useState(draft.start.where ?? "");
  const [day, setDay] = useState(draft.start.day ?? isoOf(book.today));
  useKeeping(draft, { text, where, day });
  const [proposals, setProposals] = useState<readonly Proposal[] | null>(null);
  const [kept, setKept] = useState<ReadonlySet<Proposal>>(new Set());
  const [name, setName] = useState("");
  const [nameless, setNameless] = useState(false);
  const [undated, setUndated] = useState(false);
  const [problem, setProblem] = useState<Unread | "failed" | null>(null);
  /** The text that the proposals are from: evidence is of this one, whatever is written in the field later. */
  const [source, setSource] = useState("");
  const [only, setOnly] = useState<Only | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(new Latest());
  useEffect(() => () => latest.current.stop(), []);
  const { once } = useOnce();
  const word = (key: WordKey, values?: Readonly<Record<string, string | number>>): string => t(key satisfies MessageKey, values);
  const show = (found: readonly Proposal[], from: string): void => {
    setProposals(found);
    setSource(from);
    setKept(new Set());
    setName(found.find(({ field }) => field === "owner")?.value ?? "");
  };
  /** Of two begun after each other the later counts, and only its end ends the waiting. */
  const begin = async (work: (signal: AbortSignal) => Promise<(() => void) | null>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const done = await latest.current.run(work).catch(() => () => setProblem("failed"));
    if (done === null) return;
    done();
    setBusy(false);
  };
  const read = (): Promise<void> =>
    begin(async (signal) => {
      const begun = beginningOf(text);
      setOnly(begun.cut ? "text" : only);
      setProposals(null);
      const found = await readBeside(begun.text, signal);
      return () => show(found, text);
    });
  const open = (file: File): Promise<void> =>
    begin(async (signal) => {
      const opened = await policyFile(file, openPdf, signal);
      if ("unread" in opened) return () => setProblem(opened.unread);
      const found = await readBeside(opened.text, signal);
      return () => {
        setText(opened.text);
        setWhere(file.name);
        setOnly(opened.only);
        show(found, opened.text);
      };
    });
  /** Another text than the one that is being read, or of which only a part was there. */
  const change = (next: string): void => {
    latest.current.stop();
    setBusy(false);
    setOnly(null);
    setText(next);
  };
  const turn = (one: Proposal): void => {
    const next = new Set(kept);
    if (!next.delete(one)) next.add(one);
    setKept(next);
  };
  const save = async (): Promise<boolean> => {
    setNameless(name.trim() === "");
    const ofDay = dayFromIso(day);
    setUndated(ofDay === null);
    if (name.trim() === "" || ofDay === null) return false;
    const chosen = (proposals ?? []).filter((one) => kept.has(one));
    const of = (field: Proposal["field"]): readonly Proposal[] => chosen.filter((one) => one.field === field);
    const sha256 = await sha256Hex(source);
    const seenAt = new Date().toISOString();
    const evidence = (quote: string): Evidence => ({ kind: "policy", where: where.trim() || t("data_policy_pasted"), sha256, seenAt, quote });
    const known = organisationNamed(book.ledger.organisations.values(), name.trim());
    const policy = profileOf(of("deadlines"), name.trim(), ofDay, where.trim() || null, book.today);
    const base = known ?? newOrganisation(name.trim());
    const organisation = changedNow<Organisation>({ ...base, ...(policy ? withOwnRules(base, policy) : {}) });
    const retention = of("retention");
    const holding: Holding = {
      ...newHolding(organisation.id),
      purposes: of("purpose").map((one) => proposalText(one, word)),
      recipients: of("recipients").filter(({ value }) => value !== "nobody").map((one) => ({ name: proposalText(one, word), organisationId: null, role: one.value === "contractor" ? "contractor" : "thirdParty", purpose: null })),
      retention: { until: null, duration: retention.find(({ value }) => value.startsWith("P"))?.value ?? null, text: retention.map(({ sentence }) => sentence).join(" ") || null },
      notice: evidence(source.slice(0, 200)),
      confidence: "document",
      evidence: chosen.map(({ sentence }) => evidence(sentence)),
    };
    const records: DataRecord[] = [organisation, holding];
    const done = await goAfter(book.save(records), `#data/organisation/${organisation.id}`);
    if (done) draft.done();
    return done;
  };
  return (
    <div class="card stack">
      <h3>{t("data_read")}</h3>
      <p>{t("data_read_about")}</p>
      <div class="row">
        <FileButton accept={policyFileTypes} onFiles={([file]) => void (file && open(file))}>
          {t("data_read_open")}
        </FileButton>
      </div>
      {busy ? <Busy>{t("data_read_busy")}</Busy> : null}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(`data_unread_${problem}`)}</p>
        </Notice>
      ) : null}
      {only ? (
        <Notice kind="warning" announced>
          <p>{only === "pages" ? t("data_read_only_pages") : t("data_read_only_text", { COUNT: mostText })}</p>
        </Notice>
      ) : null}
      <Text label={t("data_policy_text")} rows={10} value={text} onChange={change} />
      <Text label={t("data_policy_where")} value={where} onChange={setWhere} />
      <Text label={t("data_policy_day")} hint={t("data_policy_day_hint")} type="date" value={day} onChange={setDay} />
      <div class="row">
        <Button kind="primary" disabled={busy || text.trim() === ""} onClick={() => void read()}>
          {t("data_read_go")}
        </Button>
        <Button onClick={() => giveUp(draft)}>{t("common_cancel")}</Button>
      </div>
      {proposals?.length === 0 ? (
        <Notice kind="information" announced>
          <p>{t("data_read_nothing")}</p>
        </Notice>
      ) : null}
      {proposals && proposals.length > 0 ? (
        <>
          <Notice kind="information" announced>
            <p>{t("data_read_found", { COUNT: proposals.length })}</p>
          </Notice>
          {policyFields.map((field) => {
            const all = proposals.filter((one) => one.field === field);
            return all.length === 0 ? null : (
              <fieldset key={field} class="data-choice">
                <legend>{t(`data_field_${field}`)}</legend>
                {all.map((one) => (
                  <label key={one.value} class="data-option data-proposal">
                    <input type="checkbox" checked={kept.has(one)} onChange={() => turn(one)} />
                    <span>
                      <b>{proposalText(one, word)}</b>
                      <q class="data-quote">{one.sentence}</q>
                    </span>
                  </label>
                ))}
              </fieldset>
            );
          })}
          <Text label={t("data_organisation_name")} required value={name} onChange={setName} />
          {nameless ? (
            <Notice kind="error" announced>
              <p>{t("data_need_organisation")}</p>
            </Notice>
          ) : null}
          {undated ? (
            <Notice kind="error" announced>
              <p>
                {t("data_policy_day")}: {t("data_date_like")}
              </p>
            </Notice>
          ) : null}
          <div class="row">
            <Button onClick={() => setKept(new Set(proposals))}>{t("data_read_all")}</Button>
            <Button kind="primary" disabled={kept.size === 0} onClick={() => once(save)}>
              {t("data_read_keep", { COUNT: kept.size })}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
