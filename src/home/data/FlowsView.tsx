import { useMemo } from "preact/hooks";
import { type Flow, flowsOf } from "../../consent/view/flows.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import type { Book } from "./book.ts";

/** More lines than this can't be told apart; the table has them all. */
const mostDrawn = 40;
const rowHeight = 44;

/** Who passes the data to whom: a picture, and the same as a table. */
export function FlowsView({ book }: { readonly book: Book }) {
  const { t } = useTexts();
  const flows = useMemo(() => flowsOf(book.ledger), [book.ledger]);
  if (flows.length === 0) return <p>{t("data_no_flows")}</p>;
  return (
    <div class="stack">
      <p>{t("data_flows_about")}</p>
      <Picture flows={flows.slice(0, mostDrawn)} />
      {flows.length > mostDrawn ? <p class="soft">{t("data_flows_more", { COUNT: mostDrawn, TOTAL: flows.length })}</p> : null}
      <div class="data-table-box" role="region" aria-label={t("data_tab_flows")} tabIndex={0}>
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">{t("data_flow_from")}</th>
              <th scope="col">{t("data_flow_to")}</th>
              <th scope="col">{t("data_role")}</th>
              <th scope="col">{t("data_why")}</th>
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <tr key={`${flow.organisationId}/${flow.to}`}>
                <td>
                  <a href={`#data/organisation/${flow.organisationId}`}>{flow.from}</a>
                </td>
                <td>
                  {flow.to} {flow.special ? <Badge kind="warn">{t("data_special")}</Badge> : null}
                </td>
                <td>{flow.roles.map((role) => t(`data_role_${role}`)).join(", ")}</td>
                <td>{flow.purposes.join(", ") || t("data_unknown")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Two columns and the lines between them. Its meaning is in the table below: hidden from screen readers. */
function Picture({ flows }: { readonly flows: readonly Flow[] }) {
  const from = [...new Set(flows.map((flow) => flow.from))];
  const to = [...new Set(flows.map((flow) => flow.to))];
  const height = Math.max(from.length, to.length) * rowHeight + 8;
  const y = (list: readonly string[], name: string): number => ((list.indexOf(name) + 0.5) * height) / list.length;
  const short = (name: string): string => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
  return (
    <svg class="data-flows" viewBox={`0 0 760 ${height}`} aria-hidden="true" focusable="false">
      {flows.map((flow) => {
        const [a, b] = [y(from, flow.from), y(to, flow.to)];
        return <path key={`${flow.organisationId}/${flow.to}`} class={flow.special ? "flow flow-special" : "flow"} d={`M 275 ${a} C 380 ${a}, 380 ${b}, 485 ${b}`} />;
      })}
      {from.map((name) => (
        <g key={name} transform={`translate(0 ${y(from, name) - 16})`}>
          <rect class="flow-box" x="4" width="271" height="32" rx="6" />
          <text x="14" y="21">
            {short(name)}
          </text>
        </g>
      ))}
      {to.map((name) => (
        <g key={name} transform={`translate(485 ${y(to, name) - 16})`}>
          <rect class="flow-box flow-box-to" width="271" height="32" rx="6" />
          <text x="10" y="21">
            {short(name)}
          </text>
        </g>
      ))}
    </svg>
  );
}
