import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { sha256Bytes } from '#kernel/model/sha256.ts';

/** The object identifier of SHA-256. */
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/** Length of a nonce in bytes. */
export const NONCE_BYTES = 8;

/**
 * Writes a time-stamp request over a text (RFC 3161, `.tsq`). `nonce` is `NONCE_BYTES` bytes from an unpredictable
 * random source: it ties an answer to this request.
 */
export function writeTimestampQuery(text: string, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256_OID, parameters: null }),
      hashedMessage: new OctetString(sha256Bytes(text)),
    }),
    nonce: positive(nonce).buffer as ArrayBuffer,
    certReq: true,
  });
  return new Uint8Array(AsnConvert.serialize(request));
}

/** The same bytes as a positive DER integer of full length: the first bit is set to 0, the second to 1. */
function positive(nonce: Uint8Array): Uint8Array {
  const bytes = nonce.slice(0, NONCE_BYTES);
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return bytes;
}
