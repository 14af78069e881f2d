// The shape in which Swift sees Apple's NSURLSessionWebSocketCloseCode: an open C enum of a signed
// word. Its init(rawValue:) takes every number, and a switch over it needs `@unknown default`.
#ifndef C_APPLE_CLOSE_CODE_H
#define C_APPLE_CLOSE_CODE_H

typedef enum __attribute__((enum_extensibility(open))) AppleCloseCode : long {
  AppleCloseCodeInvalid = 0,
  AppleCloseCodeNormalClosure = 1000,
  AppleCloseCodeGoingAway = 1001,
  AppleCloseCodeProtocolError = 1002,
  AppleCloseCodeUnsupportedData = 1003,
  AppleCloseCodeNoStatusReceived = 1005,
  AppleCloseCodeAbnormalClosure = 1006,
  AppleCloseCodeInvalidFramePayloadData = 1007,
  AppleCloseCodePolicyViolation = 1008,
  AppleCloseCodeMessageTooBig = 1009,
  AppleCloseCodeMandatoryExtensionMissing = 1010,
  AppleCloseCodeInternalServerError = 1011,
  AppleCloseCodeTLSHandshakeFailure = 1015,
} AppleCloseCode;

#endif
