// Nine requests on their ways: deferred and refused, rightly and wrongly, answered in part, promised, with a fee, with a question, and left without
// a word. Each answer comes through the portal's page, is read and recorded, and the next lawful step is taken with its letter: signed with
// the card, and sent; complaints by the supervisory authority's own form, in each of the portal's faces.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { exportRecords } from "../../../src/consent/record/exportFile.ts";
import type { DataRecord } from "../../../src/consent/record/record.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { requestOf } from "../../unit/consent/build.ts";
import type { NoticeFacts, NoticeItem, NoticeKind } from "../../virtual/portal/forms/noticeTexts.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { answerArrives, mailDraftOf, sendForm, signStep, takeAnswerIn } from "./answerActs.ts";
import { moveClock } from "./clock.ts";
import { authorityDecides, complainByForm } from "./complaintForm.ts";
import { lookAround } from "./dataLook.ts";
import { fill, press } from "./form.ts";
import type { TestVault } from "./openVault.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

export interface Stored<T> {
  readonly id: string;
  readonly value: T;
}

interface Journey {
  readonly stage: Stage;
  readonly vault: TestVault;
  readonly list: <T>(collection: string) => Promise<readonly Stored<T>[]>;
  /** A letter of the vault into the open form. */
  readonly attach: (page: Page, name: string) => Promise<void>;
  readonly provider: string;
  readonly signingPin: string;
  /** The portal's face by which all the rest goes. */
  readonly markup: string;
  /** What a deferral says: its last day is the law's. */
  readonly facts: NoticeFacts;
}

