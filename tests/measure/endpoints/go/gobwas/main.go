// The module gobwas/ws with its package wsutil as a measured endpoint: commands as JSON lines in, events as JSON lines out.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

type event map[string]any

// An open connection. Reading may begin with what came together with the handshake.
type connection struct {
	net.Conn
	reader io.Reader
	state  ws.State
}

func (c *connection) Read(bytes []byte) (int, error) { return c.reader.Read(bytes) }

var (
	output sync.Mutex // lets "accepted" come before "closed"
	mutex  sync.Mutex
	socket *connection
)

func report(e event) {
	line, _ := json.Marshal(e)
	fmt.Println(string(line))
}

// kind is the last part of an error's text.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return parts[len(parts)-1]
}

func opened(conn *connection) {
	mutex.Lock()
	socket = conn
	mutex.Unlock()
	report(event{"event": "open"})
	var err error
	for err == nil {
		_, _, err = wsutil.ReadData(conn, conn.state)
	}
	conn.Close()

	closed := event{"event": "closed", "code": nil, "reason": nil, "clean": nil}
	if frame := (wsutil.ClosedError{}); errors.As(err, &frame) {
		closed["code"], closed["reason"] = frame.Code, frame.Reason
	} else {
		closed["error"] = kind(err)
	}
	output.Lock()
	defer output.Unlock()
	report(closed)
}

func connect(port int) {
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, buffered, _, err := ws.Dial(limited, fmt.Sprintf("ws://127.0.0.1:%d/", port))
	if err != nil {
		report(event{"event": "failed", "error": kind(err)})
		return
	}
	reader := io.Reader(conn)
	if buffered != nil {
		reader = buffered
	}
	opened(&connection{conn, reader, ws.StateClientSide})
}

func closeWith(conn *connection, code *int, reason string) {
	output.Lock()
	defer output.Unlock()
	var body []byte
	if code != nil {
		body = ws.NewCloseFrameBody(ws.StatusCode(*code), reason)
	}
	if err := wsutil.WriteMessage(conn, conn.state, ws.OpClose, body); err != nil {
		report(event{"event": "refused", "error": kind(err)})
	} else {
		report(event{"event": "accepted"})
	}
}

func serve() int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
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
	}()
	return listener.Addr().(*net.TCPAddr).Port
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/gobwas/ws" {
			return module.Version[1:]
		}
	}
	panic("the module is not built in")
}

func main() {
	ready := event{"event": "ready", "implementation": "gobwas", "version": version()}
	if os.Args[1] == "server" {
		ready["port"] = serve()
	}
	report(ready)

	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var command struct {
			Do     string
			Port   int
			Code   *int
			Reason string
		}
		if err := json.Unmarshal(lines.Bytes(), &command); err != nil {
			panic(err)
		}
		mutex.Lock()
		conn := socket
		mutex.Unlock()
		switch {
		case command.Do == "connect":
			go connect(command.Port)
		case command.Do == "close":
			go closeWith(conn, command.Code, command.Reason)
		case conn != nil:
			conn.Close()
		}
	}
}
