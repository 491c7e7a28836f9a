import type { Proposal } from "../../consent/policy/proposal.ts";
import type { MessageKey } from "../../i18n/catalogue.ts";

export type WordKey = MessageKey;
type Word = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const purposes: Readonly<Record<string, WordKey>> = {
  delivery: "data_purpose_delivery", health: "data_purpose_health", hiring: "data_purpose_hiring", identity: "data_purpose_identity", legal: "data_purpose_legal", marketing: "data_purpose_marketing", payment: "data_purpose_payment",
  security: "data_purpose_security", service: "data_purpose_service", statistics: "data_purpose_statistics", support: "data_purpose_support",
};
const recipients: Readonly<Record<string, WordKey>> = {
  abroad: "data_recipient_abroad", auditor: "data_recipient_auditor", contractor: "data_recipient_contractor", delivery: "data_recipient_delivery", group: "data_recipient_group", health: "data_recipient_health", insurer: "data_recipient_insurer",
  nobody: "data_recipient_nobody", partners: "data_recipient_partners", payment: "data_recipient_payment", state: "data_recipient_state",
};
const rights: Readonly<Record<string, WordKey>> = {
  access: "data_kind_access", block: "data_kind_block", complaint: "data_kind_complaint", court: "data_right_court", erase: "data_kind_erase", information: "data_kind_existence", objection: "data_kind_objection", portability: "data_kind_portability",
  recipients: "data_kind_recipients", rectify: "data_kind_rectify", stop: "data_kind_stop", whereWho: "data_kind_whereWho", withdraw: "data_kind_withdraw",
};
const grounds: Readonly<Record<string, WordKey>> = { consent: "data_keep_consent", contract: "data_keep_contract", law: "data_keep_law", purpose: "data_keep_purpose" };
const lengths: Readonly<Record<string, WordKey>> = { D: "data_unit_days", W: "data_unit_weeks", M: "data_unit_months", Y: "data_unit_years" };
const stages: Readonly<Record<string, WordKey>> = { firstAnswer: "data_stage_firstAnswer", fulfilment: "data_stage_fulfilment", extended: "data_stage_extended" };
const units: Readonly<Record<string, WordKey>> = { workingDays: "data_unit_workingDays", days: "data_unit_days" };

/** What a proposal says, in the person's language. */
export function proposalText({ field, value }: Proposal, word: Word): string {
  const said = (words: Readonly<Record<string, WordKey>>, key: string): string => (words[key] ? word(words[key]) : key);
  switch (field) {
    case "owner":
      return value;
    case "purpose":
      return said(purposes, value);
    case "recipients":
      return said(recipients, value);
    case "rights":
      return said(rights, value);
    case "retention": {
      const length = /^P(\d+)([DWMY])$/.exec(value);
      const unit = length ? lengths[length[2] ?? ""] : undefined;
      return length && unit ? word(unit, { COUNT: length[1] ?? "" }) : said(grounds, value);
    }
    case "deadlines": {
      const [stage = "", count = "", unit = ""] = value.split(":");
      const unitKey = units[unit];
      return `${said(stages, stage)}: ${unitKey ? word(unitKey, { COUNT: count }) : count}`;
    }
  }
}
