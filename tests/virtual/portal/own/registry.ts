// What the practice portal's registers say of everybody, and the accounts with a password: made up.
import type { Person } from "../token.ts";
import { type RegisterId, registerIds, type RegisterView } from "./ownMarkup.ts";

const first: Readonly<Record<RegisterId, RegisterView>> = {
  "civil-acts": {
    id: "civil-acts",
    columns: ["აქტი", "აქტის ნომერი", "თარიღი", "ორგანო"],
    rows: [
      ["დაბადება", "11-1985-0042", "14.05.1985", "ქუთაისის სასწავლო სამსახური"],
      ["ქორწინება", "11-2011-0317", "09.09.2011", "თბილისის სასწავლო სამსახური"],
    ],
  },
  property: {
    id: "property",
    columns: ["მისამართი", "საკადასტრო კოდი", "ფართობი", "უფლება"],
    rows: [
      ["თბილისი, სასწავლო ქ. 12, ბ. 5", "01.10.10.001.002.01.005", "64 კვ.მ", "საკუთრება"],
      ["სოფ. ნიმუში", "38.06.37.115", "1 250 კვ.მ", "თანასაკუთრება"],
    ],
  },
  crossings: {
    id: "crossings",
    columns: ["თარიღი", "მიმართულება", "პუნქტი"],
    rows: [
      ["02.08.2026", "გასვლა", "თბილისის აეროპორტი"],
      ["16.08.2026", "შემოსვლა", "თბილისის აეროპორტი"],
      ["05.10.2026", "გასვლა", "სარფი"],
    ],
  },
};

export interface Account {
  readonly mail: string;
  readonly person: Person;
  password: string;
  /** It was given at registration and has not been changed. */
  oneTime: boolean;
}

export class Registry {
  readonly #registers = new Map<RegisterId, RegisterView>(registerIds.map((id) => [id, first[id]]));
  readonly accounts: Account[] = [
    { mail: "giorgi@example.org", person: { name: "გიორგი სანიმუშოშვილი", personalNumber: "99002020202" }, password: "Pirveli-2026", oneTime: true },
    { mail: "mariam@example.org", person: { name: "მარიამ საცდელაძე", personalNumber: "99003030303" }, password: "Saidumlo-77-ktv", oneTime: false },
  ];

  registers(): readonly RegisterView[] {
    return registerIds.map((id) => this.register(id));
  }
  register(id: RegisterId): RegisterView {
    return this.#registers.get(id) ?? first[id];
  }
  /** The register says something else from now on. */
  change(id: RegisterId, rows: (rows: RegisterView["rows"]) => RegisterView["rows"]): void {
    const before = this.register(id);
    this.#registers.set(id, { ...before, rows: rows(before.rows) });
  }
  signIn(mail: string, password: string): Account | null {
    return this.accounts.find((one) => one.mail === mail && one.password === password) ?? null;
  }
  /** @returns a sentence about what is wrong; null when the password is changed */
  changePassword(person: Person, old: string, fresh: string, again: string): string | null {
    const account = this.accounts.find((one) => one.person.personalNumber === person.personalNumber);
    if (!account || account.password !== old) return "ძველი პაროლი არასწორია.";
    if (fresh !== again) return "ახალი პაროლები ერთმანეთს არ ემთხვევა.";
    if (fresh === old) return "ახალი პაროლი ძველს არ უნდა ემთხვეოდეს.";
    if (fresh.length < 10 || !/[a-z]/.test(fresh) || !/[A-Z]/.test(fresh) || !/\d/.test(fresh)) return "პაროლი სუსტია: სულ მცირე 10 სიმბოლო, დიდი და პატარა ასო და ციფრი.";
    account.password = fresh;
    account.oneTime = false;
    return null;
  }
}
