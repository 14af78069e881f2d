/** A `when` over the own codes, which does not compile any more when the spec gets one more. */
internal fun notice(code: CloseCode): String? =
    when (code.own) {
        OwnCloseCode.SESSION_EXPIRED -> "Please sign in again."
        OwnCloseCode.LEAGUE_OVER, OwnCloseCode.REMOVED, OwnCloseCode.RATE_LIMITED -> code.summary
        null -> null
    }
