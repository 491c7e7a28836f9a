// A look of cards: a jump list of categories, a grid of cards under each, and a service's page with a summary panel beside its text.
import { aboutData, categories, type Service } from "../content.ts";
import { escape } from "../escape.ts";
import type { Markup } from "./markup.ts";

const signBadge = `<span class="chip chip--sign">საჭიროა ელექტრონული ხელმოწერა</span>`;

function tile({ id, title, provider, needsCard }: Service): string {
  return `<li class="grid__cell"><article class="tile">
    <h3 class="tile__name"><a href="/services/${escape(id)}">${escape(title)}</a></h3>
    <p class="tile__owner">${escape(provider)}</p>${needsCard ? `
    <p class="tile__chips">${signBadge}</p>` : ""}
  </article></li>`;
}

function topic(name: string, index: number, all: readonly Service[]): string {
  const tiles = all.filter(({ category }) => category === index).map(tile);
  return tiles.length === 0 ? "" : `<section class="topic" id="topic-${index + 1}" aria-labelledby="topic-${index + 1}-name">
  <h2 class="topic__name" id="topic-${index + 1}-name">${escape(name)}</h2>
  <ul class="grid" role="list">${tiles.join("")}</ul>
</section>`;
}

function services(all: readonly Service[]): string {
  const jumps = categories.map((name, index) => all.some(({ category }) => category === index)
    ? `<li><a class="jump__to" href="#topic-${index + 1}">${escape(name)}</a></li>` : "");
  return `<div class="shell" id="content">
<header class="shell__head"><h1>ელექტრონული სერვისები</h1><p class="lead">აირჩიეთ თემა და მიიღეთ სერვისი სახლიდან გაუსვლელად.</p></header>
<nav class="jump" aria-label="თემები"><ul role="list">${jumps.join("")}</ul></nav>
${categories.map((name, index) => topic(name, index, all)).join("")}
</div>`;
}

function service(one: Service): string {
  const { id, title, category, provider, about, needsCard } = one;
  const data = aboutData(one);
  return `<div class="shell shell--split" id="content">
<nav class="trail" aria-label="თქვენ აქ ხართ"><ol role="list">
  <li><a href="/services">ელექტრონული სერვისები</a></li>
  <li><a href="/services#topic-${category + 1}">${escape(categories[category] ?? "სხვა")}</a></li>
  <li aria-current="page">${escape(title)}</li>
</ol></nav>
<article class="sheet" aria-labelledby="sheet-name">
  <h1 class="sheet__name" id="sheet-name">${escape(title)}</h1>
  <p class="lead">${escape(about)}</p>
  <p class="sheet__go"><a class="cta" href="/services/${escape(id)}/apply">დაიწყეთ ონლაინ</a></p>${data === "" ? "" : `
  <section class="sheet__part" aria-labelledby="sheet-data"><h2 id="sheet-data">რა მონაცემები გამოიყენება</h2>${data}</section>`}
</article>
<aside class="facts" aria-label="მოკლედ სერვისის შესახებ"><dl>
  <div class="facts__row"><dt>ვინ გაწვდით სერვისს</dt><dd>${escape(provider)}</dd></div>
  <div class="facts__row"><dt>რა დაგჭირდებათ</dt><dd>${needsCard ? `${signBadge} პირადობის ელექტრონული მოწმობა და ბარათის წამკითხველი` : "მხოლოდ ავტორიზაცია პორტალზე"}</dd></div>
</dl></aside>
</div>`;
}

export const third: Markup = { name: "third", services, service };
