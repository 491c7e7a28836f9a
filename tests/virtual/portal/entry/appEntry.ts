import { escape } from "../escape.ts";
import type { EntryMarkup } from "./entryMarkup.ts";

/** Sections and roles, as an application draws itself. */
export const appEntry: EntryMarkup = {
  front: () =>
    `<section data-view="welcome"><header><h1>კეთილი იყოს თქვენი მობრძანება</h1><p>როგორ გსურთ შესვლა?</p></header><div class="menu" role="group" aria-label="შესვლის გზები"><button type="button" id="card" class="go">პირადობის მოწმობით</button><a class="go" role="button" href="/password">პაროლით</a></div><p>პირველად ხართ? <a href="/register">დარეგისტრირდით</a></p><a href="/services">სერვისების კატალოგი</a><div id="status" role="status"></div></section>`,
  signIn: ({ csrf, error }) =>
    `<section data-view="sign-in"><h1>შესვლა</h1>${error ? `<p class="error" role="alert">${escape(error)}</p>` : ""}<form method="post" action="/password" novalidate><input type="hidden" name="csrf" value="${csrf}"><div class="row-field"><label>ელ. ფოსტა<input type="email" name="user" aria-required="true"></label></div><div class="row-field"><label>პაროლი<input type="password" name="password" aria-required="true"></label></div><div class="actions"><button type="submit" class="go">შესვლა</button></div></form><a href="/register">არ ხართ რეგისტრირებული?</a></section>`,
  signing: () =>
    `<section data-view="to-sign"><h1>ხელმოწერა</h1><article><h2>სასწავლო დოკუმენტი</h2><p>„ვადასტურებ, რომ ეს საცდელი ხელმოწერაა.“</p></article><div class="actions"><button type="button" id="sign" class="go">მოაწერეთ ხელი მოწმობით</button></div><div id="status" role="status"></div><div id="done" role="status"></div></section>`,
};
