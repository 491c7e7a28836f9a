import { useEffect, useState } from "preact/hooks";
import { georgianIso } from "../consent/calendar/day.ts";
import { useTexts } from "../i18n/texts.tsx";
import { forgetDrift } from "../platform/driftStore.ts";
import { forgetPageMap, keepPageMap, onPageMapChanged, readPageMap } from "../platform/pageMapStore.ts";
import { builtIn } from "../portal/sites/builtIn.ts";
import type { PageMap } from "../portal/sites/site.ts";
import { Button } from "../ui/Button.tsx";
import { visible } from "../ui/documents/fileFacts.ts";
import { Notice } from "../ui/Notice.tsx";
import { useToday } from "../ui/useToday.ts";
import { anchorName } from "./anchorNames.ts";
import { inUse, type NotTaken, placesOf, readPageMapFile } from "./readPageMap.ts";
import { SettingsFold } from "./SettingsFold.tsx";
import { FileButton } from "./verify/FileButton.tsx";

type Step =
  | { readonly kind: "refused"; readonly problem: NotTaken; readonly file: string }
  | { readonly kind: "offered"; readonly map: PageMap; readonly file: string }
  | { readonly kind: "kept" | "returned" | "stuck" }
  | null;

/** What is said in the place of a button that was pressed takes the keyboard from there, and is read out; nothing is agreed to by it. */
const here = { tabIndex: -1, ref: (element: HTMLElement | null): void => element?.focus() } as const;

/** By which map the tools find their places in the portal's pages; a newer one is taken from a file, and given up again. */
export function PageMapBlock() {
  const { t } = useTexts();
  const today = useToday();
  const [kept, setKept] = useState<PageMap | null>(null);
  const [step, setStep] = useState<Step>(null);
  useEffect(() => {
    const load = (): void => void readPageMap().then(setKept, () => undefined);
    load();
    return onPageMapChanged(load);
  }, []);
  const now = inUse(kept);
  const look = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = await readPageMapFile(file, now, today);
    setStep("why" in found ? { kind: "refused", problem: found, file: visible(file.name) } : { kind: "offered", map: found, file: visible(file.name) });
  };
  // What was missed with the map before is said no more: the next visits tell. Which map is used does not hang on it.
  const forgetMissed = (): Promise<void> => forgetDrift().catch(() => undefined);
  const keep = async (map: PageMap, file: string): Promise<void> => {
    try {
      await keepPageMap(map);
      await forgetMissed();
      setStep({ kind: "kept" });
    } catch {
      setStep({ kind: "refused", problem: { why: "unkept" }, file });
    }
  };
  const giveUp = async (): Promise<void> => {
    try {
      await forgetPageMap();
      await forgetMissed();
      setStep({ kind: "returned" });
    } catch {
      setStep({ kind: "stuck" });
    }
  };
  return (
    <SettingsFold part="map" title={t("home_map")}>
      <p class="soft">{t("home_map_hint")}</p>
      <p>
        {now === builtIn ? t("home_map_built_in", { DATE: georgianIso(now.date) }) : t("home_map_own", { NAME: now.name, DATE: georgianIso(now.date) })}
      </p>
      {step?.kind === "refused" ? (
        <Notice kind="error" announced>
          <p>
            <bdi>{step.file}</bdi>: <Why problem={step.problem} now={now} />
          </p>
          <p>{t("home_map_unchanged")}</p>
        </Notice>
      ) : null}
      {step?.kind === "stuck" ? (
        <Notice kind="error" announced>
          <p>{t("home_map_stuck")}</p>
        </Notice>
      ) : null}
      {step?.kind === "kept" || step?.kind === "returned" ? (
        <Notice kind="success">
          <p {...here}>{t(`home_map_${step.kind}`)}</p>
        </Notice>
      ) : null}
      {step?.kind === "offered" ? (
        <Notice kind="information">
          <p {...here}>
            <strong>{t("home_map_found", { FILE: step.file, NAME: step.map.name, DATE: georgianIso(step.map.date) })}</strong>
          </p>
          <p>{t("home_map_places")}</p>
          <ul>
            {placesOf(step.map).map((id) => (
              <li key={id}>{t(anchorName(id))}</li>
            ))}
          </ul>
          <p>{t("home_map_fixed")}</p>
          <p>{t("home_map_trust")}</p>
          <div class="row">
            <Button kind="primary" onClick={() => void keep(step.map, step.file)}>
              {t("home_map_keep")}
            </Button>
            <Button onClick={() => setStep(null)}>{t("home_map_drop")}</Button>
          </div>
        </Notice>
      ) : (
        <div class="row">
          <FileButton accept=".json,application/json" onFiles={([file]) => void look(file)}>
            {t("home_map_choose")}
          </FileButton>
          {kept ? <Button onClick={() => void giveUp()}>{t("home_map_back")}</Button> : null}
        </div>
      )}
    </SettingsFold>
  );
}

function Why({ problem, now }: { readonly problem: NotTaken; readonly now: PageMap }) {
  const { t } = useTexts();
  switch (problem.why) {
    case "selector":
      return <>{t("home_map_bad_selector", { WHAT: visible(problem.what) })}</>;
    case "older":
      return <>{t("home_map_bad_older", { OWN: georgianIso(problem.date), DATE: georgianIso(now.date) })}</>;
    case "future":
      return <>{t("home_map_bad_future", { DATE: georgianIso(problem.date) })}</>;
    default:
      return <>{t(`home_map_bad_${problem.why}`)}</>;
  }
}
