import CloseCodes

print(CloseCode(rawValue: 1012).description, CloseCode.goingAway.isSendable)
