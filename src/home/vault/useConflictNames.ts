import { useEffect, useMemo, useState } from "preact/hooks";
import { dayInTbilisi, georgianDate } from "../../consent/calendar/day.ts";
import { noChanges, workCalendar } from "../../consent/calendar/workCalendar.ts";
import { statutes } from "../../consent/data/statutes.ts";
import { rulesInForce } from "../../consent/policy/ownRules.ts";
import { presentId } from "../../consent/record/formerIds.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { soundRecord } from "../../consent/record/sound.ts";
import { situationOf } from "../../consent/request/situation.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { lastDay } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { FolderConflict } from "../../vault/folderApi.ts";
import { readDays } from "../data/calendarDays.ts";
import { wordsOfVersion } from "./conflictWords.ts";
import { vaultOfPage } from "./useVault.ts";

interface ConflictNames {
  /** Which record it is about: of a request its kind, its organisation and its number. */
  readonly about: (conflict: FolderConflict) => string;
  /** What one of the two versions says. */
  readonly said: (conflict: FolderConflict, version: "lost" | "standing") => readonly string[];
}

/** What a person needs to know two versions apart, with what the vault has beside them. */
export function useConflictNames(): ConflictNames {
  const { t, language } = useTexts();
  const [organisations, setOrganisations] = useState<ReadonlyMap<string, Organisation>>(new Map());
  const [changes, setChanges] = useState(noChanges);
  useEffect(() => {
    const vault = vaultOfPage();
    void vault.records.list("organisations").then((all) => {
      const sound = all.map(({ id, value }) => soundRecord(id, value)).filter((one) => one?.type === "organisation");
      setOrganisations(new Map(sound.map((one) => [one.id, one])));
    }, () => undefined);
    void readDays(vault).then(setChanges, () => undefined);
  }, []);
  return useMemo(() => {
    const calendar = workCalendar(changes);
    const recordIn = (conflict: FolderConflict, version: "lost" | "standing") => soundRecord(conflict.recordId, conflict[version]);
    return {
      about: (conflict) => {
        const record = recordIn(conflict, "standing") ?? recordIn(conflict, "lost");
        if (record === null || record.type === "organisation") return record?.name ?? "";
        const organisation = organisations.get(presentId(organisations, record.organisationId));
        return [record.type === "request" ? t(`data_kind_${kindWord(record)}`) : "", organisation ? organisationName(organisation, language) : "", record.type === "request" ? record.reference : ""].filter(Boolean).join(" · ");
      },
      said: (conflict, version) => {
        const record = recordIn(conflict, version);
        const words = wordsOfVersion(conflict[version], { t, language });
        if (record?.type !== "request") return words;
        const organisation = organisations.get(presentId(organisations, record.organisationId));
        const situation = situationOf(record, { statutes, policies: organisation ? rulesInForce(organisation) : [], calendar }, dayInTbilisi(Date.now()));
        const day = lastDay(situation);
        // Where it stands, and until when: what the events that follow come to.
        return [...(day === null ? [] : [`${t("data_last_day")}: ${georgianDate(day)}`]), t(`data_phase_${situation.phase}`), ...words];
      },
    };
  }, [organisations, changes, t, language]);
}
