// Package support is what the Go endpoints share: commands as JSON lines in, events as JSON lines out, and one connection between them. The
// protocol is described in tests/measure/README.md.
package support

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"runtime/debug"
	"sync"
)

// Event is a line of output.
type Event map[string]any

// Implementation is what is measured. C is an open connection.
type Implementation[C any] struct {
	// Name is that of the folder, Module the path of the package.
	Name, Module string
	// Identifiers are the package's names for codes, if it has any.
	Identifiers map[int]string
	// Dial opens a connection to an address such as 127.0.0.1:80.
	Dial func(address string) (C, error)
	// Serve accepts connections on a listener for ever.
	Serve func(listener net.Listener, opened func(C))
	// Read reads until the connection has ended, and returns the error of that.
	Read func(C) error
	// Code is what such an error has of a Close frame, if it has any.
	Code func(error) (code int, reason string, ok bool)
	// Kind is the class of an error.
	Kind func(error) string
	// Close is the ordinary close function.
	Close func(conn C, code *int, reason string) error
	// Drop ends a connection without a closing handshake.
	Drop func(C)
}

var (
	output sync.Mutex // lets "accepted" come before "closed"
	mutex  sync.Mutex // for the connection
)

func report(event Event) {
	line, _ := json.Marshal(event)
	fmt.Println(string(line))
}

// Run does what the harness commands, until standard input ends.
func Run[C any](what Implementation[C]) {
	var socket *C
	opened := func(conn C) {
		mutex.Lock()
		socket = &conn
		mutex.Unlock()
		report(Event{"event": "open"})
		what.talk(conn)
	}
	ready := Event{"event": "ready", "implementation": what.Name, "version": version(what.Module)}
	if what.Identifiers != nil {
		ready["identifiers"] = what.Identifiers
	}
	if os.Args[1] == "server" {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		ready["port"] = listener.Addr().(*net.TCPAddr).Port
		go what.Serve(listener, opened)
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
			go what.connect(command.Port, opened)
		case conn == nil:
		case command.Do == "close":
			go what.close(*conn, command.Code, command.Reason)
		default:
			what.Drop(*conn)
		}
	}
}

func (what Implementation[C]) connect(port int, opened func(C)) {
	conn, err := what.Dial(fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		report(Event{"event": "failed", "error": what.Kind(err)})
		return
	}
	opened(conn)
}

func (what Implementation[C]) talk(conn C) {
	err := what.Read(conn)
	what.Drop(conn)
	closed := Event{"event": "closed", "code": nil, "reason": nil, "clean": nil}
	if code, reason, ok := what.Code(err); ok {
		closed["code"], closed["reason"] = code, reason
	} else {
		closed["error"] = what.Kind(err)
	}
	output.Lock()
	defer output.Unlock()
	report(closed)
}

func (what Implementation[C]) close(conn C, code *int, reason string) {
	output.Lock()
	defer output.Unlock()
	if err := what.Close(conn, code, reason); err != nil {
		report(Event{"event": "refused", "error": what.Kind(err)})
	} else {
		report(Event{"event": "accepted"})
	}
}

// version is that of the module that is really built in.
func version(path string) string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == path {
			return module.Version[1:]
		}
	}
	panic("the module is not built in")
}
