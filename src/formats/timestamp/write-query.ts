import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { sha256Bytes } from '#core/kernel/sha256.ts';

/** The object identifier of SHA-256. */
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/**
 * A request to a time-stamp authority over a text (RFC 3161, `.tsq`). The nonce follows from the text, so that the same
 * locker gives the same request; it ties an answer to this request and has to be no secret.
 */
export function writeTimestampQuery(text: string): Uint8Array {
  const imprint = sha256Bytes(text);
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256_OID, parameters: null }),
      hashedMessage: new OctetString(imprint),
    }),
    nonce: nonceOf(imprint).buffer as ArrayBuffer,
    certReq: true,
  });
  return new Uint8Array(AsnConvert.serialize(request));
}

/** Eight bytes of a hash over the hash, made a positive integer of full length. */
function nonceOf(imprint: Uint8Array): Uint8Array {
  const nonce = sha256Bytes(imprint).slice(0, 8);
  nonce[0] = ((nonce[0] as number) & 0x7f) | 0x40;
  return nonce;
}
