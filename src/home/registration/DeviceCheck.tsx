import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { lookThroughCamera, type MediaLook, type MediaProblem } from "../../platform/mediaDevices.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Nobody leaves a camera on by mistake. */
const longestMs = 60_000;
/** Louder than a quiet room. */
const heardLevel = 0.06;

/** Camera and microphone for the video call: seen and heard here, by the person alone, then switched off. */
export function DeviceCheck() {
  const { t } = useTexts();
  const [look, setLook] = useState<MediaLook | null>(null);
  const [problem, setProblem] = useState<MediaProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const [over, setOver] = useState<{ readonly seen: boolean; readonly heard: boolean } | null>(null);
  const [heard, setHeard] = useState(false);
  /** Off before anything says so: what an effect tidies up comes only after the next painting. */
  const stop = (): void => {
    look?.stop();
    setLook(null);
  };
  const begin = async (): Promise<void> => {
    setAsking(true);
    setProblem(null);
    setOver(null);
    setHeard(false);
    const found = await lookThroughCamera();
    setAsking(false);
    if ("problem" in found) setProblem(found.problem);
    else setLook(found);
  };
  useEffect(() => {
    if (!look) return undefined;
    const timer = setTimeout(stop, longestMs);
    const onHide = (): void => {
      if (document.hidden) stop();
    };
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHide);
      // The page is left meanwhile.
      look.stop();
    };
  }, [look]);
  return (
    <section class="card stack" aria-labelledby="devices-title">
      <h2 id="devices-title">{t("reg_devices")}</h2>
      <p>{t("reg_devices_about")}</p>
      {look ? (
        <Running look={look} heard={heard} onHeard={() => setHeard(true)} />
      ) : null}
      <div class="row">
        {look ? (
          <Button
            kind="primary"
            onClick={() => {
              stop();
              setOver({ seen: look.hasCamera, heard });
            }}
          >
            {t("reg_devices_stop")}
          </Button>
        ) : (
          <Button kind="primary" disabled={asking} onClick={() => void begin()}>
            {t(asking ? "reg_devices_asking" : "reg_devices_begin")}
          </Button>
        )}
      </div>
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(`reg_devices_${problem}`)}</p>
        </Notice>
      ) : null}
      {over ? (
        <Notice kind={over.seen && over.heard ? "success" : "warning"} announced>
          <p>{t(over.seen ? "reg_devices_camera_yes" : "reg_devices_camera_no")}</p>
          <p>{t(over.heard ? "reg_devices_microphone_yes" : "reg_devices_microphone_no")}</p>
          <p>{t("reg_devices_off")}</p>
        </Notice>
      ) : null}
    </section>
  );
}

function Running({ look, heard, onHeard }: { readonly look: MediaLook; readonly heard: boolean; readonly onHeard: () => void }) {
  const { t } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = look.stream;
    let frame = 0;
    let known = false;
    const draw = (): void => {
      const level = look.level();
      if (meter.current) meter.current.value = level;
      if (level >= heardLevel && !known) {
        known = true;
        onHeard();
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [look]);
  return (
    <div class="stack-tight">
      {look.hasCamera ? (
        <>
          <video ref={video} class="device-view" autoplay muted playsInline aria-label={t("reg_devices_picture")} />
          <p>{t("reg_devices_see")}</p>
        </>
      ) : (
        <p>{t("reg_devices_camera_no")}</p>
      )}
      {look.hasMicrophone ? (
        <>
          <label class="stack-tight">
            <span>{t("reg_devices_speak")}</span>
            <meter ref={meter} class="device-level" min={0} max={1} value={0} />
          </label>
          <p role="status">{t(heard ? "reg_devices_microphone_yes" : "reg_devices_microphone_wait")}</p>
        </>
      ) : (
        <p>{t("reg_devices_microphone_no")}</p>
      )}
    </div>
  );
}
