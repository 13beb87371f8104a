import { ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { PKIStatus, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { SHA256_OID } from './write-query.ts';

/** What a request asks for: the hash as hex digits (empty where it is no SHA-256), and its nonce. */
export interface TimestampQuery {
  readonly imprint: string;
  readonly nonce: string;
}

/** What an answer says. Whether it is signed by somebody one trusts is another question. */
export interface TimestampAnswer extends TimestampQuery {
  readonly granted: boolean;
  /** When the authority says that it saw the hash, as an ISO text. */
  readonly time: string;
}

/** A request (RFC 3161, `.tsq`), or undefined where the bytes are none. */
export function readTimestampQuery(bytes: Uint8Array): TimestampQuery | undefined {
  return unlessMalformed(() => {
    const query = AsnConvert.parse(bytes, TimeStampReq);
    return { imprint: imprintOf(query), nonce: hex(query.nonce) };
  });
}

/** An answer (RFC 3161, `.tsr`), or undefined where the bytes are none. */
export function readTimestampAnswer(bytes: Uint8Array): TimestampAnswer | undefined {
  return unlessMalformed(() => {
    const { status, timeStampToken } = AsnConvert.parse(bytes, TimeStampResp);
    const granted = status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods;
    if (!timeStampToken) return { granted: false, imprint: '', nonce: '', time: '' };
    const { content } = AsnConvert.parse(AsnConvert.serialize(timeStampToken), ContentInfo);
    const { encapContentInfo } = AsnConvert.parse(content, SignedData);
    const info = AsnConvert.parse(encapContentInfo.eContent?.single?.buffer ?? new ArrayBuffer(0), TSTInfo);
    return { granted, imprint: imprintOf(info), nonce: hex(info.nonce), time: info.genTime.toISOString() };
  });
}

function imprintOf({ messageImprint }: Pick<TimeStampReq, 'messageImprint'>): string {
  return messageImprint.hashAlgorithm.algorithm === SHA256_OID ? hex(messageImprint.hashedMessage.buffer) : '';
}

const hex = (buffer: ArrayBuffer | undefined) =>
  [...new Uint8Array(buffer ?? new ArrayBuffer(0))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The parser throws errors of many kinds on bytes that are no such structure; all of them say the same. */
function unlessMalformed<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
