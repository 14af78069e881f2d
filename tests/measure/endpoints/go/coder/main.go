// The module coder/websocket as a measured endpoint.
package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"regexp"
	"strings"
	"support"
	"time"

	"github.com/coder/websocket"
)

var details = regexp.MustCompile(` ("[^"]*"|[Ss]tatus[A-Z]\w*(\(\d+\))?)|,.*`)

// kind is the last part of an error's text, without the payload or the code in question.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return details.ReplaceAllString(parts[len(parts)-1], "")
}

func dial(address string) (*websocket.Conn, error) {
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, _, err := websocket.Dial(limited, "ws://"+address+"/", nil)
	return conn, err
}

func serve(listener net.Listener, opened func(*websocket.Conn)) {
	http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if conn, err := websocket.Accept(w, r, nil); err == nil {
			opened(conn)
		}
	}))
}

func read(conn *websocket.Conn) (err error) {
	for err == nil {
		_, _, err = conn.Read(context.Background())
	}
	return err
}

func code(err error) (int, string, bool) {
	frame := websocket.CloseError{}
	if !errors.As(err, &frame) {
		return 0, "", false
	}
	return int(frame.Code), frame.Reason, true
}

func closeWith(conn *websocket.Conn, code *int, reason string) error {
	number := websocket.StatusNoStatusRcvd
	if code != nil {
		number = websocket.StatusCode(*code)
	}
	return conn.Close(number, reason)
}

// identifiers are the package's names for codes. The text of a number without one ends with a parenthesis.
func identifiers() map[int]string {
	names := map[int]string{}
	for code := range 5000 {
		if name := websocket.StatusCode(code).String(); !strings.HasSuffix(name, ")") {
			names[code] = name
		}
	}
	return names
}

func main() {
	support.Run(support.Implementation[*websocket.Conn]{
		Name:        "coder",
		Module:      "github.com/coder/websocket",
		Identifiers: identifiers(),
		Dial:        dial,
		Serve:       serve,
		Read:        read,
		Code:        code,
		Kind:        kind,
		Close:       closeWith,
		Drop:        func(conn *websocket.Conn) { conn.CloseNow() },
	})
}
