// Fields of a page's form that no draft remembers, by what the page calls them.
import { expect, it } from "vitest";
import { namesSecret } from "../../../src/portal/forms/secrets.ts";

it.each([
  "password", "userPassword", "parol", "პაროლი", "გაიმეორეთ პაროლი", "pin", "PIN", "pin_code", "card-pin", "pincode", "pinCode", "PIN კოდი", "პინ-კოდი", "პინკოდი",
  "cvc", "CVV2", "cvc_code", "cvv2_field", "otp", "otp_value", "sms_code", "smsCode", "SMS კოდი", "SMS-ით მიღებული კოდი", "ერთჯერადი კოდი", "დადასტურების კოდი", "captcha_text",
  "საიდუმლო სიტყვა", "საბანკო ბარათის ნომერი", "credit_card", "Bank card number",
])("%s is a secret", (said) => expect(namesSecret(said)).toBe(true));

it.each([
  "personalNumber", "საიდენტიფიკაციო კოდი", "საკადასტრო კოდი", "საფოსტო კოდი", "zip_code", "პირადობის ბარათის ნომერი", "id_card_number", "shipping", "opinion", "pinned", "topic",
  "smsNotifications", "SMS შეტყობინება", "დადასტურების თარიღი", "მიზანი", "spinner", "cover",
])("%s is none", (said) => expect(namesSecret(said)).toBe(false));
