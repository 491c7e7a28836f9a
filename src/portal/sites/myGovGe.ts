import type { SiteGeneration } from "./site.ts";

/** The portal's pages as the extension knows them, newest first. Fixtures are the practice portal's. */
export const generations: readonly SiteGeneration[] = [
  {
    name: "app",
    anchors: {
      "service-link": { selector: "[data-view=catalogue] .tile > a.tile-link[href]", holds: [[30, "app/services"]] },
      "service-page": { selector: "article.service-sheet", holds: [[1, "app/service"]] },
      "application-form": { selector: "section.sheet-form form[data-send]", holds: [[1, "app/apply"]] },
      confirmation: { selector: "article.receipt", holds: [[1, "app/sent"]] },
      terms: { selector: "article[data-view=rules]", holds: [[1, "app/terms"]] },
      "service-terms": { selector: "article[data-view=service-rules]", holds: [[1, "app/service-terms"]] },
      notice: { selector: "[data-view=messages] > article.message", holds: [[1, "app/notices"]] },
      answer: { selector: "article.letter", holds: [[1, "app/answer"]] },
      "signature-field": { selector: "section.sheet-form .sign-row input", holds: [[1, "app/apply-signed"]] },
      "document-store": { selector: "section[data-view=store]", holds: [[1, "app/documents"]] },
      "personal-page": { selector: "[data-view=me]", holds: [[1, "app/personal"]] },
      "personal-table": { selector: "section[data-register] > [role=table]", holds: [[3, "app/personal"], [1, "app/property"]] },
      "password-form": { selector: "[data-view=new-password] > form", holds: [[1, "app/password-change"]] },
      "first-password": { selector: "[data-view=registered] .facts > div:nth-child(2) > b", holds: [[1, "app/registered"]] },
      registration: { selector: "article[data-view=register]", holds: [[1, "app/register"]] },
      "profile-form": { selector: "[data-view=contact] > form", holds: [[1, "app/profile"]] },
    },
  },
  {
    name: "classic",
    anchors: {
      "service-link": { selector: "main ul.services > li > a[href]", holds: [[30, "classic/services"]] },
      "service-page": { selector: "main .service", holds: [[1, "classic/service"]] },
      "application-form": { selector: "main form.application", holds: [[1, "classic/apply"]] },
      confirmation: { selector: "main .confirmation", holds: [[1, "classic/sent"]] },
      terms: { selector: "main > .terms", holds: [[1, "classic/terms"]] },
      "service-terms": { selector: "main > .service-terms", holds: [[1, "classic/service-terms"]] },
      notice: { selector: "main .notices > .notice-row", holds: [[1, "classic/notices"]] },
      answer: { selector: "main > .answer", holds: [[1, "classic/answer"]] },
      "signature-field": { selector: "main form.application input[data-signed]", holds: [[1, "classic/apply-signed"]] },
      "document-store": { selector: "main:has(> form.upload)", holds: [[1, "classic/documents"]] },
      "personal-page": { selector: "main:has(> dl.person)", holds: [[1, "classic/personal"]] },
      "personal-table": { selector: "main > table.register", holds: [[3, "classic/personal"], [1, "classic/property"]] },
      "password-form": { selector: "main form.change-password", holds: [[1, "classic/password-change"]] },
      "first-password": { selector: "main > dl.first-password > dt:nth-of-type(2)", holds: [[1, "classic/registered"]] },
      registration: { selector: "main:has(> .ways)", holds: [[1, "classic/register"]] },
      "profile-form": { selector: "main > form.contact", holds: [[1, "classic/profile"]] },
    },
  },
];
