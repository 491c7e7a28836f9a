import { organisationName } from "../../consent/record/organisationName.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { type Twins, twinsAmong } from "../../consent/record/twins.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";

/** Who stands in for one that can't be read looks like everybody. */
export function twinsIn({ ledger, standIns }: Book): readonly Twins[] {
  return twinsAmong([...ledger.organisations.values()].filter(({ id }) => !standIns.has(id)));
}

/** More than these at once nobody looks at. */
const most = 5;

/** Organisations that seem to be recorded twice: the person looks, and decides. */
export function TwinNotice({ twins, first }: { readonly twins: readonly Twins[]; readonly first?: Organisation }) {
  const { t, language } = useTexts();
  if (twins.length === 0) return null;
  return (
    <div class="no-print">
      <Notice kind="information">
        <p>{t("data_same_maybe", { COUNT: twins.length })}</p>
        <ul class="plain-list">
          {twins.slice(0, most).map(({ one, other, by }) => {
            const [left, right] = first?.id === other.id ? [other, one] : [one, other];
            return (
              <li key={`${left.id} ${right.id}`}>
                <a href={`#data/same/${left.id}/${right.id}`}>{t("data_same_pair", { ONE: organisationName(left, language), OTHER: organisationName(right, language) })}</a> <span class="soft">({t(by === "code" ? "data_same_by_code" : "data_same_by_name")})</span>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}
