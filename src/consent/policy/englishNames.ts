// Names of organisations and people in English text: words that begin with a capital, and what joins them.
import { spelt } from "./spelt.ts";
import type { Mention } from "./ownerMentions.ts";

/** Words that headings and the beginnings of sentences write with a capital, and names do not have in them. */
const breakers = new Set(
  `
    between organ i've i'd i'll i’ve i’d i’ll it's it’s that's that’s there's here's what's let's don't hi! part section chapter article annex schedule
    clause form table step how what why who whom whose when where which i i'm i’m we we're we’re our ours us you you're your yours my me mine he she they
    them their it its it's this that these those there here is are was were be been will would may might must can could shall should do does did don't
    have has had not no nor only any all every each some many if as because while once until unless so but or then than to from by with at in into on onto
    about after before during under over out up down per via and the a an of for dear hello hi hey welcome thank thanks please note yes also just use uses
    used using collect collects collecting keep keeps keeping kept hold holds handle handles look looks after protect protects protecting process
    processes processing processed respects takes taking treats asks shares sharing stored storing privacy policy policies notice notices statement
    statements cookie cookies frequently asked questions question answer answers version effective tick signed signature date phone tel telephone email
    e-mail address registered monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december
  `.trim().split(/\s+/u),
);
/** "And" and "of" join only inside a name, in small letters. */
const joins = /^(?:of|the|and|&|\+|for|upon|de|du|la|von|on|in)$/u;
const institutionHead = /^(?:Centre|Center|Institute|Agency|Office|Association|Foundation|Society|Council|Ministry|Department|Trust|Fund|Friends|Academy|School|College|University|Inspectorate|Service|Commission|Committee|Federation|Union|League|Bureau|House|Museum|Hospital|Home|Campaign)$/u;
const form = spelt`
  (?:LLC|L\.L\.C\.|JSC|LEPL|NNLE|N\(N\)LE|Ltd\.?|LTD|Limited|LIMITED|Inc\.?|LLP|PLC|plc|Plc|GmbH|OÜ|UAB|SIA|ApS|A\/S|Pty|Srl|B\.?V\.?|S\.A\.?|SA|AG|Oy|AB|CIC|C\.I\.C\.
    |Corp\.?|N\.?V\.?|CLG|AS|KG|e\.K|SARL|S\.?p\.?A|NV|ASBL|VZW|CIO|SCIO|PBC|e\.\s?V\.?|eG|mbH|Oyj|MTÜ|FIE|a\.s\.|s\.r\.o\.|d\.o\.o\.|Kft\.?|Zrt\.?|EOOD
    |OOD|SE|S\.L\.|SL|Lda|ry|CBC|CLG|DAC|Co-op(?:erative)?)\.?
`;
const formBefore = /^(?:LEPL|NNLE|N\(N\)LE|JSC|LLC)$/u;
const inBrackets = new RegExp(String.raw`^( \(\p{Lu}[\p{L} ]{1,30}\)),? ${form}(?!\p{L})`, "u");
const isForm = new RegExp(String.raw`^\(?(?:${form}|e\. ?V\.)\)?$`, "u");
const token = /\bplc\b|\bN\(N\)LE\b|\be\. ?V\.|\beG\b|[\p{Lu}\d][\p{L}\d]*(?:[&'’./+-][\p{L}\d]+)*\.?(?=[^\p{L}]|$)|(?<=\s)(?:of|the|and|&|\+|for|upon|de|du|la|von|on|in)(?=\s)/gu;
const street = /\b(?:Street|Road|Lane|Avenue|Square|Drive|Close|Court|Way|Row|Terrace|Quay|Crescent|Boulevard|St|Rd|Ave|Act|Law|Code|Regulation|GDPR|Directive|Article|Section|Chapter|Annex|Clause|Schedule|Appendix|Part|Page|Room|Floor|Unit|PO Box|Box|Suite)$/u;
const title = /^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Rev)\.?$/u;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every run of capitalised words, without the words of headings. */
export function englishNames(text: string): readonly Mention[] {
  const found: Mention[] = [];
  // "Lanterns for Lowmoor", alone on its line.
  const isTitle = text.length < 45 && !/(?<!\p{L})(?!(?:of|for|the|and|upon|in|on|de|la|du|von)(?!\p{L}))\p{Ll}/u.test(text) && !/[.:;!?,]/u.test(text);
  let run: Word[] = [];
  const close = (): void => {
    const mention = mentionOf(run, text);
    if (mention) found.push(mention);
    run = [];
  };
  for (const match of text.matchAll(token)) {
    const one = { text: match[0], start: match.index, end: match.index + match[0].length };
    const last = run.at(-1);
    // Only a blank, or a comma before the form, stands inside a name.
    const gap = last ? text.slice(last.end, one.start) : "";
    if (last && !(/^\s$/u.test(gap) || (isForm.test(one.text) && /^,? ?\(?$/u.test(gap)))) close();
    if (last && last.text.length > 3 && last.text.endsWith(".") && !isForm.test(last.text)) close();
    const now = run.at(-1);
    if (now && isForm.test(now.text) && !isForm.test(one.text) && !now.text.startsWith("Co-op") && !(run.length === 1 && formBefore.test(now.text))) close();
    if (joins.test(one.text)) {
      if (run.length > 0 && (isTitle || joined(run, one.text))) run.push(one);
      else if (!(one.text === "the" && run.length > 0 && joins.test(run.at(-1)?.text ?? ""))) close();
      else run.push(one);
    } else if (breakers.has(one.text.toLowerCase()) && !isForm.test(one.text)) close();
    else run.push(one);
  }
  close();
  return found;
}

/** "Ministry of Culture", "Otter & Pine", "Centre for Youth"; but not "Harlow in Essex", nor "Visa and Mastercard" (which is told by what it is, later). */
function joined(run: readonly Word[], word: string): boolean {
  if (word === "in" || word === "on" || word === "for") return run.some((one) => institutionHead.test(one.text));
  return true;
}

function mentionOf(words: readonly Word[], text: string): Mention | null {
  let run = [...words];
  while (run.length > 0 && (joins.test(run[0]?.text ?? "") || title.test(run[0]?.text ?? ""))) run = run.slice(1);
  while (run.length > 0 && joins.test(run.at(-1)?.text ?? "")) run = run.slice(0, -1);
  while (run.length > 1 && /^(?:19|20)\d\d$/u.test(run[0]?.text ?? "")) run = run.slice(1);
  let hasForm = false;
  // "LEPL Kolkheti Agency", "JSC Ridge Bank": in Georgia the form goes before.
  if (run.length > 1 && formBefore.test(run[0]?.text ?? "")) {
    hasForm = true;
    run = run.slice(1);
  }
  while (run.length > 1 && isForm.test(run.at(-1)?.text ?? "")) {
    hasForm = true;
    run = run.slice(0, -1);
  }
  // "The Lark & Loom Team", "the Fernhill Website".
  while (run.length > 1 && !/^(?:Rescue|Response|Football|Rugby|Swim|Cycling|Racing|Lifeboat)$/u.test(run.at(-2)?.text ?? "") && /^(?:Team|Website|App|Application|Group's|Customers?|Members?|Terms|Conditions|Data|Personal|Information|Fair)$/u.test(run.at(-1)?.text ?? "")) run = run.slice(0, -1);
  while (run.length > 0 && joins.test(run.at(-1)?.text ?? "")) run = run.slice(0, -1);
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || isForm.test(first.text) || /^\d/u.test(last.text) && run.length === 1) return null;
  const name = text.slice(first.start, last.end).replace(/(?<=\p{Ll}{2})\.$/u, "").replace(/['’]s$/u, "").replace(/,$/u, "");
  if (name.length < 2 || street.test(name) || /^\d+[A-Za-z]? /u.test(name) && street.test(name)) return null;
  const end = words.at(-1)?.end ?? last.end;
  // "Marcher Coaches (Ludlow) Ltd".
  const placed = hasForm ? null : inBrackets.exec(text.slice(first.start + name.length));
  if (placed?.[1] !== undefined) return { name: `${name}${placed[1]}`, start: first.start, end: first.start + name.length + placed[0].length, form: "legal", language: "en", sentenceBegins: false, words: run.length };
  return { name, start: first.start, end: hasForm ? end : first.start + name.length, form: hasForm || /\b(?:LTD|Ltd|LLC|JSC|NNLE|LEPL)\.? ["“„]?$/u.test(text.slice(0, first.start)) ? "legal" : "none", language: "en", sentenceBegins: /(?:^|[.!?:;]\s+|["“(]|[-–—•]\s)(?:The |the )?$/u.test(text.slice(0, first.start)), words: run.length };
}
