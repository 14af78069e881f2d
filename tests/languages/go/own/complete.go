// Package own has two switches over the codes that a spec names itself.
package own

import closecode "module/chat"

// Complete tells the user what each of them means.
func Complete(code closecode.OwnCloseCode) string {
	switch code {
	case closecode.OwnSessionExpired:
		return "Please sign in again."
	case closecode.OwnRemoved:
		return "You were removed."
	case closecode.OwnReplaced:
		return "You connected elsewhere."
	case closecode.OwnRateLimited:
		return "Slow down."
	}
	return "" // No other number is a value of the type.
}
