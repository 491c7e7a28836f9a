// What is no purpose though its words are there: a condition, and what somebody else does with data.
import { spelt } from "./spelt.ts";
import { pattern } from "./words.ts";

/** "If the law requires it": a condition, and no purpose. */
export const conditions = /(?:(?<!\b(?:out|see|know|decide|learn|understand|us|which|find|tells?|shows?) )\b(?:if|where|unless|insofar as|to the extent|in cases|except|when)\b|(?<!\p{L})თუ(?!\p{L}))[^,;]*|კანონ\p{L}* (?:\p{L}+ ){0,2}შემთხვევ\p{L}*/giu;
/** What somebody else does with data on the way: the bank that takes the payment. */
export const othersDo = pattern(spelt`
  // English
  \b(?:inspectors?|regulators?)\b[^.;]{0,60}\b(?:may|can|will) (?:look|see|check|ask)
  |\bprotect (?:your|the|personal) (?:personal )?(?:data|information)
  |\b(?:bank|processor|provider|company|platform|store|service)s? (?:\p{L}+ )?(?:processes|handles|takes|gets|receives|counts|prints|delivers|sees)\b
  // Georgian
  |ემსახურება (?:\p{L}+ )?(?:შპს|სს|ი\/მ|ფირმა|კომპანია|„)|დაიცვ\p{L}* (?:\p{L}+ ){0,3}მონაცემ
  |(?:ბანკი|პროვაიდერი|სისტემა|კომპანია|ოპერატორი)\s+(?:\p{L}+\s+){0,2}(?:ამუშავებს|იღებს|ხედავს)(?![^.;]*(?:მიზნ|შესასრულებლად|რათა|იმისთვის|:))
`);
