// Package support lets a library that reconnects be a measured client: commands as JSON lines in, events as JSON lines out.
//
// Each run of the library is in a bubble of testing/synctest, whose clock moves to the next timer when all goroutines wait for one
// another. A goroutine that waits for a connection does not, so the clock stands still while there is one.
package support

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

// A library that waits longer than this does not connect again.
const longestWait = time.Hour

type event map[string]any

func report(e event) {
	line, _ := json.Marshal(e)
	fmt.Println(string(line))
}

// Run runs the client for a module. connect starts the library, and returns what stops it.
func Run(module string, connect func(*Connections) func()) {
	random, err := strconv.ParseFloat(os.Args[1], 64)
	if err != nil {
		panic(err)
	}
	fix(random)
	folder, _ := os.Getwd()
	report(event{"event": "ready", "implementation": filepath.Base(folder), "version": version(module)})

	started := make(chan *Connections)
	go obey(started)
	// A bubble needs a test.
	test := func(t *testing.T) {
		for connections := range started {
			synctest.Test(t, func(*testing.T) { connections.stay(connect) })
			close(connections.finished)
		}
	}
	os.Args = os.Args[:1]
	testing.Main(
		func(string, string) (bool, error) { return true, nil },
		[]testing.InternalTest{{Name: "client", F: test}}, nil, nil,
	)
}

// obey reads the commands.
func obey(started chan<- *Connections) {
	var current *Connections
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var command struct {
			Do, Advice string
			Port       int
		}
		if err := json.Unmarshal(lines.Bytes(), &command); err != nil {
			panic(err)
		}
		if command.Do == "stop" {
			current.drop()
			<-current.finished
			report(event{"event": "idle"})
			continue
		}
		current = &Connections{
			URL:      fmt.Sprintf("ws://127.0.0.1:%d", command.Port),
			Never:    command.Advice == "never",
			Again:    command.Advice == "again",
			isActive: true,
			live:     map[*connection]bool{},
			finished: make(chan struct{}),
		}
		started <- current
	}
	os.Exit(0)
}

func version(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return dependency.Version[1:]
		}
	}
	panic(module + " is not in this program")
}
