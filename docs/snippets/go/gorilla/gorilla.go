// Package gorilla closes connections of gorilla/websocket with close codes, and tells what closed them.
package gorilla

import (
	"errors"
	"fmt"
	"time"

	closecode "example.com/close-codes"
	"github.com/gorilla/websocket"
)

// Close sends a Close frame with the code and its reason. The library itself would send any number, also 1006. Read
// until there is an error afterwards, then close the connection itself.
func Close(conn *websocket.Conn, code closecode.CloseCode) error {
	number, isSendable := code.Wire()
	if !isSendable {
		return fmt.Errorf("%v must not be sent", code)
	}
	reason, _ := code.Reason()
	return send(conn, int(number), reason)
}

// send sends a Close frame: without a code for 1005.
func send(conn *websocket.Conn, number int, reason string) error {
	message := websocket.FormatCloseMessage(number, closecode.FitReason(reason))
	return conn.WriteControl(websocket.CloseMessage, message, time.Now().Add(5*time.Second))
}

// Closed returns what the peer closed with, from the error of a read: 1006 for an error that is not a Close frame.
// The library takes 1014 for such an error.
func Closed(err error) (closecode.CloseCode, string) {
	closed := (*websocket.CloseError)(nil)
	if !errors.As(err, &closed) {
		return closecode.AbnormalClosure, ""
	}
	code, isCode := closecode.FromInt(closed.Code)
	if !isCode {
		return closecode.AbnormalClosure, ""
	}
	return code, closed.Text
}

// Relay closes the connection to a side after the one on the other side has ended with the code and the reason.
func Relay(conn *websocket.Conn, to closecode.Side, code closecode.CloseCode, reason string) error {
	relay := code.Relay(to)
	return send(conn, int(relay.Code), relay.Reason(reason))
}
