import { aboutData, categories } from "../content.ts";
import { escape } from "../escape.ts";
import type { Markup } from "./markup.ts";

/** Lists under headings, as portals were built ten years ago. */
export const classic: Markup = {
  name: "classic",
  services: (services) =>
    `<h1>ელექტრონული სერვისები</h1>${categories
      .map((name, i) => {
        const entries = services.filter((one) => one.category === i).map((one) => `<li><a href="/services/${one.id}">${escape(one.title)}</a>${one.needsCard ? ' <small class="mark">საჭიროა ციფრული ხელმოწერა</small>' : ""}</li>`);
        return `<h2>${escape(name)}</h2><ul class="services">${entries.join("")}</ul>`;
      })
      .join("")}<p><a href="/">მთავარი</a> · <a href="/terms">გამოყენების წესი და პირობები</a></p>`,
  service: (service) =>
    `<div class="service"><h1>${escape(service.title)}</h1><p>${escape(service.about)}</p><dl><dt>მომწოდებელი</dt><dd>${escape(service.provider)}</dd><dt>კატეგორია</dt><dd>${escape(categories[service.category] ?? "")}</dd>${service.needsCard ? "<dt>ხელმოწერა</dt><dd>საჭიროა ციფრული ხელმოწერა</dd>" : ""}</dl>${aboutData(service)}<p><a class="start" href="/services/${service.id}/apply">სერვისის მიღება</a></p></div><p><a href="/services">ყველა სერვისი</a></p>`,
};
