/** Why there is no camera picture: no camera, access refused, or the camera is in use by another program. */
export type CameraFault = 'none' | 'refused' | 'busy';

export type OpenedCamera =
  | { readonly ok: true; readonly stop: () => void }
  | { readonly ok: false; readonly fault: CameraFault };

/** Shows the camera in a video, and calls `seen` with the text of a QR code each time it is recognised. */
export type ScanCodes = (video: HTMLVideoElement, seen: (text: string) => void) => Promise<OpenedCamera>;
