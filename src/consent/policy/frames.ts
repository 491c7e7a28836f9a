// One thing is said in many ways, but its words come in pairs: what is done, and to what ("bring" and "parcel", „წაშლა“ and
// „მონაცემი“). A frame holds one of each, found in the same statement in either order; neither says anything alone.

import { spelt } from "./spelt.ts";
import { type Words, words } from "./words.ts";

export interface Frame {
  readonly value: string;
  readonly one: Words;
  readonly other: Words;
}

/** Georgian by stem, English by word; each alternative may go on. */
export const frame = (value: string, one: string, other: string): Frame => ({ value, one: words(one), other: words(other) });

export const holds = ({ one, other }: Frame, text: string): boolean => one.test(text) && other.test(text);

/** What data are called where people speak of their own. */
export const dataNoun = spelt`
  // English
  \b(?:data|information|info|details|particulars|files?|records?|entry|entries|profile|history|personal|photos?|photographs?|pictures?|images?|footage
    |tapes?|recordings?|chart|cards?|notes|forms?|contact|e-?mail|address(?:es)?|numbers?|names?|list|mailing|database|books?|drawer|register|servers?
    |systems?|ip|x-rays?|spreadsheet|row|stuff|everything|account|what['’]s (?:held|kept|stored|on file|down)
    |what (?:\p{L}+ ){1,4}?(?:hold|know|have|keep|held|written|recorded|stored|kept|got|gave|given|collected))\b
  |\babout (?:you|me|them|him|her|your child)\b
  // Georgian
  |მონაცემ|ინფორმაცი|ჩანაწერ|ცნობებ|ანკეტ|ბარათ|სია(?:ს|ში|დან)|სიიდან|სახელ|გვარ|მისამართ|ნომერ|ნომრ|ტელეფონ|ელფოსტ|ფოტო
  |სურათ|კადრ|ანგარიშ|პროფილ|ისტორი|საქმე|ბაზ(?:ა|იდან|აში)|რვეულ|ჟურნალ|გვიწერია|ჩაგვიწერ|ვიცით|გვაქვს|თქვენ შესახებ
  |თქვენზე|ჩემზე|რენტგენ|ფაილ|ფორმულარ|სტრიქონ|(?<!\p{L})ip(?!\p{L})|მეილ
`;

/** Whole turns, which need no second word. */
export const said = (value: string, ...turns: readonly string[]): Frame => frame(value, turns.join("|"), "");
