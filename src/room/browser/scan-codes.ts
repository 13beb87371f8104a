import type { CameraFault, OpenedCamera } from '#room/use-cases/code-scanner.ts';

/** Time between two pictures that are read: a hand holds a laptop no steadier. */
const EVERY_MS = 120;

/** Longer side of the pictures that are read, in pixels. A code that fills a third of the picture is read at this size. */
const LONGER_SIDE = 960;

/**
 * Shows the camera in a video, and tells the text of every QR code that is in its picture, until it is stopped. Nothing
 * is kept of a picture. A stream has no address, so the policy of the page (media-src) is not asked; a camera
 * needs a secure context, which localhost is. The decoder is loaded by this call and by nothing else.
 */
export async function scanCodes(video: HTMLVideoElement, seen: (text: string) => void): Promise<OpenedCamera> {
  // Left out by browsers where the page is no secure context.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return { ok: false, fault: 'none' };
  const decoder = import('#kernel/formats/qr/read-qr.ts');
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 } } });
  } catch (error) {
    // The camera is what is missing here; without it no decoder is needed.
    await decoder.catch(() => undefined);
    return { ok: false, fault: faultOf(error) };
  }
  const { readQr } = await decoder;
  video.srcObject = stream;
  // A video that is stopped before it plays says so by an error.
  video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  const timer = setInterval(() => {
    const { videoWidth, videoHeight } = video;
    if (!drawing || videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const scale = Math.min(1, LONGER_SIDE / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const text = readQr(drawing.getImageData(0, 0, canvas.width, canvas.height));
    if (text !== undefined) seen(text);
  }, EVERY_MS);
  return {
    ok: true,
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

function faultOf(error: unknown): CameraFault {
  const { name } = error as DOMException;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
