/** Why a camera shows nothing: there is none, the browser or a person refuses it, or another program has it. */
export type CameraFault = 'none' | 'refused' | 'busy';

export type OpenedCamera =
  | { readonly ok: true; readonly stop: () => void }
  | { readonly ok: false; readonly fault: CameraFault };

/** Shows the camera in a video, and tells the text of every QR code in its picture, as often as it sees it. */
export type ScanCodes = (video: HTMLVideoElement, seen: (text: string) => void) => Promise<OpenedCamera>;
