import { ContentInfo, type IssuerAndSerialNumber, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { PKIStatus, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import type { Certificate, Name } from '@peculiar/asn1-x509';
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
  /** The name in the certificate that the answer brings for its signer; empty where it brings none. Anybody can write any name. */
  readonly signer: string;
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
    if (!timeStampToken) return { granted: false, imprint: '', nonce: '', time: '', signer: '' };
    const { content } = AsnConvert.parse(AsnConvert.serialize(timeStampToken), ContentInfo);
    const signed = AsnConvert.parse(content, SignedData);
    const { encapContentInfo } = signed;
    const info = AsnConvert.parse(encapContentInfo.eContent?.single?.buffer ?? new ArrayBuffer(0), TSTInfo);
    const time = info.genTime.toISOString();
    return { granted, imprint: imprintOf(info), nonce: hex(info.nonce), time, signer: signerOf(signed) };
  });
}

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
/** A name is shown to a reader; one that is longer is cut. */
const MAX_NAME_LENGTH = 200;

/** The subject of the certificate that the first signer points at, common name first (RFC 5652, 5.3). */
function signerOf({ certificates, signerInfos }: SignedData): string {
  const named = signerInfos[0]?.sid.issuerAndSerialNumber;
  const known = [...(certificates ?? [])].flatMap(({ certificate }) => certificate ?? []);
  const own = named && known.find((certificate) => isNamed(certificate, named));
  if (!own) return '';
  const { subject } = own.tbsCertificate;
  const parts = [COMMON_NAME, ORGANIZATION].flatMap((type) => nameParts(subject, type));
  return parts.join(', ').slice(0, MAX_NAME_LENGTH);
}

const isNamed = ({ tbsCertificate }: Certificate, { issuer, serialNumber }: IssuerAndSerialNumber) =>
  hex(tbsCertificate.serialNumber) === hex(serialNumber) &&
  hex(AsnConvert.serialize(tbsCertificate.issuer)) === hex(AsnConvert.serialize(issuer));

/** The values of one attribute of a name, in their order. */
const nameParts = (name: Name, type: string): string[] =>
  [...name].flatMap((part) => [...part].flatMap((pair) => (pair.type === type ? pair.value.toString() : [])));

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
