import type { FormContent } from "../../../src/signing/formPdf/form.ts";

/** An application as somebody may fill it in. Everybody in it is made up. */
export const sampleForm: FormContent = {
  language: "ka",
  lead: [],
  title: "განცხადება საცხოვრებელი ადგილის რეგისტრაციის შესახებ",
  about: ["https://www.my.gov.ge", "შევსებულია: 24.11.2026, 12:00"],
  items: [
    { kind: "heading", text: "განმცხადებელი" },
    { kind: "field", label: "სახელი და გვარი", value: "ნინო ტესტაძე" },
    { kind: "field", label: "პირადი ნომერი", value: "99001010101" },
    { kind: "heading", text: "განაცხადი" },
    { kind: "field", label: "მისამართი", value: "ქუთაისი, რუსთაველის გამზირი №1\nბინა 2" },
    { kind: "field", label: "ელფოსტა", value: "nino@example.ge" },
    { kind: "field", label: "ოჯახის წევრის გვარი (ლათინურად)", value: "O'Neil-Müller" },
    { kind: "field", label: "შენიშვნა", value: "" },
    { kind: "text", text: "ვადასტურებ, რომ მოწოდებული ინფორმაცია სწორია და ვეთანხმები მის გადამოწმებას." },
  ],
  attachments: [
    { name: "იპოთეკის ხელშეკრულება.pdf", size: 1234567, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
    { name: "photo.jpg", size: 4711, sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752" },
  ],
  words: {
    attachments: "თანდართული ფაილები",
    empty: "(ცარიელია)",
    size: (bytes) => `ზომა: ${bytes} ბაიტი`,
    page: (number, count) => `გვერდი ${number} / ${count}`,
  },
  madeAt: new Date("2026-11-24T08:00:00Z"),
};
