// The module gorilla/websocket as a measured endpoint: commands as JSON lines in, events as JSON lines out.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

type event map[string]any

var (
	output sync.Mutex // lets "accepted" come before "closed"
	mutex  sync.Mutex
	socket *websocket.Conn
)

func report(e event) {
	line, _ := json.Marshal(e)
	fmt.Println(string(line))
}

// kind is the last part of an error's text, without the number in question.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return strings.TrimRight(parts[len(parts)-1], " 0123456789")
}

func opened(conn *websocket.Conn) {
	mutex.Lock()
	socket = conn
	mutex.Unlock()
	report(event{"event": "open"})
	var err error
	for err == nil {
		_, _, err = conn.ReadMessage()
	}
	conn.Close()

	closed := event{"event": "closed", "code": nil, "reason": nil, "clean": nil}
	if frame := (*websocket.CloseError)(nil); errors.As(err, &frame) {
		closed["code"], closed["reason"] = frame.Code, frame.Text
	} else {
		closed["error"] = kind(err)
	}
	output.Lock()
	defer output.Unlock()
	report(closed)
}

func connect(port int) {
	dialer := websocket.Dialer{HandshakeTimeout: 5 * time.Second}
	conn, _, err := dialer.Dial(fmt.Sprintf("ws://127.0.0.1:%d/", port), nil)
	if err != nil {
		report(event{"event": "failed", "error": kind(err)})
		return
	}
	opened(conn)
}

func closeWith(conn *websocket.Conn, code *int, reason string) {
	output.Lock()
	defer output.Unlock()
	number := websocket.CloseNoStatusReceived
	if code != nil {
		number = *code
	}
	message := websocket.FormatCloseMessage(number, reason)
	err := conn.WriteControl(websocket.CloseMessage, message, time.Now().Add(5*time.Second))
	if err != nil {
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
	upgrader := websocket.Upgrader{}
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if conn, err := upgrader.Upgrade(w, r, nil); err == nil {
			opened(conn)
		}
	}))
	return listener.Addr().(*net.TCPAddr).Port
}

func main() {
	info, _ := debug.ReadBuildInfo()
	ready := event{"event": "ready", "implementation": "gorilla", "version": info.Deps[0].Version[1:]}
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
