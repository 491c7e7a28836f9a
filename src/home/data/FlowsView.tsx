import { useMemo } from "preact/hooks";
import { type FlowBox, flowPicture } from "../../consent/view/flowPicture.ts";
import { chainsOf, type Flow, flowsOf } from "../../consent/view/flows.ts";
import { withoutForm } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Book } from "./book.ts";
import { useFirst } from "./usePrinting.ts";

/** More lines than this can't be told apart; the table has them all. */
const mostDrawn = 40;
const rowHeight = 56;
/** Two lines of a name. */
const boxHeight = 44;
/** The table begins with so many rows, and goes on by as many. */
const page = 200;

/** A picture's measures: its width, at most how many columns, and the room between two, three or four of them. */
const wide = { name: "wide", width: 760, most: 4, gaps: [216, 90, 60] } as const;
const narrow = { name: "narrow", width: 300, most: 3, gaps: [40, 20] } as const;

/** Who passes the data to whom: a picture, and the same as a table. */
export function FlowsView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const flows = useMemo(() => flowsOf(book.ledger, language), [book.ledger, language]);
  const chains = useMemo(() => chainsOf(flows), [flows]);
  const { shown, left, more } = useFirst(flows, page);
  if (flows.length === 0) return <p>{t("data_no_flows")}</p>;
  return (
    <div class="stack">
      <p>
        {t("data_flows_about")} {flows.some(({ over }) => over) ? t("data_flows_over") : null}
      </p>
      <Picture flows={flows.slice(0, mostDrawn)} measures={wide} />
      <Picture flows={flows.slice(0, mostDrawn)} measures={narrow} />
      {flows.length > mostDrawn ? <p class="soft">{t("data_flows_more", { COUNT: mostDrawn, TOTAL: flows.length })}</p> : null}
      {chains.length > 0 ? (
        <section class="stack-tight" aria-labelledby="chains-title">
          <h3 id="chains-title">{t("data_flow_chains")}</h3>
          <p class="soft">{t("data_flow_chains_about")}</p>
          <ul class="plain-list">
            {chains.map((names) => (
              <li key={names.join("/")} class="data-chain">
                {names.join(" → ")}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
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
              <tr key={`${flow.organisationId}/${flow.toId ?? flow.to}`} role="row">
                <td role="cell" data-label={t("data_flow_from")}>
                  <a href={`#data/organisation/${flow.organisationId}`}>{flow.from}</a>
                </td>
                <td role="cell" data-label={t("data_flow_to")}>
                  {flow.toId === null ? flow.to : <a href={`#data/organisation/${flow.toId}`}>{flow.to}</a>} {flow.special ? <Badge kind="warn">{t("data_special")}</Badge> : null} {flow.over ? <Badge kind="plain">{t("data_no_longer_kept")}</Badge> : null}
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

/** Columns of boxes and the arrows between them. Its meaning is in the table and the list below: hidden from screen readers. */
function Picture({ flows, measures: { name: kind, width, most, gaps } }: PictureProps) {
  const { columns, rows, boxes, arrows } = flowPicture(flows, most);
  const gap = gaps[columns - 2] ?? 0;
  const box = (width - 2 - (columns - 1) * gap) / columns;
  const height = rows * rowHeight + 8;
  const filled = (column: number): number => boxes.filter((one) => one.column === column).length;
  const x = ({ column }: FlowBox): number => 1 + column * (box + gap);
  const y = ({ column, row }: FlowBox): number => ((row + 0.5) * height) / filled(column);
  return (
    <svg class={`data-flows data-flows-${kind}`} viewBox={`0 0 ${width} ${height}`} data-columns={columns} aria-hidden="true" focusable="false">
      {arrows.map(({ from, to, special, over }) => (
        <g key={`${from.key}/${to.key}`} class={["flow", special && "flow-special", over && "flow-over"].filter(Boolean).join(" ")} data-from={from.name} data-to={to.name}>
          <Arrow from={[from.column < to.column ? x(from) + box : x(from), y(from)]} to={[x(to), y(to)]} onward={from.column < to.column} bend={gap / 2} />
        </g>
      ))}
      {boxes.map((one) => (
        <g key={one.key} transform={`translate(${x(one)} ${y(one) - boxHeight / 2})`} data-name={one.name}>
          <rect class="flow-box" width={box} height={boxHeight} rx="6" />
          {/* HTML, since SVG's own text breaks no line. The legal form would take the place of what tells one from another. */}
          <foreignObject x="4" width={box - 8} height={boxHeight}>
            <div class="flow-place">
              <span class="flow-name">{withoutForm(one.name).name}</span>
            </div>
          </foreignObject>
        </g>
      ))}
    </svg>
  );
}

type Point = readonly [x: number, y: number];

interface ArrowProps {
  readonly from: Point;
  readonly to: Point;
  /** To the right; else back, around the left of both: they give to each other, or stand in one column. */
  readonly onward: boolean;
  readonly bend: number;
}

function Arrow({ from: [x1, y1], to: [x2, y2], onward, bend }: ArrowProps) {
  const [a, b] = onward ? [x1 + bend, x2 - bend] : [x1 - bend, x2 - bend];
  return (
    <>
      <path d={`M ${x1} ${y1} C ${a} ${y1}, ${b} ${y2}, ${x2 - 6} ${y2}`} />
      <path class="flow-head" d={`M ${x2 - 8} ${y2 - 5} L ${x2} ${y2} L ${x2 - 8} ${y2 + 5} Z`} />
    </>
  );
}
