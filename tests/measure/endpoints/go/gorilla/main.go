// The module gorilla/websocket as a measured endpoint.
package main

import (
	"errors"
	"net"
	"net/http"
	"strings"
	"support"
	"time"

	"github.com/gorilla/websocket"
)

// kind is the last part of an error's text, without the number in question.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return strings.TrimRight(parts[len(parts)-1], " 0123456789")
}

func dial(address string) (*websocket.Conn, error) {
	dialer := websocket.Dialer{HandshakeTimeout: 5 * time.Second}
	conn, _, err := dialer.Dial("ws://"+address+"/", nil)
	return conn, err
}

func serve(listener net.Listener, opened func(*websocket.Conn)) {
	upgrader := websocket.Upgrader{}
	http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if conn, err := upgrader.Upgrade(w, r, nil); err == nil {
			opened(conn)
		}
	}))
}

func read(conn *websocket.Conn) (err error) {
	for err == nil {
		_, _, err = conn.ReadMessage()
	}
	return err
}

func code(err error) (int, string, bool) {
	frame := (*websocket.CloseError)(nil)
	if !errors.As(err, &frame) {
		return 0, "", false
	}
	return frame.Code, frame.Text, true
}

func closeWith(conn *websocket.Conn, code *int, reason string) error {
	number := websocket.CloseNoStatusReceived
	if code != nil {
		number = *code
	}
	message := websocket.FormatCloseMessage(number, reason)
	return conn.WriteControl(websocket.CloseMessage, message, time.Now().Add(5*time.Second))
}

func main() {
	support.Run(support.Implementation[*websocket.Conn]{
		Name:   "gorilla",
		Module: "github.com/gorilla/websocket",
		Dial:   dial,
		Serve:  serve,
		Read:   read,
		Code:   code,
		Kind:   kind,
		Close:  closeWith,
		Drop:   func(conn *websocket.Conn) { conn.Close() },
	})
}
