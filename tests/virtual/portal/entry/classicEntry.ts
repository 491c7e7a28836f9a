import { escape } from "../escape.ts";
import type { EntryMarkup } from "./entryMarkup.ts";

/** A heading and a menu, as portals were built ten years ago. */
export const classicEntry: EntryMarkup = {
  front: () =>
    `<h1>ელექტრონული სერვისები</h1><p>შესასვლელად აირჩიეთ ერთ-ერთი გზა.</p><nav class="menu" aria-label="შესვლა"><button id="card">ახალი პირადობის მოწმობით</button><a href="/password">მომხმარებლის სახელითა და პაროლით</a><a href="/register">რეგისტრაცია</a></nav><p id="status" role="status"></p>`,
  signIn: ({ csrf, error }) =>
    `<h1>პაროლით შესვლა</h1>${error ? `<p class="error" role="alert">${escape(error)}</p>` : ""}<form method="post" action="/password"><input type="hidden" name="csrf" value="${csrf}"><label>მომხმარებლის სახელი (ელ. ფოსტა)<input name="user" type="email" autocomplete="username" required></label><label>პაროლი<input name="password" type="password" autocomplete="current-password" required></label><button>შესვლა</button></form><p><a href="/register">რეგისტრაცია</a> · <a href="/">უკან</a></p>`,
  signing: () =>
    `<h1>დოკუმენტის ხელმოწერა</h1><p>სასწავლო დოკუმენტი: „ვადასტურებ, რომ ეს საცდელი ხელმოწერაა.“</p><nav class="menu"><button id="sign">ხელმოწერა პირადობის მოწმობით</button></nav><p id="status" role="status"></p><p id="done"></p>`,
};
