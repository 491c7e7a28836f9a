// The policy reader's pieces: what is a list's number, and what an amount at a line's beginning.
import { describe, expect, it } from "vitest";
import { readPolicy } from "../../../src/consent/policy/readPolicy.ts";
import { unitsOf } from "../../../src/consent/policy/units.ts";

describe("a line's first number", () => {
  it.each([
    ["3. წერილები", "წერილები"],
    ["1. თვითმმართველობა, რომელიც მონაცემებს იღებს.", "თვითმმართველობა, რომელიც მონაცემებს იღებს."],
    ["2. წესები", "წესები"],
    ["4. დღგ", "დღგ"],
    ["4) დღგ", "დღგ"],
    ["5 წესები და პირობები.", "წესები და პირობები."],
    ["2.1. Days off are noted.", "Days off are noted."],
    ["3. Working hours", "Working hours"],
    ["6 Daysail club.", "Daysail club."],
  ])("of a list is no part of what is said: %s", (line, said) => {
    expect(unitsOf(line).map(({ text }) => text)).toEqual([said]);
  });

  it.each(["10 სამუშაო დღე მოთხოვნიდან.", "30 კალენდარული დღის ვადაში.", "5 წლის განმავლობაში.", "6 თვე.", "2 კვირაში.", "3 წელიწადი.", "10 working days after you ask.", "12 months.", "48 საათში."])("with a unit after it is an amount: %s", (line) => {
    expect(unitsOf(line).map(({ text }) => text)).toEqual([line]);
  });
});

describe("what a line stands under", () => {
  const under = (text: string, said: string): string | undefined => unitsOf(text).find((one) => one.text === said)?.nearest;

  it.each([
    ["a column, whatever is left empty before it", "What | Why | Who else | Until\n--- | --- | --- | ---\nScan | To know you | – | 1 week", "1 week", "Until"],
    ["a column between tabs, of two", "What\tWhy\nBank account\tTo pay you", "To pay you", "Why"],
    ["its row, where the head tells nothing", "In short | In full\n--- | ---\nIt doesn't stay. | Logs go after 14 days. Bills stay.", "Bills stay.", "It doesn't stay."],
    ["what goes on", "WE TELL...\nthe police.", "the police.", "WE TELL"],
    ["a thing and its dots", "HOW LONG\n\nchart ........ 10 years", "chart ........ 10 years", "chart"],
    ["what was asked in a talk", "PIP: Hello there, all of you.\nYOU: how long\nPIP: Ten days.\nYOU: thanks for that\nPIP: Bye, all.\nYOU: bye", "Ten days.", "how long"],
  ])("%s", (_what, text, said, heading) => {
    expect(under(text, said)).toBe(heading);
  });
});

describe("a text that is no policy, or in another language", () => {
  it.each([
    ["nothing", ""],
    ["blanks", "   \n\n "],
    ["Russian", "Политика конфиденциальности\n\nООО «Ромашка» (Romashka LLC) обрабатывает ваши персональные данные для выполнения заказа. Данные хранятся 5 лет и передаются банку. Мы ответим в течение 30 дней.\n\ninfo@romashka.example"],
    ["Armenian", "Գաղտնիության քաղաքականություն\n\n«Արարատ» ՍՊԸ-ն մշակում է ձեր տվյալները պատվերի կատարման համար։ Տվյալները պահվում են 5 տարի։ Դուք կարող եք պահանջել պատճեն 30 օրվա ընթացքում։"],
    ["German", "Datenschutzerklärung\n\nDie Muster GmbH verarbeitet Ihre Daten zur Vertragserfüllung. Wir speichern sie 5 Jahre und geben sie an Banken weiter. Sie können Auskunft verlangen; wir antworten in 30 Tagen."],
    ["a recipe", "Khachapuri\n\nTake 500 g of flour, two eggs and a glass of milk. Let it rest for two hours. Bake for 20 minutes. Keep it for three days in the refrigerator and share it with friends."],
    ["a Georgian recipe", "ხაჭაპურის რეცეპტი\n\nაიღეთ 500 გრამი ფქვილი. გააჩერეთ ორი საათი. შეინახეთ მაცივარში სამი დღე. გაუზიარეთ მეგობრებს."],
    ["a report of a match", "Match report\n\nDinamo won 2:0. The captain, who has played for ten years, gave the ball to the fans. The club will keep the cup for one year."],
    ["news", "საქართველოს პრემიერ-მინისტრმა განაცხადა, რომ ბანკი გადასცემს თანხას სამინისტროს 10 დღეში. პოლიციამ დააკავა ორი პირი. სასამართლო გააგრძელებს განხილვას ერთ თვეში."],
  ])("says nothing: %s", (_what, text) => {
    expect(readPolicy(text)).toEqual([]);
  });
});
