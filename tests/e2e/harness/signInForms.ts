// Forms of a login in three markups, and forms that look like one: by what each lets somebody in.
import type { Page } from "puppeteer";
import type { FormWay } from "../../../src/favourites/access.ts";
import type * as Detectors from "./detectorsEntry.ts";

type Way = FormWay | null;
type Case = readonly [what: string, way: Way, classic: string, app: string, third: string];

const box = (at: number): string => `<input inputmode="numeric" maxlength="1" aria-label="ციფრი ${at}">`;
const boxes = [1, 2, 3, 4, 5, 6].map(box).join("");

/** Each as a labelled form, as one drawn by a script without elements of its own, and as one with the names beside the fields. */
const cases: readonly Case[] = [
  ["a name and a password", "password", '<form><label>მომხმარებელი<input name="user"></label><label>პაროლი<input type="password" name="pw"></label><button>შესვლა</button></form>', '<div role="form"><input placeholder="ელფოსტა" type="email"><input placeholder="პაროლი" type="password"><span role="button">შესვლა</span></div>', '<form><p><label for="u">Username</label> <input id="u"></p><p><label for="p">Password</label> <input id="p" type="password"></p><input type="submit" value="Log in"></form>'],
  ["a password alone", "password", '<form><label>პაროლი<input type="password" name="pw"></label><button>შესვლა</button></form>', '<div role="form"><input placeholder="პაროლი" type="password"><span role="button">შემდეგი</span></div>', '<form><p><label for="p">Password</label> <input id="p" type="password"></p><input type="submit" value="Next"></form>'],
  ["a code sent to a telephone", "code", '<form><label>SMS-ით მიღებული კოდი<input name="code"></label><button>შესვლა</button></form>', '<div role="form"><input placeholder="ერთჯერადი კოდი" type="tel"><span role="button">დადასტურება</span></div>', '<form><p><label for="c">Verification code</label> <input id="c" type="password"></p><input type="submit" value="Log in"></form>'],
  ["the same, known to the browser by its kind alone", "code", '<form><input autocomplete="one-time-code"><button>შესვლა</button></form>', '<div role="form"><input type="number" autocomplete="one-time-code"><span role="button">OK</span></div>', '<form><input type="tel" autocomplete="section-a one-time-code"></form>'],
  ["a code in six fields", "code", `<form>${boxes}<button>შესვლა</button></form>`, `<div role="form">${boxes}</div>`, `<form><table><tr><td>${boxes}</td></tr></table></form>`],
  ["a telephone's number and the code", "code", '<form><label>მობილური<input name="phone" type="tel"></label><label>დადასტურების კოდი<input name="sms"></label></form>', '<div role="form"><input type="tel" placeholder="599…"><input placeholder="ავტორიზაციის კოდი"></div>', '<form><p><label for="t">Phone</label> <input id="t" type="tel"></p><p><label for="c">SMS code</label> <input id="c"></p></form>'],
  ["a password and a code", "both", '<form><label>მომხმარებელი<input name="user"></label><label>პაროლი<input type="password"></label><label>ერთჯერადი კოდი<input></label></form>', '<div role="form"><input placeholder="პაროლი" type="password"><input autocomplete="one-time-code"></div>', '<form><p><label for="p">Password</label> <input id="p" type="password"></p><p><label for="c">Security code</label> <input id="c"></p></form>'],
  ["a password and the code in a picture", "password", '<form><label>მომხმარებელი<input name="user"></label><label>პაროლი<input type="password"></label><label>სურათზე მოცემული კოდი<input name="captcha"></label></form>', '<div role="form"><input placeholder="ელფოსტა"><input placeholder="პაროლი" type="password"><input placeholder="დადასტურების კოდი სურათიდან"></div>', '<form><input><input type="password"><p><label for="c">Verification code in the picture</label> <input id="c"></p></form>'],
  ["a search", null, '<form role="search"><label>ძებნა<input name="q"></label></form>', '<div role="form"><input placeholder="ძებნა"></div>', '<form><input type="search"><input name="q"></form>'],
  ["a code of a post office", null, '<form><label>საფოსტო კოდი<input name="zip"></label></form>', '<div role="form"><input placeholder="საიდენტიფიკაციო კოდი"></div>', '<form><p><label for="z">Postal code</label> <input id="z"></p></form>'],
  ["a new password by a code", null, '<form><label>ერთჯერადი კოდი<input></label><label>ახალი პაროლი<input type="password"></label></form>', '<div role="form"><input autocomplete="one-time-code"><input type="password" autocomplete="new-password"></div>', '<form><p><label for="c">Verification code</label> <input id="c"></p><p><label for="n">New password</label> <input id="n" type="password"></p></form>'],
  ["an application with a code in it", null, '<form><label>ერთჯერადი კოდი<input></label><label>მიზეზი<textarea></textarea></label></form>', '<div role="form"><input autocomplete="one-time-code"><input type="date"></div>', '<form><p><label for="c">SMS code</label> <input id="c"></p><select><option>1</option></select></form>'],
];

/** @returns each form that is taken for something else than it is */
export async function misjudged(page: Page): Promise<readonly string[]> {
  return await page.evaluate((all) => {
    const { signInWay } = (globalThis as unknown as { readonly detectors: typeof Detectors }).detectors;
    return all.flatMap(([what, way, ...markups]) => markups.flatMap((html, at) => {
      document.body.innerHTML = html;
      const form = document.querySelector("form, [role=form]");
      const found = form && signInWay(form);
      return found === way ? [] : [`${what}, markup ${at}: ${String(found)} for ${String(way)}`];
    }));
  }, cases);
}
