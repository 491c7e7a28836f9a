import { aboutData, categories } from "../content.ts";
import { escape } from "../escape.ts";
import type { Markup } from "./markup.ts";

/** Tiles and roles, as an application draws itself. */
export const app: Markup = {
  name: "app",
  services: (services) =>
    `<div data-view="catalogue"><h1>სერვისების კატალოგი</h1>${categories
      .map((name, i) => {
        const tiles = services.filter((one) => one.category === i).map(
          (one) =>
            `<div class="tile" role="listitem"><a class="tile-link" href="/services/${one.id}"><strong>${escape(one.title)}</strong><span class="tile-by">${escape(one.provider)}</span></a>${one.needsCard ? '<span class="badge" title="საჭიროა პირადობის მოწმობა და ხელმოწერა">🔑</span>' : ""}</div>`,
        );
        return `<section aria-labelledby="cat-${i}"><h2 id="cat-${i}">${escape(name)}</h2><div class="tiles" role="list">${tiles.join("")}</div></section>`;
      })
      .join("")}</div>`,
  service: (service) =>
    `<article class="service-sheet"><header><h1>${escape(service.title)}</h1></header><p>${escape(service.about)}</p><div class="facts"><div><b>უწყება</b><span>${escape(service.provider)}</span></div><div><b>კატეგორია</b><span>${escape(categories[service.category] ?? "")}</span></div></div>${service.needsCard ? "<p>განაცხადს ბარათით ხელმოწერა სჭირდება.</p>" : ""}${aboutData(service)}<a class="go" role="button" href="/services/${service.id}/apply">განაცხადის შევსება</a></article>`,
};
