import { useTexts } from "../i18n/texts.tsx";
import { SettingsFold } from "./SettingsFold.tsx";

/** Rooms in which something is kept, from the best guarded to the open. */
const rooms = ["vault", "sealed", "folder", "reminders", "local", "session", "never"] as const;

/** What is kept where, and who could read it there. */
export function KeptWhere() {
  const { t } = useTexts();
  return (
    <SettingsFold part="kept" title={t("home_kept")}>
      <p>{t("home_kept_about")}</p>
      <dl class="kept-list">
        {rooms.map((room) => (
          <div key={room}>
            <dt>{t(`home_kept_${room}`)}</dt>
            <dd>{t(`home_kept_${room}_text`)}</dd>
          </div>
        ))}
      </dl>
    </SettingsFold>
  );
}