export async function everyAnswer({ stage, vault, list, attach, provider, signingPin, markup, facts }: Journey): Promise<void> {
  const [organisation] = await list<DataRecord>("organisations");
  const names = ["deferredRightly", "deferredWrongly", "refusedRightly", "refusedWrongly", "silent", "inPart", "promised", "fee", "question"] as const;
  type Name = (typeof names)[number];
  const made = names.map((_, i) => ({ ...requestOf("access", "self", []), id: `0b8f0f1e-6a51-4c39-9f6e-0c4d5a3e7e0${i}`, organisationId: organisation?.id ?? "", reference: `2026-TEST00${i}` }));
  // What an export takes is what the vault takes.
  exportRecords(made, Date.now());
  await call(vault.page, "records", "commit", made.map((value) => ({ collection: "requests", id: value.id, value, expect: null })));
  const record = (name: Name) => made[names.indexOf(name)] ?? made[0]!;
  const kept = async (name: Name): Promise<DataRequest> => (await list<DataRequest>("requests")).find(({ id }) => id === record(name).id)?.value ?? record(name);
  const page = await stage.openPortal("/");
  const home = await stage.openHome("data/requests");
  const open = async (name: Name): Promise<void> => {
    await home.bringToFront();
    await home.evaluate((id) => void (location.hash = `data/request/${id}`), record(name).id);
    await shows(home, record(name).reference);
  };
  const letterSays = (words: string): Promise<unknown> => home.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>(".data-letter textarea")?.value.includes(wanted), { polling: 50 }, words);
  /** Sent, received, and answered so: the form is filled in by the answer's words. */
  const arrived = async (name: Name, kind: NoticeKind | null, without: readonly NoticeItem[] = []): Promise<void> => {
    const number = await sendForm(stage, page, "vaccination", `განცხადების ნომერი: ${record(name).reference}`);
    await open(name);
    await press(home, "data_trail_record");
    await shows(home, text("data_phase_underway"));
    if (kind === null) return;
    await answerArrives(stage, page, number, { kind, without, facts });
    await home.bringToFront();
    await takeAnswerIn(home, kind);
  };
  const last = async (name: Name): Promise<RequestEvent | undefined> => (await kept(name)).events.at(-1);
  const answered = async (name: Name, kind: "deferred" | "refused", without: readonly NoticeItem[] = []): Promise<void> => {
    await arrived(name, kind, without);
    if (name === "deferredWrongly") await lookAround(home, "answer-read");
    await press(home, "data_enter_answer");
    await shows(home, text(`data_phase_${kind}`));
    // Whether a notice is whole is known from its own words: nobody typed any of them.
    for (const item of without) await shows(home, text(`data_missing_${item === "appeal" ? "explainsAppeal" : item}`));
    await shows(home, text(without.length === 0 ? "data_notice_complete" : "data_notice_lacks"));
  };

  await answered("deferredWrongly", "deferred", ["official", "sentOn", "until", "appeal"]);
  expect((await kept("deferredWrongly")).events.at(-1)).toMatchObject({ notice: { official: null, sentOn: null, until: null, reason: "არქივი გადატანის პროცესშია", explainsAppeal: false }, papers: [{ kind: "answer" }] });
  // A wrong deferral is complained of at once.
  await press(home, "data_step_complain");
  await letterSays("გადაიდო");
  await signStep(stage, home, "2026-TEST001-complaint", signingPin);
  // Nobody knows the authority's address: the draft is there, and says so.
  await shows(home, text("data_mail_whom"));
  const draft = await mailDraftOf(home);
  expect([draft.to, draft.subject]).toEqual(["", expect.stringContaining("[2026-TEST001]")]);
  // A Georgian letter has no room in it.
  expect(draft.body).toBeNull();
  expect(draft.copied).toContain(provider);
  await shows(home, text("data_mail_copied"));
  const respondent = organisation?.value.type === "organisation" ? organisation.value.name : provider;
  await complainByForm(stage, page, home, { markup: "classic", respondent, letter: "2026-TEST001-complaint", attach });
  expect(await last("deferredWrongly")).toMatchObject({ type: "complained", about: "deferral", copy: { file: { name: expect.stringContaining("complaint") } } });

  await answered("refusedWrongly", "refused", ["official", "legalGround", "appeal"]);
  await press(home, "data_step_complain");
  await letterSays("მეთქვა უარი");
  await signStep(stage, home, "2026-TEST003-complaint", signingPin);
  // The portal has the authority's own form: the signed complaint goes into it, and its number comes back; and so does what the authority says.
  const sentAs = await complainByForm(stage, page, home, { markup: "third", respondent, letter: "2026-TEST003-complaint", attach });
  const complained = await last("refusedWrongly");
  const [file] = stage.portal.office.applications.find(({ number }) => number === sentAs)?.files ?? [];
  expect(complained).toMatchObject({ type: "complained", about: "refusal", copy: { file: { sha256: file?.sha256 } } });
  expect(complained?.note).toContain(sentAs);
  await authorityDecides(stage, page, home, sentAs);
  expect(await last("refusedWrongly")).toMatchObject({ type: "decided", outcome: "upheld", papers: [{ kind: "answer" }] });

  await answered("refusedRightly", "refused");
  // What is wrong with it stands in the letter that says so, and in what follows.
  await press(home, "data_step_contest");
  await fill(home, "data_words_contested", "საიდუმლო არ არის");
  await letterSays("შემდეგი მიზეზით: საიდუმლო არ არის.");
  await press(home, "data_enter_contested");
  await until(async () => (await last("refusedRightly"))?.type === "contested", "the objection is on record");
  expect(await last("refusedRightly")).toMatchObject({ why: "საიდუმლო არ არის", copy: { text: expect.stringContaining("საიდუმლო არ არის.") } });
  // A refusal with all its items can be taken to a court.
  await press(home, "data_step_sue");
  await fill(home, "data_words_sued", "ქუთაისის საქალაქო სასამართლო");
  await letterSays("სასამართლო: ქუთაისის საქალაქო სასამართლო");
  await letterSays("შემდეგი მიზეზით: საიდუმლო არ არის.");
  await signStep(stage, home, "2026-TEST002-claim", signingPin);
  await press(home, "data_enter_sued");
  await shows(home, text("data_phase_inCourt"));

  await answered("deferredRightly", "deferred");
  await shows(home, text("data_step_wait_text"));
  await arrived("silent", null);

  // In part: what is missing is complained of.
  await arrived("inPart", "partly");
  await fill(home, "data_words_partly", "ზარების ჩანაწერები");
  await press(home, "data_enter_answer");
  await shows(home, text("data_phase_partial"));
  await press(home, "data_step_complain");
  await letterSays("ზარების ჩანაწერები");
  await signStep(stage, home, "2026-TEST005-complaint", signingPin);
  await complainByForm(stage, page, home, { markup: "app", respondent, letter: "2026-TEST005-complaint", attach });
  expect(await last("inPart")).toMatchObject({ type: "complained", about: "incomplete" });
  // The portal as it was.
  await page.goto(`https://www.my.gov.ge/?markup=${markup}`);

  await arrived("promised", "promised");
  await press(home, "data_enter_answer");
  await shows(home, text("data_phase_promised"));
  await shows(home, text("data_step_wait_text"));

  // Access is free (line 133): a fee is flagged, and objected to.
  await arrived("fee", "feeAsked");
  await press(home, "data_enter_answer");
  await shows(home, text("data_fee_flag"));
  expect(await last("fee")).toMatchObject({ type: "feeAsked", amount: "20 ლარი" });
  await lookAround(home, "fee-asked");
  await press(home, "data_step_objectToFee");
  await letterSays("20 ლარი");
  await signStep(stage, home, "2026-TEST007-feeObjection", signingPin);
  await press(home, "data_enter_objected");
  await until(async () => (await last("fee"))?.type === "objected", "the objection is on record");

  // They want to know more, and are told.
  await arrived("question", "askedMore");
  await press(home, "data_enter_answer");
  await shows(home, text("data_phase_waitingForMe"));
  expect(await last("question")).toMatchObject({ type: "askedMore", what: expect.stringContaining("პირადობის მოწმობის ასლი") });
  await press(home, "data_step_giveMore");
  await fill(home, "data_given", "პირადობის მოწმობის ასლი თან ერთვის.");
  await letterSays("პირადობის მოწმობის ასლი თან ერთვის.");
  await signStep(stage, home, "2026-TEST008-details", signingPin);
  await press(home, "data_enter_gaveMore");
  await shows(home, text("data_phase_underway"));

  // So many days later nothing has come.
  await moveClock(home, 45);
  await open("deferredRightly");
  await shows(home, text("data_overdue"));
  await press(home, "data_step_remind");
  await letterSays(provider);
  await signStep(stage, home, "2026-TEST000-reminder", signingPin);
  await press(home, "data_enter_reminded");
  await until(async () => (await kept("deferredRightly")).events.at(-1)?.type === "reminded", "the reminder is on record");
  // That its day passed in silence is on record before it.
  expect((await kept("deferredRightly")).events.map(({ type }) => type)).toEqual(["sent", "received", "deferred", "silent", "reminded"]);
  await open("silent");
  await shows(home, text("data_overdue"));
  await press(home, "data_step_complain");
  await signStep(stage, home, "2026-TEST004-complaint", signingPin);
  await press(home, "data_enter_complained");
  await shows(home, text("data_phase_complained"));
  expect((await kept("silent")).events.map(({ type }) => type)).toEqual(["sent", "received", "silent", "complained"]);
  const phases = (await list<DataRequest>("requests")).map(({ value }) => value.events.at(-1)?.type);
  expect(phases.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual(["complained", "complained", "complained", "decided", "gaveMore", "objected", "promised", "reminded", "satisfied", "sued"]);
  await Promise.all([page.close(), home.close()]);
}
