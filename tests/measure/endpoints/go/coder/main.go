// The module coder/websocket as a measured endpoint: commands as JSON lines in, events as JSON lines out.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
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

var details = regexp.MustCompile(` ("[^"]*"|[Ss]tatus[A-Z]\w*(\(\d+\))?)|,.*`)

// kind is the last part of an error's text, without the payload or the code in question.
func kind(err error) string {
	parts := strings.Split(err.Error(), ": ")
	return details.ReplaceAllString(parts[len(parts)-1], "")
}

func opened(conn *websocket.Conn) {
	mutex.Lock()
	socket = conn
	mutex.Unlock()
	report(event{"event": "open"})
	var err error
	for err == nil {
		_, _, err = conn.Read(context.Background())
	}
	conn.CloseNow()

	closed := event{"event": "closed", "code": nil, "reason": nil, "clean": nil}
	if frame := (websocket.CloseError{}); errors.As(err, &frame) {
		closed["code"], closed["reason"] = frame.Code, frame.Reason
	} else {
		closed["error"] = kind(err)
	}
	output.Lock()
	defer output.Unlock()
	report(closed)
}

func connect(port int) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, fmt.Sprintf("ws://127.0.0.1:%d/", port), nil)
	if err != nil {
		report(event{"event": "failed", "error": kind(err)})
		return
	}
	opened(conn)
}

func closeWith(conn *websocket.Conn, code *int, reason string) {
	output.Lock()
	defer output.Unlock()
	number := websocket.StatusNoStatusRcvd
	if code != nil {
		number = websocket.StatusCode(*code)
	}
	if err := conn.Close(number, reason); err != nil {
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
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if conn, err := websocket.Accept(w, r, nil); err == nil {
			opened(conn)
		}
	}))
	return listener.Addr().(*net.TCPAddr).Port
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
	info, _ := debug.ReadBuildInfo()
	ready := event{"event": "ready", "implementation": "coder", "version": info.Deps[0].Version[1:],
		"identifiers": identifiers()}
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
			conn.CloseNow()
		}
	}
}
