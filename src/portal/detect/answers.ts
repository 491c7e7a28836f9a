// One answer of an institution, by its words.
import { isPortalHost } from "../../platform/portalHost.ts";
import { registrationNumber } from "./forms.ts";
import { alsoSays } from "../sites/moreWords.ts";
import { pageFacts } from "./page.ts";
import { termsWords } from "./terms.ts";
import { straight, textOf } from "./text.ts";
import { anyForm, closestTo, firstWithin, isLike, within } from "./unshadowed.ts";

const answerWords = /(^|\s)(პასუხი|answer|reply)(\s|:|$)/i;
const numberWords = /(განაცხად|განცხადებ|ნომერ|№|application)/i;

/** A page whose heading, or the line under it, says that it is the answer to an application. Lists of answers are none. */
export function findAnswers(document: Document): readonly Element[] {
  const { main: place, heading, title } = pageFacts(document);
  if (!place || !heading || firstWithin(place, "form input[type=text], form textarea")) return [];
  const next = heading.nextElementSibling;
  // A form's own words are none of an answer's (page.ts).
  const near = `${title} ${next && !isLike(next, anyForm) ? textOf(next) : ""}`;
  // Terms speak of answers as well; an answer says to which application.
  if (!(answerWords.test(near) || alsoSays("answer", near)) || termsWords.test(title) || !numberWords.test(pageFacts(document).text) || registrationNumber(place) === null) return [];
  const article = closestTo(heading, "article, section") ?? heading.parentElement;
  return article && within(article, "p").length >= 1 ? [article] : [];
}

/** Links to the files of an answer: those that the page offers to download, on the portal's own hosts. */
export function answerFiles(place: Element): readonly { readonly name: string; readonly url: string }[] {
  const links = within(place, "a[href]").filter((one) => one instanceof HTMLAnchorElement).filter((one) => one.protocol === "https:" && isPortalHost(one.hostname));
  return links
    .filter((one) => one.hasAttribute("download") || /\.(pdf|docx?|xlsx?|zip|asice|p7[sm]|jpe?g|png|txt)$/i.test(one.pathname))
    .map((one) => ({ name: straight(one.getAttribute("download") || textOf(one).replace(/^[^\p{L}\d]+/u, "") || "file").slice(0, 200), url: one.href }));
}
