package own

import closecode "module/chat"

// Lacking leaves codes out, which the linter finds.
func Lacking(code closecode.OwnCloseCode) bool {
	switch code {
	case closecode.OwnSessionExpired, closecode.OwnReplaced:
		return true
	case closecode.OwnRemoved:
		return false
	}
	return false
}
