// The module gobwas/ws with its package wsutil as a measured endpoint.
package main

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"support"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// An open connection. Reading may begin with what came together with the handshake.
type connection struct {
	net.Conn
	reader io.Reader
	state  ws.State
}

func (c *connection) Read(bytes []byte) (int, error) { return c.reader.Read(bytes) }

// kind is the last part of an error's text.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return parts[len(parts)-1]
}

func dial(address string) (*connection, error) {
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, buffered, _, err := ws.Dial(limited, "ws://"+address+"/")
	if buffered != nil {
		return &connection{conn, buffered, ws.StateClientSide}, err
	}
	return &connection{conn, conn, ws.StateClientSide}, err
}

func serve(listener net.Listener, opened func(*connection)) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			panic(err)
		}
		go func() {
			if _, err := ws.Upgrade(conn); err == nil {
				opened(&connection{conn, conn, ws.StateServerSide})
			}
		}()
	}
}

func read(conn *connection) (err error) {
	for err == nil {
		_, _, err = wsutil.ReadData(conn, conn.state)
	}
	return err
}

func code(err error) (int, string, bool) {
	frame := wsutil.ClosedError{}
	if !errors.As(err, &frame) {
		return 0, "", false
	}
	return int(frame.Code), frame.Reason, true
}

func closeWith(conn *connection, code *int, reason string) error {
	var body []byte
	if code != nil {
		body = ws.NewCloseFrameBody(ws.StatusCode(*code), reason)
	}
	return wsutil.WriteMessage(conn, conn.state, ws.OpClose, body)
}

func main() {
	support.Run(support.Implementation[*connection]{
		Name:   "gobwas",
		Module: "github.com/gobwas/ws",
		Dial:   dial,
		Serve:  serve,
		Read:   read,
		Code:   code,
		Kind:   kind,
		Close:  closeWith,
		Drop:   func(conn *connection) { conn.Close() },
	})
}
