import type { Day } from "../../consent/calendar/day.ts";
import type { WorkCalendar } from "../../consent/calendar/workCalendar.ts";
import type { Joined } from "../../consent/record/joined.ts";
import type { HoldingJoin, JoinedHoldings } from "../../consent/record/joinHoldings.ts";
import type { Merge } from "../../consent/record/merge.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import type { Ledger } from "../../consent/view/ledger.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import type { Row } from "../../consent/view/rows.ts";
import type { Unreadable } from "./shelves.ts";

/** What every view of the dashboard works with. */
export interface Book {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  readonly tracked: readonly TrackedRequest[];
  /** Organisations in the ledger that are no records, and what is in the vault but not in the ledger: neither may be written over. */
  readonly standIns: ReadonlySet<string>;
  readonly unreadable: readonly Unreadable[];
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** @returns false when another window was faster, or it can't be written: nothing is changed then, and why is said above all views */
  readonly save: (records: readonly DataRecord[]) => Promise<boolean>;
  readonly remove: (records: readonly DataRecord[]) => Promise<boolean>;
  /** Two records of one organisation become one, in one writing. @returns like `save` */
  readonly merge: (merge: Merge) => Promise<boolean>;
  /** Those that were made one and can be two again, and what makes them two. @returns like `save` */
  readonly joined: readonly Joined[];
  readonly takeApart: (joined: Joined) => Promise<boolean>;
  /** The same for two records of one database. */
  readonly joinHoldings: (join: HoldingJoin) => Promise<boolean>;
  readonly joinedHoldings: readonly JoinedHoldings[];
  readonly holdingsApart: (joined: JoinedHoldings) => Promise<boolean>;
  /** The person knows of what other windows did since the form was opened: what is saved next replaces it. */
  readonly told: () => void;
  /** Takes a file to "Sign a document"; null where leaving the page would lose what is being written. */
  readonly sign: ((file: File) => void) | null;
}
