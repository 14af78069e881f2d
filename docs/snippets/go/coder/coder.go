// Package coder closes connections of coder/websocket with close codes, and tells what closed them.
package coder

import (
	"errors"

	closecode "example.com/close-codes"
	"github.com/coder/websocket"
)

// Close closes the connection with the code and its reason, and waits for the peer's answer. The library refuses
// codes that must not be sent.
func Close(conn *websocket.Conn, code closecode.CloseCode) error {
	reason, _ := code.Reason()
	return conn.Close(websocket.StatusCode(code), closecode.FitReason(reason))
}

// Closed returns what the peer closed with, from the error of a read: 1006 for an error that is not a Close frame, for
// which websocket.CloseStatus returns -1.
func Closed(err error) (closecode.CloseCode, string) {
	closed := websocket.CloseError{}
	if !errors.As(err, &closed) {
		return closecode.AbnormalClosure, ""
	}
	code, isCode := closecode.FromInt(int(closed.Code))
	if !isCode {
		return closecode.AbnormalClosure, ""
	}
	return code, closed.Reason
}

// Relay closes the connection to a side after the one on the other side has ended with the code and the reason. The
// library sends no code for 1005.
func Relay(conn *websocket.Conn, to closecode.Side, code closecode.CloseCode, reason string) error {
	relay := code.Relay(to)
	return conn.Close(websocket.StatusCode(relay.Code), closecode.FitReason(relay.Reason(reason)))
}
