import { useMemo } from "preact/hooks";
import { type Flow, flowsOf } from "../../consent/view/flows.ts";
import { withoutForm } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Book } from "./book.ts";
import { useFirst } from "./usePrinting.ts";

/** More lines than this can't be told apart; the table has them all. */
const mostDrawn = 40;
const rowHeight = 44;
/** The table begins with so many rows, and goes on by as many. */
const page = 200;

/** A picture's measures: its own width, a box's, and how many letters fit into that. */
const wide = { name: "wide", width: 760, box: 271, letters: 26 } as const;
const narrow = { name: "narrow", width: 340, box: 145, letters: 15 } as const;

/** Who passes the data to whom: a picture, and the same as a table. */
export function FlowsView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const flows = useMemo(() => flowsOf(book.ledger, language), [book.ledger, language]);
  const { shown, left, more } = useFirst(flows, page);
  if (flows.length === 0) return <p>{t("data_no_flows")}</p>;
  return (
    <div class="stack">
      <p>{t("data_flows_about")}</p>
      <Picture flows={flows.slice(0, mostDrawn)} measures={wide} />
      <Picture flows={flows.slice(0, mostDrawn)} measures={narrow} />
      {flows.length > mostDrawn ? <p class="soft">{t("data_flows_more", { COUNT: mostDrawn, TOTAL: flows.length })}</p> : null}
      <div class="data-table-box" role="region" aria-label={t("data_tab_flows")} tabIndex={0}>
        {/* Roles are said because a narrow window shows the rows as blocks, and with that a table would be none any more. */}
        <table class="data-table" role="table">
          <thead>
            <tr role="row">
              <th scope="col">{t("data_flow_from")}</th>
              <th scope="col">{t("data_flow_to")}</th>
              <th scope="col">{t("data_role")}</th>
              <th scope="col">{t("data_why")}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((flow) => (
              <tr key={`${flow.organisationId}/${flow.to}`} role="row">
                <td role="cell" data-label={t("data_flow_from")}>
                  <a href={`#data/organisation/${flow.organisationId}`}>{flow.from}</a>
                </td>
                <td role="cell" data-label={t("data_flow_to")}>
                  {flow.to} {flow.special ? <Badge kind="warn">{t("data_special")}</Badge> : null}
                </td>
                <td role="cell" data-label={t("data_role")}>{flow.roles.map((role) => t(`data_role_${role}`)).join(", ")}</td>
                <td role="cell" data-label={t("data_why")}>{flow.purposes.join(", ") || t("data_unknown")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? <Button onClick={more}>{t("data_more", { COUNT: left })}</Button> : null}
    </div>
  );
}

interface PictureProps {
  readonly flows: readonly Flow[];
  readonly measures: typeof wide | typeof narrow;
}

/** Two columns and the arrows between them. Its meaning is in the table below: hidden from screen readers. */
function Picture({ flows, measures: { name: kind, width, box, letters } }: PictureProps) {
  const from = [...new Set(flows.map((flow) => flow.from))];
  const to = [...new Set(flows.map((flow) => flow.to))];
  const height = Math.max(from.length, to.length) * rowHeight + 8;
  const y = (list: readonly string[], name: string): number => ((list.indexOf(name) + 0.5) * height) / list.length;
  // The legal form would take the place of what tells one from another.
  const short = (full: string): string => {
    const { name } = withoutForm(full);
    return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  };
  const [left, right, middle] = [box + 1, width - box - 1, width / 2];
  const column = (names: readonly string[], at: number) =>
    names.map((name) => (
      <g key={name} transform={`translate(${at} ${y(names, name) - 16})`}>
        <rect class="flow-box" width={box} height="32" rx="6" />
        <text x="10" y="21">
          {short(name)}
        </text>
      </g>
    ));
  return (
    <svg class={`data-flows data-flows-${kind}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {flows.map((flow) => {
        const [a, b] = [y(from, flow.from), y(to, flow.to)];
        return (
          <g key={`${flow.organisationId}/${flow.to}`} class={flow.special ? "flow flow-special" : "flow"}>
            <path d={`M ${left} ${a} C ${middle} ${a}, ${middle} ${b}, ${right - 6} ${b}`} />
            <path class="flow-head" d={`M ${right - 8} ${b - 5} L ${right} ${b} L ${right - 8} ${b + 5} Z`} />
          </g>
        );
      })}
      {column(from, 1)}
      {column(to, width - box - 1)}
    </svg>
  );
}
