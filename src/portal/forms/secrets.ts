const secret =
  /passw|parol|captcha|(?<![a-z])(?:cv[cv]2?|pin|otp)(?![a-z])|(?<![a-z])(?:cv[cv]2?|pin|sms|otp)[-_ ]?code|(?:bank|credit|debit)[-_ ]?card|პაროლ|პინ[- ]?კოდ|საიდუმლო სიტყვ|საბანკო ბარათ|(?:ერთჯერადი|დადასტურების|sms)[^,.]{0,24} კოდ/i;

/** Whether a name, an id or a label says that what is typed there is a secret: a password, a code, a PIN, a bank card. */
export function namesSecret(said: string): boolean {
  return secret.test(said);
}
