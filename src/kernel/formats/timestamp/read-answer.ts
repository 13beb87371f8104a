import { ContentInfo, type IssuerAndSerialNumber, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { PKIStatus, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import type { Certificate, Name } from '@peculiar/asn1-x509';
import { SHA256_OID } from './write-query.ts';

/** Content of a request: the hash as hex digits (empty if it is not SHA-256), and its nonce. */
export interface TimestampQuery {
  readonly imprint: string;
  readonly nonce: string;
}

/** Content of an answer. Whether its signer can be trusted is checked elsewhere. */
export interface TimestampAnswer extends TimestampQuery {
  readonly granted: boolean;
  /** Time at which the authority saw the hash, in ISO format. */
  readonly time: string;
  /** The signer's name in the certificate inside the answer; empty if there is none. Any name can be written there. */
  readonly signer: string;
}

/** Parses a request (RFC 3161, `.tsq`); undefined for other bytes. */
export function readTimestampQuery(bytes: Uint8Array): TimestampQuery | undefined {
  return unlessMalformed(bytes, () => {
    const query = AsnConvert.parse(bytes, TimeStampReq);
    return { imprint: imprintOf(query), nonce: hex(query.nonce) };
  });
}

/** Parses an answer (RFC 3161, `.tsr`); undefined for other bytes. */
export function readTimestampAnswer(bytes: Uint8Array): TimestampAnswer | undefined {
  return unlessMalformed(bytes, () => {
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
/** Maximum length of a displayed name; longer ones are truncated. */
const MAX_NAME_LENGTH = 200;

/** The subject of the certificate that the first signer refers to, common name first (RFC 5652, 5.3). */
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

/** The values of one attribute of a name, in order. */
const nameParts = (name: Name, type: string): string[] =>
  [...name].flatMap((part) => [...part].flatMap((pair) => (pair.type === type ? pair.value.toString() : [])));

function imprintOf({ messageImprint }: Pick<TimeStampReq, 'messageImprint'>): string {
  return messageImprint.hashAlgorithm.algorithm === SHA256_OID ? hex(messageImprint.hashedMessage.buffer) : '';
}

const hex = (buffer: ArrayBuffer | undefined) =>
  [...new Uint8Array(buffer ?? new ArrayBuffer(0))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The parser throws errors of many kinds on malformed bytes; all of them mean the same. Bytes after the value are
 * malformed too: the parser would leave them out, and another program may not.
 */
function unlessMalformed<Value>(bytes: Uint8Array, read: () => Value): Value | undefined {
  try {
    return sizeOfSequence(bytes) === bytes.length ? read() : undefined;
  } catch {
    return undefined;
  }
}

/** Size of the DER sequence that the bytes begin with; undefined if they begin with something else. */
function sizeOfSequence(bytes: Uint8Array): number | undefined {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30 || first > 0x84) return undefined;
  if (first < 0x80) return 2 + first;
  const digits = bytes.subarray(2, 2 + (first & 0x7f));
  return 2 + digits.length + digits.reduce((size, digit) => size * 256 + digit, 0);
}
