// The practice portal's pages: its own plain look, marked as practice; never the real portal's logo, design or text.

import { escape } from "./escape.ts";

export const style = `
:root { color-scheme: light dark; --ink: light-dark(#20242c, #eceff4); --ground: light-dark(#fbfaf7, #17191d); --line: light-dark(#c9c4b8, #454a54); --act: light-dark(#4a3d8f, #b9aef2); }
* { box-sizing: border-box } body { margin: 0; font: 1.0625rem/1.55 "Noto Sans Georgian", "Noto Sans", Sylfaen, sans-serif; color: var(--ink); background: var(--ground) }
header { padding: .8rem 1.25rem; border-bottom: 3px double var(--line); display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline }
header b { font-size: 1.2rem } .practice { font-size: .875rem; padding: 0 .6rem; border: 1px dashed var(--line); border-radius: 1rem }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem; display: grid; gap: 1rem }
h1 { font-size: 1.6rem; margin: 0 } p { margin: 0 } form, .menu { display: grid; gap: .8rem; max-width: 26rem }
button, .menu a { font: inherit; padding: .7rem 1rem; border: 1px solid var(--act); border-radius: .5rem; background: transparent; color: var(--act); cursor: pointer; text-align: start; text-decoration: none; font-weight: 600 }
label { display: grid; gap: .25rem } input { font: inherit; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit }
.error { border-inline-start: 4px solid #b3261e; padding-inline-start: .8rem } dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: 0 } dt { opacity: .75 } dd { margin: 0 }
.services { display: grid; gap: .6rem; margin: 0; padding-inline-start: 1.2rem } h2 { font-size: 1.15rem; margin: .6rem 0 0 } main a { color: var(--act) }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .8rem } .tile { border: 1px solid var(--line); border-radius: .6rem; display: flex; align-items: start } .tile-link { flex: 1; display: grid; gap: .2rem; padding: .8rem 2.4rem .8rem 1rem; text-decoration: none } .tile-by { font-size: .9rem; opacity: .75 } .badge { padding: .8rem } .facts { display: grid; gap: .3rem } .facts div { display: flex; gap: .6rem } main:has(.tiles) { max-width: 64rem }
textarea, select { font: inherit; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; inline-size: 100% } .choice { display: flex; gap: .5rem; align-items: center } fieldset { border: 1px solid var(--line); border-radius: .4rem } .fields { inline-size: 100%; display: grid; gap: .8rem } .fields tr { display: grid; gap: .2rem } .fields th { text-align: start; font-weight: 400 } .sent { border-collapse: collapse } .register-grid [role=row] { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: .6rem; padding-block: .3rem; border-block-end: 1px solid var(--line) } .sent td, .sent th { padding: .3rem .6rem; border-block-end: 1px solid var(--line); text-align: start }`;

export function page(title: string, body: string, script = ""): string {
  return `<!doctype html><html lang="ka"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><link rel="stylesheet" href="/style.css"></head><body><header><b>სასწავლო პორტალი</b><span class="practice">საცდელი გვერდი, არა ნამდვილი</span></header><main>${body}</main>${script ? `<script src="${script}"></script>` : ""}</body></html>`;
}

/** The page's own side of the Web eID protocol, with the public library's time limits. */
export const loginScript = `
"use strict";
const ACK_MS = 1000, EXTRA_MS = 6000;
function webEid(action, fields, timeout) {
  return new Promise((resolve, reject) => {
    let ack = setTimeout(() => done(() => reject(Object.assign(new Error("no extension"), { code: "ERR_WEBEID_EXTENSION_UNAVAILABLE" }))), ACK_MS);
    let limit = 0;
    function done(then) { clearTimeout(ack); clearTimeout(limit); removeEventListener("message", hear); then(); }
    function hear(event) {
      if (event.source !== window || event.origin !== location.origin || typeof event.data?.action !== "string") return;
      if (event.data.action === "web-eid:" + action + "-ack") {
        clearTimeout(ack);
        limit = setTimeout(() => done(() => reject(Object.assign(new Error("no answer"), { code: "ERR_WEBEID_ACTION_TIMEOUT" }))), timeout + EXTRA_MS);
      } else if (event.data.action === "web-eid:" + action + "-success") done(() => resolve(event.data));
      else if (event.data.action === "web-eid:" + action + "-failure") done(() => reject(Object.assign(new Error(event.data.error.message), event.data.error)));
    }
    addEventListener("message", hear);
    postMessage({ action: "web-eid:" + action, libraryVersion: "2.0.2", ...fields }, "*");
  });
}
globalThis.webEid = webEid;
const words = { ERR_WEBEID_USER_CANCELLED: "შესვლა გაუქმდა.", ERR_WEBEID_USER_TIMEOUT: "დრო ამოიწურა. სცადეთ ხელახლა.", ERR_WEBEID_EXTENSION_UNAVAILABLE: "გაფართოება ვერ მოიძებნა.", ERR_WEBEID_ACTION_PENDING: "შესვლის ფანჯარა უკვე ღიაა." };
async function login(options) {
  const status = document.getElementById("status");
  status.textContent = "";
  try {
    const { nonce } = await (await fetch("/challenge", { method: "POST" })).json();
    const { action, ...token } = await webEid("authenticate", { challengeNonce: nonce, options }, options?.userInteractionTimeout ?? 120000);
    const answer = await fetch("/login", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(token) });
    if (!answer.ok) throw Object.assign(new Error("refused"), { code: "REFUSED: " + (await answer.text()) });
    location.href = "/personal";
  } catch (error) {
    status.dataset.code = error.code ?? String(error);
    status.textContent = words[error.code] ?? "შესვლა ვერ მოხერხდა. სცადეთ ხელახლა.";
  }
}
globalThis.login = login;
document.getElementById("card")?.addEventListener("click", () => void login());
`;
