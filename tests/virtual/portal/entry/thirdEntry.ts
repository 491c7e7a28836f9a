// The front page and its neighbours in the look of cards: each way in is a card that says what it takes.
import { escape } from "../escape.ts";
import type { EntryMarkup, SignInView } from "./entryMarkup.ts";

const shell = (title: string, inside: string): string => `<div class="shell shell--narrow" id="content">
<h1>${escape(title)}</h1>
${inside}
</div>`;

const card = (id: string, title: string, words: string, act: string): string => `<li class="stack__item"><article class="tile" aria-labelledby="${id}">
<h2 class="tile__name" id="${id}">${escape(title)}</h2>
<p>${escape(words)}</p>
<p>${act}</p>
</article></li>`;

function front(): string {
  return shell("ერთი სივრცე ყველა სერვისისთვის", `<p class="lead">შემოდით თქვენთვის მოსახერხებელი გზით.</p>
<ul class="stack" role="list" aria-label="შემოსვლის გზები">
${card("in-card", "ელექტრონული მოწმობა", "დაგჭირდებათ ბარათის წამკითხველი და 4-ნიშნა PIN.", '<button class="cta" type="button" id="card">შემოსვლა მოწმობით</button>')}
${card("in-password", "მომხმარებლის სახელი და პაროლი", "თუ უკვე დარეგისტრირებული ხართ.", '<a class="cta" href="/password">შემოსვლა პაროლით</a>')}
</ul>
<p>ჯერ არ გაქვთ ანგარიში? <a href="/register">როგორ დავრეგისტრირდე</a></p>
<p id="status" role="status"></p>`);
}

const field = (id: string, label: string, attributes: string): string => `<div class="block"><label class="block__label" for="${id}">${escape(label)}</label><input class="entry" id="${id}" ${attributes}></div>`;

function signIn({ csrf, error }: SignInView): string {
  const alert = error === null ? "" : `<div class="banner banner--bad" role="alert"><h2 class="banner__title">გთხოვთ, გადაამოწმოთ</h2><p>${escape(error)}</p></div>`;
  return shell("შემოსვლა პაროლით", `${alert}
<form class="request" method="post" action="/password" novalidate>
<input type="hidden" name="csrf" value="${escape(csrf)}">
${field("in-user", "მომხმარებლის სახელი", 'name="user" type="email"')}
${field("in-secret", "პაროლი", 'name="password" type="password"')}
<div class="request__end"><button class="cta" type="submit">შემოსვლა</button></div>
</form>
<p><a href="/register">როგორ დავრეგისტრირდე</a></p>`);
}

function signing(): string {
  return shell("დოკუმენტი ხელმოსაწერად", `<article class="letter" aria-label="დოკუმენტის ტექსტი"><p>„ვადასტურებ, რომ ეს საცდელი ხელმოწერაა.“</p></article>
<p><button class="cta" type="button" id="sign">ხელმოწერა მოწმობით</button></p>
<p id="status" role="status"></p>
<p id="done" role="status"></p>`);
}

export const thirdEntry: EntryMarkup = { front, signIn, signing };
