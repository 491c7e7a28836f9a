// Camera and microphone, for a look at whether they work: nothing is recorded or sent, and the stream ends with the look.

export type MediaProblem =
  /** There is neither. */
  | "none"
  /** The person, or the system, said no. */
  | "denied"
  /** Another program holds it. */
  | "busy"
  | "failed";

export interface MediaLook {
  readonly stream: MediaStream;
  readonly hasCamera: boolean;
  readonly hasMicrophone: boolean;
  /** How loud it is now, 0 to 1. */
  readonly level: () => number;
  /** Switches both off at once; their lights go out. A second time it does nothing. */
  readonly stop: () => void;
}

/** Asks for what there is. The browser asks the person; to be called on a click. */
export async function lookThroughCamera(): Promise<MediaLook | { readonly problem: MediaProblem }> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const hasCamera = devices.some(({ kind }) => kind === "videoinput");
    const hasMicrophone = devices.some(({ kind }) => kind === "audioinput");
    if (!hasCamera && !hasMicrophone) return { problem: "none" };
    const stream = await navigator.mediaDevices.getUserMedia({ video: hasCamera, audio: hasMicrophone });
    return { stream, hasCamera, hasMicrophone, ...listenTo(stream) };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") return { problem: "denied" };
    if (name === "NotFoundError") return { problem: "none" };
    return { problem: name === "NotReadableError" || name === "AbortError" ? "busy" : "failed" };
  }
}

function listenTo(stream: MediaStream): Pick<MediaLook, "level" | "stop"> {
  const stopTracks = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (stream.getAudioTracks().length === 0) return { level: () => 0, stop: stopTracks };
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  // Not on to the loudspeaker: that would howl.
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const level = (): number => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    // Speech has a root mean square of about a tenth of what is possible.
    return Math.min(1, Math.sqrt(sum / samples.length) * 5);
  };
  const stop = (): void => {
    stopTracks();
    // A second time it is refused, and there is nothing left to close.
    audio.close().catch(() => undefined);
  };
  return { level, stop };
}
